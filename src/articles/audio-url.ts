import type { Candidate } from '../model/index.ts';
import { findFact } from './keys.ts';
import { firstText } from './media.ts';
import { readSource } from './read.ts';
import { isMapping, toList, toText } from './values.ts';

/** The full URL that an article has for its audio, of whatever type; its front matter is read again. */
export function readAudioUrl({ path, file, relative, body }: Candidate): string | undefined {
  const { source } = readSource({ path, file, relative, format: body.format });
  const [value] = toList(source && findFact(source.data, 'audio')?.value);
  const text = isMapping(value) ? firstText(value, ['url', 'src', 'href']) : toText(value);
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}
