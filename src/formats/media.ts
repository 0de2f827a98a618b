import { typeOfName } from '../text/type-of-name.ts';
import { type Owner, readFileUrl, readLine, readWebUrl, refuse } from './check.ts';
import type { MediaKind, ReadyMedia } from './checked-feed.ts';
import type { Enclosure, Item } from './vocabulary.ts';

/** The files of an item, audio first, then video, then the others (R33); a file named twice counts once. */
export function readAttachments(item: Item, owner: Owner): readonly ReadyMedia[] {
  if (!item.audio && !item.video && !item.enclosure && !item.attachments) return [];
  const found = [
    ...one(item.audio, 'audio', owner),
    ...one(item.video, 'video', owner),
    ...one(item.enclosure, undefined, owner, 'enclosure'),
    ...(item.attachments ?? []).flatMap((file) => one(file, undefined, owner, 'attachments')),
  ];
  if (found.length < 2) return found;
  const unique = [...new Map(found.toReversed().map((file) => [file.url, file])).values()].toReversed();
  return unique.sort((a, b) => rank(a) - rank(b));
}

function rank(file: ReadyMedia): number {
  return file.kind === 'audio' ? 0 : file.kind === 'video' ? 1 : 2;
}

/** The lead image of an item (R32). */
export function readImage(item: Item, owner: Owner): ReadyMedia | undefined {
  if (!item.image) return undefined;
  const image = typeof item.image === 'string' ? { url: item.image } : item.image;
  const url = readFileUrl(image.url, owner, 'image');
  return url === undefined ? undefined : readMedia(image, url, 'image');
}

function one(
  file: string | Enclosure | undefined,
  kind: MediaKind | undefined,
  owner: Owner,
  field: string = kind ?? '',
): ReadyMedia[] {
  if (!file) return [];
  const enclosure = typeof file === 'string' ? { url: file } : file;
  if (!enclosure.url) refuse(owner, field, 'has no URL');
  const url = readWebUrl(enclosure.url, owner, field);
  return url === undefined ? [] : [readMedia(enclosure, url, kind)];
}

function readMedia(file: Enclosure, url: string, expected: MediaKind | undefined): ReadyMedia {
  const type = readType(file.type) ?? typeOf(url, expected);
  return {
    kind: expected ?? kindOf(type),
    url,
    type,
    bytes: count(file.length),
    seconds: count(file.duration),
    title: readLine(file.title),
    width: count(file.width),
    height: count(file.height),
    alt: readLine(file.alt),
  };
}

/** A positive whole number; zero and nonsense are unknown. */
function count(value: unknown): number | undefined {
  const number = Math.round(Number(value ?? 0));
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** RFC 6838 §4.2, with parameters. */
export const mimeType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[ \w!#$&^.+="-]*)?$/;

function readType(type: unknown): string | undefined {
  const text = readLine(type);
  return text !== undefined && mimeType.test(text) ? text : undefined;
}

function kindOf(type: string | undefined): MediaKind {
  const kind = type?.split('/', 1)[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'other';
}

/** Endings that feeds use and the table does not have. */
const more: Readonly<Record<string, string>> = {
  flac: 'audio/flac',
  m4b: 'audio/x-m4b',
  m4v: 'video/x-m4v',
  mkv: 'video/x-matroska',
};

const usual = { audio: 'audio/mpeg', video: 'video/mp4', other: 'application/octet-stream' } as const;

/** The type by the ending of the path: `episode.mp4` as audio is `audio/mp4`, not what its ending says first. */
function typeOf(url: string, expected: MediaKind | undefined): string | undefined {
  const path = url.replace(/[?#].*$/s, '');
  const ending =
    path
      .slice(path.lastIndexOf('/') + 1)
      .match(/\.(\w+)$/)?.[1]
      ?.toLowerCase() ?? '';
  const type = typeOfName(ending, more);
  if (expected === 'image') return kindOf(type) === 'image' ? type : undefined;
  if (expected === undefined || kindOf(type) === expected) return type ?? usual.other;
  const kind = kindOf(type);
  const container = type !== undefined && (kind === 'audio' || kind === 'video');
  return container ? type.replace(kind, expected) : usual[expected];
}
