import type { Attachment, Place, Problem } from '../model/index.ts';
import { isTooSmall, judgeAudioType } from '../podcasts/audio-types.ts';
import { problem } from '../problems/problem.ts';

/** Where a file is named, and where what is wrong with it goes. */
interface Named {
  readonly key: string;
  readonly written: string;
  /** Whether its size is that of a local file, which is right. */
  readonly isLocal: boolean;
  readonly placeOf: (key: string) => Place;
  readonly report: (found: Problem) => void;
}

/**
 * Holds the file of an episode against what directories take (P5, P14, P15).
 * @returns the file with the type that its name means
 */
export function judgeAudio(file: Attachment, { key, written, isLocal, placeOf, report }: Named): Attachment {
  const { url, type, bytes, seconds } = file;
  const judged = judgeAudioType(url, type);
  if (judged === 'format') report(problem('episode-format', placeOf(key), { value: written, type }));
  if (!isLocal && isTooSmall(bytes, seconds))
    report(
      problem('episode-small', placeOf(key), { value: written, bytes: bytes ?? 0, seconds: seconds ?? 0 }),
    );
  if (judged === undefined || judged === 'format') return file;
  report(problem('episode-type', placeOf(key), { value: written, type, expected: judged.expected }));
  return { ...file, type: judged.expected };
}
