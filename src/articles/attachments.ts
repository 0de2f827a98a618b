import { lookup } from 'mrmime';
import type { Attachment, Place, Problem, SoundFacts } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { toSeconds } from './duration.ts';
import type { HeardSound } from './episode-source.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Found, findFact } from './keys.ts';
import { findOtherContainer, measureSound } from './measure-sound.ts';
import { firstText, isLocal, type MediaContext, toMediaUrl, toNumber } from './media.ts';
import { reportUnused, SOUND } from './unused-audio.ts';
import { isMapping, toList, toText } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where the values of one key come from, and where problems with them go. */
interface Context extends MediaContext {
  readonly key: string;
  readonly placeOf: (key: string) => Place;
  readonly report: (found: Problem) => void;
  /** Is told what a sound file says of itself. */
  readonly hear: (sound: HeardSound) => void;
}

/** Types as directories of podcasts list them (P5), and what the table of types does not have. */
const TYPES: Readonly<Record<string, string>> = {
  m4a: 'audio/x-m4a',
  m4b: 'audio/x-m4b',
  m4v: 'video/x-m4v',
  flac: 'audio/flac',
  opus: 'audio/ogg',
};

/** Names of types that are none, and the type that is meant (P15). */
const MEANT: Readonly<Record<string, string>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-mp3': 'audio/mpeg',
  'audio/mpeg3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-mpeg-3': 'audio/mpeg',
  'audio/m4a': 'audio/x-m4a',
  'video/m4v': 'video/x-m4v',
};

/**
 * Reads the files of an article (R24, R33), those of a podcast too (P17); what can't be used is left out with a warning, and so is
 * sound under a key that nobody knows.
 */
export function readAttachments(
  data: FrontMatter,
  base: MediaContext,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): { readonly attachments: readonly Attachment[]; readonly sound?: HeardSound } {
  const attachments: Attachment[] = [];
  const sounds: HeardSound[] = [];
  for (const found of [findFact(data, 'attachments'), findAudio(data)]) {
    if (!found) continue;
    const hear = (sound: HeardSound) => void sounds.push(sound);
    const context = { ...base, key: found.key, placeOf, report, hear };
    for (const value of toList(found.value)) {
      const attachment = readAttachment(isMapping(value) ? value : fromText(value), context, data);
      if (attachment && !attachments.some(({ url }) => url === attachment.url)) attachments.push(attachment);
    }
  }
  if (!attachments.some(isEpisodeFile)) reportUnused(data, placeOf, report);
  const [sound] = sounds;
  return { attachments, ...(sound ? { sound } : {}) };
}

/** Whether a file is what podcast players play. */
export function isEpisodeFile({ type }: Attachment): boolean {
  return /^(?:audio|video)\//.test(type);
}

/** `file` may name anything. */
function findAudio(data: FrontMatter): Found | undefined {
  const found = findFact(data, 'audio');
  return /(?:^|\.)file$/.test(found?.key ?? '') && !SOUND.test(toText(found?.value) ?? '')
    ? undefined
    : found;
}

/** WordPress keeps `URL length type` in one text. */
function fromText(value: unknown): Fields {
  const [url, length, type] = (toText(value) ?? '').split(' ');
  return /^\d+$/.test(length ?? '') ? { url, length, type } : { url: toText(value) };
}

