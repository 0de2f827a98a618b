import { typeOfName } from '../text/type-of-name.ts';
import { AUDIO_OR_VIDEO } from './audio-files.ts';
import type { FrontMatter } from './front-matter.ts';
import { firstText } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { toText } from './values.ts';

/** Types as directories of podcasts list them (P5), and what the table of types does not have. */
const TYPES: Readonly<Record<string, string>> = {
  m4a: 'audio/x-m4a',
  m4b: 'audio/x-m4b',
  m4v: 'video/x-m4v',
  flac: 'audio/flac',
  opus: 'audio/ogg',
};

/** Invalid names of types, and the type that is meant (P15). */
const MEANT: Readonly<Record<string, string>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-mp3': 'audio/mpeg',
  'audio/mpeg3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-mpeg-3': 'audio/mpeg',
  'audio/m4a': 'audio/x-m4a',
  'video/m4v': 'video/x-m4v',
};

/** The MIME type of a file: what its fields say, else what its name says, else what the article says beside it (P15). */
export function readType(
  fields: Readonly<Record<string, unknown>>,
  url: string,
  data: FrontMatter,
): string | undefined {
  const path = new URL(url).pathname;
  const guessed = typeOfName(path, TYPES);
  const own = firstText(fields, ['type', 'mime_type', 'mimeType', 'mimetype']);
  const said = own ?? (AUDIO_OR_VIDEO.test(path) || guessed === undefined ? typeOf(data) : undefined);
  const type = said === undefined ? guessed : (MEANT[said.toLowerCase()] ?? said);
  return type !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : undefined;
}

/** Only what looks like a type: a `media_type` may be any word. */
function typeOf(data: FrontMatter): string | undefined {
  const said = toText(findFact(data, 'mimeType')?.value);
  return said !== undefined && /^(?:audio|video)\/[\w.+-]+$/i.test(said) ? said : undefined;
}
