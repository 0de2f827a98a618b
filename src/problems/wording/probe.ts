import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export interface At {
  readonly url: string;
}

/** What `feedwright probe` says about hosts of audio files (P9, P14 to P16). */
export const probeWording = {
  'probe-failed': (d: At & { reason: string }): Wording => [
    'warning',
    `${quote(d.url)} ${d.reason}. Nothing is known about the file.`,
    'Correct the URL, or write "bytes" and "duration" yourself.',
  ],
  'probe-no-head': (d: At): Wording => [
    'warning',
    `The host does not answer HEAD for ${quote(d.url)}. Apple Podcasts checks files that way and rejects the episode.`,
    'Configure the host to answer HEAD like GET.',
  ],
  'probe-no-ranges': (d: At): Wording => [
    'warning',
    `The host does not answer byte range requests for ${quote(d.url)}. Apple Podcasts rejects the episode, and listeners can't skip ahead.`,
    'Use a host that supports byte ranges (206).',
  ],
  'probe-type': (d: At & { type: string }): Wording => [
    'warning',
    d.type === ''
      ? `The host sends no type for ${quote(d.url)}.`
      : `The host says that ${quote(d.url)} is ${quote(d.type)}, which is not audio or video.`,
    'Correct the URL, or the type that the host sends.',
  ],
  'live-failed': (d: At & { element: string; reason: string }): Wording => [
    'error',
    `The file in ${quote(d.element)} can't be loaded: ${quote(d.url)} ${d.reason}. Podcast apps can't load it either.`,
    'Correct the URL, or upload the file.',
  ],
  'live-length': (d: At & { written: number; real: number }): Wording => [
    'warning',
    `The enclosure says ${d.written} bytes, but the host has ${d.real} for ${quote(d.url)}. Apple Podcasts may reject the episode.`,
    `Write ${d.real}.`,
  ],
  'live-type': (d: At & { written: string; real: string }): Wording => [
    'warning',
    `The feed says that ${quote(d.url)} is ${quote(d.written)}, but the host says ${quote(d.real)}. Some apps refuse to play it.`,
    'Correct the type in the feed, or on the host.',
  ],
  'live-chapters': (d: At & { reason: string }): Wording => [
    'warning',
    `The chapters file ${quote(d.url)} ${d.reason}. Podcast apps show no chapters.`,
    'Write { "version": "1.2.0", "chapters": [{ "startTime": 0, "title": "…" }] }, ordered by time.',
  ],
  'probe-no-duration': (d: At): Wording => [
    'warning',
    `The beginning of ${quote(d.url)} doesn't say how long it is.`,
    'Add "duration: 1:02:03".',
  ],
  'cannot-insert-audio': (_: object): Wording => [
    'warning',
    "Size and duration can't be added to this file automatically.",
    'Add them to the front matter by hand.',
  ],
};
