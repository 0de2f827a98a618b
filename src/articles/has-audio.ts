import type { Candidate } from '../model/index.ts';
import { readSource } from './read.ts';
import { SOUND } from './sound-files.ts';
import { isMapping, toList, toText } from './values.ts';

/** Whether the front matter of an article, read again, names a sound or a video under any key. */
export function hasAudio({ path, file, relative, body }: Candidate): boolean {
  const { source } = readSource({ path, file, relative, format: body.format });
  return Object.values(source?.data ?? {}).some((value) =>
    (isMapping(value) ? Object.values(value) : toList(value)).some(isSound),
  );
}

/** The URL of a file, or a mapping with one. */
function isSound(value: unknown): boolean {
  const texts = isMapping(value) ? Object.values(value) : [value];
  return texts.map(toText).some((text) => text !== undefined && !text.includes(' ') && SOUND.test(text));
}
