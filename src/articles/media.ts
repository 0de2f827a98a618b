import { lookup } from 'mrmime';
import type { Attachment, Image, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Found, findFact } from './keys.ts';
import { isMapping, toList, toText } from './values.ts';

/** Where relative paths of an article lead. */
export interface MediaBase {
  readonly site: string;
  /** URL of the article. */
  readonly url: string;
  /** Size in bytes of a local file that a path of this article means, when there is one. */
  readonly sizeOf: (path: string) => number | undefined;
}

interface Media {
  readonly attachments: readonly Attachment[];
  readonly image?: Image;
  readonly problems: readonly Problem[];
}

/** Reads lead image and attachments (R24, R32, R33); what cannot be used is left out with a warning. */
export function readMedia(data: FrontMatter, base: MediaBase, placeOf: (key: string) => Place): Media {
  const image = findFact(data, 'image');
  const attached = findFact(data, 'attachments');
  const problems: Problem[] = [];
  const report = (found: Problem) => void problems.push(found);
  const read = image && readImage(image, base, placeOf, report);
  const attachments = attached ? readAttachments(attached, base, placeOf, report) : [];
  return { attachments, ...(read ? { image: read } : {}), problems };
}

function readImage(
  found: Found,
  base: MediaBase,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): Image | undefined {
  const [value] = toList(found.value);
  const fields = isMapping(value) ? value : { url: value };
  const text = firstText(fields, ['url', 'src', 'path', 'image', 'feature', 'filename', 'relative', 'file']);
  if (text === undefined) return undefined;
  const url = toMediaUrl(text, base);
  if (url === undefined) {
    report(problem('bad-media-url', placeOf(found.key), { key: found.key, value: text }));
    return undefined;
  }
  if (isLocal(text) && base.sizeOf(text) === undefined) {
    report(
      problem('file-not-found', placeOf(found.key), {
        key: found.key,
        value: text,
        outcome: 'the picture is left out',
      }),
    );
    return undefined;
  }
  const type = lookup(new URL(url).pathname);
  const [width, height] = [toNumber(fields.width), toNumber(fields.height)];
  const alt = firstText(fields, ['alt', 'caption', 'title', 'description']);
  return {
    url,
    ...(type?.startsWith('image/') ? { type } : {}),
    ...(width && height ? { width, height } : {}),
    ...(alt === undefined ? {} : { alt }),
  };
}

function readAttachments(
  found: Found,
  base: MediaBase,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): readonly Attachment[] {
  const attachments: Attachment[] = [];
  for (const value of toList(found.value)) {
    const attachment = readAttachment(
      isMapping(value) ? value : fromText(value),
      found.key,
      base,
      placeOf,
      report,
    );
    if (attachment && !attachments.some(({ url }) => url === attachment.url)) attachments.push(attachment);
  }
  return attachments;
}

/** WordPress keeps `URL length type` in one text. */
function fromText(value: unknown): Readonly<Record<string, unknown>> {
  const [url, length, type] = (toText(value) ?? '').split(' ');
  return /^\d+$/.test(length ?? '') ? { url, length, type } : { url: toText(value) };
}

function readAttachment(
  fields: Readonly<Record<string, unknown>>,
  key: string,
  base: MediaBase,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): Attachment | undefined {
  const text = firstText(fields, ['url', 'src', 'href', 'file', 'path', 'audio', 'mp3']);
  if (text === undefined) return undefined;
  const url = toMediaUrl(text, base);
  if (url === undefined) {
    report(problem('bad-media-url', placeOf(key), { key, value: text }));
    return undefined;
  }
  const type =
    firstText(fields, ['type', 'mime_type', 'mimeType', 'mimetype']) ?? lookup(new URL(url).pathname);
  if (type === undefined || !/^[\w.+-]+\/[\w.+-]+$/.test(type)) {
    report(problem('unknown-type', placeOf(key), { key, value: text }));
    return undefined;
  }
  const bytes =
    toNumber(fields.length ?? fields.size ?? fields.bytes ?? fields.size_in_bytes) ?? base.sizeOf(text);
  if (isLocal(text) && bytes === undefined) {
    report(problem('file-not-found', placeOf(key), { key, value: text, outcome: 'its length is not known' }));
  }
  const seconds = toSeconds(fields.duration ?? fields.seconds ?? fields.duration_in_seconds);
  const title = toText(fields.title);
  return {
    url,
    type,
    ...(bytes ? { bytes } : {}),
    ...(seconds ? { seconds } : {}),
    ...(title === undefined ? {} : { title }),
  };
}

/** An absolute http(s) URL: a path from `/` starts at the site, any other at the article's own address. */
export function toMediaUrl(
  text: string,
  { site, url }: { readonly site: string; readonly url: string },
): string | undefined {
  const clean = text.replaceAll(' ', '%20');
  const path = new URL(site).pathname;
  const isRooted = clean.startsWith('/') && !clean.startsWith('//');
  const [reference, base] = isRooted && !clean.startsWith(path) ? [`.${clean}`, site] : [clean, url];
  if (!URL.canParse(reference, base)) return undefined;
  const absolute = new URL(reference, base);
  return /^https?:$/.test(absolute.protocol) && absolute.hostname !== '' ? absolute.href : undefined;
}

/** A path that starts at the article; one that starts at the site may be served from anywhere. */
function isLocal(text: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text);
}

function firstText(fields: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(fields[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A positive integer written in digits; `null`, `0` and `"unknown"` are no sizes (R33). */
function toNumber(value: unknown): number | undefined {
  const text = toText(value);
  const number = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : undefined;
}

/** Seconds, from `3600`, `1:00:00`, `60:00` or `PT1H`. */
function toSeconds(value: unknown): number | undefined {
  const text = toText(value);
  if (text === undefined) return undefined;
  const iso = /^PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d{1,9})?S)?$/i.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0) || undefined;
  const parts = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,8})(?:\.\d{1,9})?$/.exec(text);
  if (!parts) return undefined;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) || undefined;
}
