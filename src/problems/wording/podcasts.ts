import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export interface Value {
  readonly key: string;
  readonly value: unknown;
}

/** Problems with episodes and shows of podcasts. */
export const podcastWording = {
  'unknown-length': (d: { key: string; value: string }): Wording => [
    'warning',
    `The size of ${quote(d.value)} in ${quote(d.key)} is unknown, so the RSS feed says 0 bytes. Apps show no size, and podcast directories may refuse the episode.`,
    'Add "bytes:" with the size of the file.',
  ],
  'wrong-length': (d: { value: string; written: number; real: number }): Wording => [
    'warning',
    `The article says that ${quote(d.value)} has ${d.written} bytes, but the file has ${d.real}. The feed says ${d.real}.`,
    'Correct the number, or remove it.',
  ],
  'bad-duration': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} is not a duration: ${quote(d.value)}. It is left out.`,
    'Write seconds such as 3723, or 1:02:03.',
  ],
  'unused-audio': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} names an audio file, but it is not a known key, so the feed has no audio: ${quote(d.value)}.`,
    `Write "audio: ${d.value}".`,
  ],
  'bad-episode-number': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be a whole number from 1: ${quote(d.value)}. It is left out.`,
    `Write for example "${d.key}: 1".`,
  ],
  'bad-episode-type': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be full, trailer or bonus: ${quote(d.value)}. It is left out.`,
    `Write "${d.key}: full".`,
  ],
  'bad-explicit': (d: Value): Wording => [
    'warning',
    `${quote(d.key)} must be true or false: ${quote(d.value)}. It is left out.`,
    `Write "${d.key}: false".`,
  ],
  'bad-chapter': (d: { value: string }): Wording => [
    'warning',
    `A chapter has no time: ${quote(d.value)}. It is left out.`,
    'Write it as "12:34 Title".',
  ],
};