function readAttachment(fields: Fields, context: Context, data: FrontMatter): Attachment | undefined {
  const { key, placeOf, report } = context;
  const text = firstText(fields, ['url', 'src', 'href', 'file', 'path', 'audio', 'mp3']);
  if (text === undefined) return undefined;
  const url = toMediaUrl(text, context);
  if (url === undefined) {
    report(problem('bad-media-url', placeOf(key), { key, value: text }));
    return undefined;
  }
  const published = context.findFile(text, url);
  if (published === undefined)
    report(problem('file-not-on-site', placeOf(key), { written: text, outcome: undefined }));
  const type = readType(fields, url, data);
  if (type === undefined) {
    report(problem('unknown-type', placeOf(key), { key, value: text }));
    return undefined;
  }
  // What the article says of its episode beside the file counts for files that players play, and says nothing itself.
  const isEpisode = /^(?:audio|video)\//.test(type);
  const bytes = readBytes(fields, text, isEpisode ? data : {}, context);
  const seconds = isEpisode ? readSeconds(fields, text, data, context) : undefined;
  const title = toText(fields.title);
  if (bytes === undefined && !isLocal(text))
    report(problem('unknown-length', placeOf(key), { key, value: text }));
  return {
    url: published ?? url,
    type,
    ...(bytes ? { bytes } : {}),
    ...(seconds ? { seconds } : {}),
    ...(title === undefined ? {} : { title }),
  };
}

function readType(fields: Fields, url: string, data: FrontMatter): string | undefined {
  const path = new URL(url).pathname;
  const guessed = TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? lookup(path);
  const own = firstText(fields, ['type', 'mime_type', 'mimeType', 'mimetype']);
  const said = own ?? (SOUND.test(path) || guessed === undefined ? typeOf(data) : undefined);
  const type = said === undefined ? guessed : (MEANT[said.toLowerCase()] ?? said);
  return type !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : undefined;
}

/** Only what looks like a type: a `media_type` may be any word. */
function typeOf(data: FrontMatter): string | undefined {
  const said = toText(findFact(data, 'mimeType')?.value);
  return said !== undefined && /^(?:audio|video)\/[\w.+-]+$/i.test(said) ? said : undefined;
}

/** The size of the file where it is at hand, else what the article says of it (P14). */
function readBytes(fields: Fields, text: string, data: FrontMatter, context: Context): number | undefined {
  const { key, placeOf, report } = context;
  const beside = findFact(data, 'bytes');
  const own = [fields.length, fields.size, fields.bytes, fields.size_in_bytes];
  // A 0 says nothing, and what stands beside it may know more.
  const written = [...own, beside?.value].map(toNumber).find((bytes) => bytes !== undefined);
  const real = context.fileOf(text)?.bytes;
  if (real === undefined && written === undefined && isLocal(text))
    report(problem('file-not-found', placeOf(key), { key, value: text, outcome: 'its length is not known' }));
  if (real !== undefined && written !== undefined && real !== written)
    report(problem('wrong-length', placeOf(beside?.key ?? key), { value: text, written, real }));
  return real ?? written;
}

/** The duration of the file where it is at hand, else what the article says of it (P14). */
function readSeconds(fields: Fields, text: string, data: FrontMatter, context: Context): number | undefined {
  const { key, placeOf, report } = context;
  const own = fields.duration ?? fields.seconds ?? fields.duration_in_seconds;
  const beside = findFact(data, 'duration');
  const seconds = toSeconds(own) ?? toSeconds(beside?.value) ?? toSeconds(clockOf(data.length));
  if (own === undefined && beside && seconds === undefined)
    report(problem('bad-duration', placeOf(beside.key), { key: beside.key, value: beside.value }));
  const real = measure(text, context)?.seconds;
  if (real !== undefined && seconds !== undefined && Math.abs(real - seconds) > 2)
    report(problem('wrong-duration', placeOf(beside?.key ?? key), { value: text, written: seconds, real }));
  return real ?? seconds;
}

function measure(text: string, { key, fileOf, placeOf, report, hear }: Context): SoundFacts | undefined {
  const file = fileOf(text);
  if (!file) return undefined;
  const sound = measureSound(file.path);
  hear({ ...sound, written: text });
  const container = findOtherContainer(file.path, sound);
  if (container !== undefined) report(problem('wrong-extension', placeOf(key), { value: text, container }));
  return sound;
}

/** A `length` of `31:07` is a time, not a number of bytes. */
function clockOf(value: unknown): unknown {
  return /:/.test(toText(value) ?? '') ? value : undefined;
}
