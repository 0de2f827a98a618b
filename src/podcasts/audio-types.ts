import { endingOf } from './url-ending.ts';

/** Types by the ending of a file, as Apple lists them (P5, P15); the first is the usual one. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  mp3: ['audio/mpeg'],
  m4a: ['audio/x-m4a', 'audio/mp4'],
  mp4: ['video/mp4', 'audio/mp4'],
  m4v: ['video/x-m4v', 'video/mp4'],
  mov: ['video/quicktime'],
};
const TAKEN: ReadonlySet<string> = new Set(Object.values(TYPES).flat());

/** Less than the thinnest speech has, in bytes for each second. */
const THINNEST = 500;

/** Types of transcripts that apps read (P12). */
export const TRANSCRIPT_TYPES = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'text/srt',
  'text/html',
  'text/plain',
  'application/json',
] as const;

/**
 * Holds the type of an episode's file against its name.
 * @returns the type that its ending means where it has another, or `format` for one that Apple does not take
 */
export function judgeAudioType(
  url: string,
  type: string,
): { readonly expected: string } | 'format' | undefined {
  const ending = endingOf(url);
  const known = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  const [expected] = known ?? [];
  if (known && expected !== undefined && !known.includes(type)) return { expected };
  return known || TAKEN.has(type) ? undefined : 'format';
}

/** Whether a file is too small for its duration: its size was written in other units, or is that of another file (P14). */
export function isTooSmall(bytes: number | undefined, seconds: number | undefined): boolean {
  return bytes !== undefined && seconds !== undefined && bytes > 0 && bytes < seconds * THINNEST;
}
