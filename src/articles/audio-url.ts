import type { Candidate, Config } from '../model/index.ts';
import { isNamedAudio, locateAudio } from './audio-files.ts';
import { firstText } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { readSource } from './read.ts';
import { isMapping, toList, toText } from './values.ts';

/** The full URL that an article has for its audio, of whatever type; its front matter is read again. */
export function readAudioUrl(
  { path, file, relative, body }: Candidate,
  { audio }: Pick<Config, 'audio'>,
): string | undefined {
  const { source } = readSource({ path, file, relative, format: body.format });
  const found = source && findFact(source.data, 'audio');
  const [value] = toList(found?.value);
  const written = isMapping(value) ? firstText(value, ['url', 'src', 'href']) : toText(value);
  const text = written === undefined ? undefined : locateAudio(written, audio);
  if (!found || !isNamedAudio(found.key, text)) return undefined;
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}
