import type { Candidate } from '../model/index.ts';
import { AUDIO_OR_VIDEO } from './audio-files.ts';
import { readSource } from './read.ts';
import { isMapping, toList, toText } from './values.ts';

/** Whether the front matter of an article, read again, names a audio or a video under any key. */
export function hasAudio({ path, file, relative, body }: Candidate): boolean {
  const { source } = readSource({ path, file, relative, format: body.format });
  return Object.values(source?.data ?? {}).some((value) =>
    (isMapping(value) ? Object.values(value) : toList(value)).some(isPlayable),
  );
}

/** The URL of a file, or a mapping with one. */
function isPlayable(value: unknown): boolean {
  const texts = isMapping(value) ? Object.values(value) : [value];
  return texts
    .map(toText)
    .some((text) => text !== undefined && !text.includes(' ') && AUDIO_OR_VIDEO.test(text));
}
