import { measureAudio } from '../articles/measure-audio.ts';
import type { ProbedFile } from '../network/probe-file.ts';
import { readMp4Seconds } from '../podcasts/mp4-length.ts';

/** Audio behind a tag. */
const ENOUGH_AUDIO = 65_536;

/** How long a file elsewhere is, in whole seconds; undefined where its beginning does not tell. */
export async function measureRemote({ start, bytes, readPart }: ProbedFile): Promise<number | undefined> {
  if (start.toString('latin1', 4, 8) === 'ftyp') {
    const seconds = await readMp4Seconds(async (offset, length) =>
      offset + length <= start.length ? start.subarray(offset, offset + length) : readPart(offset, length),
    );
    return seconds === undefined ? undefined : Math.round(seconds);
  }
  const tag = tagLength(start);
  const isBehind = tag + ENOUGH_AUDIO / 16 > start.length;
  const audio = isBehind ? await readPart(tag, ENOUGH_AUDIO) : start.subarray(tag);
  return measureAudio({ start: audio, bytes: bytes === undefined ? undefined : bytes - tag }).seconds;
}

/** Of a tag of ID3v2 with its head (https://id3.org/id3v2.3.0 §3.1), in which a cover may have megabytes. */
function tagLength(start: Buffer): number {
  if (start.toString('latin1', 0, 3) !== 'ID3' || start.length < 10) return 0;
  return 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((start[at] ?? 0) & 0x7f), 0);
}
