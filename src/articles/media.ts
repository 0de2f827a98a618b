import type { MediaFile } from '../files/find-media.ts';
import type { Image, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { typeOfName } from '../text/type-of-name.ts';
import { readCaption } from './extras.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Found, findFact } from './names-of-facts.ts';
import { isMapping, toList, toText } from './values.ts';

/** Where the files of an article are. */
export interface MediaContext {
  readonly site: string;
  /** Absolute URL that relative paths start from. */
  readonly url: string;
  /** Whether the site has a show, whose episodes directories look at. */
  readonly hasShow: boolean;
  /** Where the files of episodes are that an article names alone: the setting `audio`. */
  readonly audio: string | undefined;
  /** The local file that a path of this article means, when there is one. */
  readonly fileOf: (path: string) => MediaFile | undefined;
  /**
   * The URL under which the site has a file of the article.
   * @param written as the article names it
   * @param url where it would be
   * @returns undefined if it is unknown
   */
  readonly findFile: (written: string, url: string, alt?: string) => string | undefined;
}

/** Reads the lead image (R24, R32); one that can't be used is left out with a warning. */
export function readImage(
  data: FrontMatter,
  base: MediaContext,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): Image | undefined {
  const found = findFact(data, 'image');
  const image = found && readFields(found, base, placeOf, report);
  const [value] = toList(found?.value);
  const caption = image && readCaption(data, isMapping(value) ? value : {});
  return image && caption !== undefined ? { ...image, caption } : image;
}

function readFields(
  found: Found,
  base: MediaContext,
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
  const published = base.findFile(text, url, firstText(fields, ['alt']));
  if (published === url && isLocal(text) && base.fileOf(text) === undefined) {
    report(
      problem('file-not-found', placeOf(found.key), {
        key: found.key,
        value: text,
        outcome: 'the image is left out',
      }),
    );
    return undefined;
  }
  if (published === undefined || !/^https?:/i.test(published)) {
    report(problem('file-not-on-site', placeOf(found.key), { written: text, outcome: 'it is left out' }));
    return undefined;
  }
  const type = typeOfName(new URL(published).pathname);
  const [width, height] = [toNumber(fields.width), toNumber(fields.height)];
  const alt = firstText(fields, ['alt', 'caption', 'title', 'description']);
  return {
    url: published,
    ...(type?.startsWith('image/') ? { type } : {}),
    ...(width && height ? { width, height } : {}),
    ...(alt === undefined ? {} : { alt }),
  };
}

/**
 * An absolute http(s) URL: a path from `/` starts at the site, any other at the article's own URL, unless the file is only at the top
 * of the site: many themes take such paths from there.
 */
export function toMediaUrl(
  text: string,
  { site, url, fileOf }: Pick<MediaContext, 'site' | 'url'> & Partial<Pick<MediaContext, 'fileOf'>>,
): string | undefined {
  const isAtTop = isLocal(text) && fileOf?.(text)?.isBeside === false;
  const clean = (isAtTop ? `/${text}` : text).replaceAll(' ', '%20');
  const path = new URL(site).pathname;
  const isRooted = clean.startsWith('/') && !clean.startsWith('//');
  const [reference, base] = isRooted && !clean.startsWith(path) ? [`.${clean}`, site] : [clean, url];
  if (!URL.canParse(reference, base)) return undefined;
  const absolute = new URL(reference, base);
  return /^https?:$/.test(absolute.protocol) && absolute.hostname !== '' ? absolute.href : undefined;
}

/** A path that starts at the article; one that starts at the site may be served from anywhere. */
export function isLocal(text: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text);
}

export function firstText(
  fields: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const text = toText(fields[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A positive integer written in digits, also in groups as `1,234,567`; `null`, `0` and `"unknown"` are not sizes (R33). */
export function toNumber(value: unknown): number | undefined {
  const written = toText(value);
  const text = /^\d{1,3}(?:[,_ ]\d{3})+$/.test(written ?? '') ? written?.replace(/[,_ ]/g, '') : written;
  const number = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : undefined;
}
