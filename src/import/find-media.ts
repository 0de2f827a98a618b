import { readSourceSet } from '../content/html/source-set.ts';
import { escapeAttribute } from '../text/escape-html.ts';
import { readEntities } from '../text/html-text.ts';
import type { FiledPost } from './front-matter.ts';
import { ARCHIVE } from './media-place.ts';

/** A file that an article shows or leads to. */
export interface NamedFile {
  /** As written. */
  readonly written: string;
  /** Absolute. */
  readonly url: string;
  /** Whether it is shown as an image; else it is a link, audio, a video or another size of an image. */
  readonly isImage: boolean;
}

const TAG = /<(img|source|audio|video|a)\b([^<>]{1,20000})>/gi;
const ATTRIBUTE =
  /\s(src|href|poster|srcset|data-src)\s{0,5}=\s{0,5}(?:"([^"]{1,20000})"|'([^']{1,20000})')/gi;

/** All files that an article names: in its text, as its image and beside it. */
export function findMedia(
  { body, image, attachments = [], url }: FiledPost,
  site: string,
): readonly NamedFile[] {
  const base = url !== undefined && URL.canParse(url) ? url : site;
  const files = [
    ...(image === undefined ? [] : [{ written: image.url, isImage: true }]),
    ...attachments.map((file) => ({ written: file.url, isImage: false })),
    ...[...body.matchAll(TAG)].flatMap(([, tag = '', attributes = '']) =>
      readTag(tag.toLowerCase(), attributes),
    ),
  ];
  return files.flatMap(({ written, isImage }) => {
    const url = readEntities(written).trim();
    return URL.canParse(url, base) ? [{ written, url: new URL(url, base).href, isImage }] : [];
  });
}

function readTag(tag: string, attributes: string): readonly { written: string; isImage: boolean }[] {
  return [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', double, single]) => {
    const value = double ?? single ?? '';
    const isImage = tag === 'img' || name.toLowerCase() === 'poster';
    return name.toLowerCase() === 'srcset'
      ? // Other sizes of an image: those of the site keep their URLs, others are not needed.
        readSourceSet(value).map(({ url }) => ({ written: url, isImage: false }))
      : [{ written: value, isImage }];
  });
}

/**
 * An article that names its files as they are called from now on. Where an image moved, other sizes of it are left out, which stay
 * where no one may find them later.
 * @param locate the new URL of a file by its absolute URL; undefined where it stays
 */
export function nameMedia(
  post: FiledPost,
  site: string,
  locate: (url: string) => string | undefined,
): FiledPost {
  // An article that stays on another site names files of this one in full.
  const isElsewhere = post.permalink !== undefined && !post.permalink.startsWith('/');
  const moved = new Map(
    findMedia(post, site).flatMap(({ written, url }) => {
      const now = locate(url);
      if (now === undefined || now === url) return [];
      return [[written, isElsewhere ? new URL(now, site).href : now] as const];
    }),
  );
  if (moved.size === 0) return post;
  const body = post.body.replace(TAG, (tag) => renameTag(tag, moved));
  const { image, attachments } = post;
  return {
    ...post,
    body,
    ...(image === undefined ? {} : { image: { ...image, url: moved.get(image.url) ?? image.url } }),
    ...(attachments === undefined
      ? {}
      : { attachments: attachments.map((file) => ({ ...file, url: moved.get(file.url) ?? file.url })) }),
  };
}

/** The sources of a `<picture>` would be preferred to its image, which moved. */
function renameTag(tag: string, moved: ReadonlyMap<string, string>): string {
  if (/^<source\b[^>]*\ssrcset\s{0,5}=/i.test(tag)) return '';
  let isMoved = false;
  const renamed = tag.replace(ATTRIBUTE, (attribute, name: string, double?: string, single?: string) => {
    const now = moved.get(double ?? single ?? '');
    if (now === undefined || name.toLowerCase() === 'srcset') return attribute;
    isMoved = true;
    return ` ${name}="${now}"`;
  });
  return isMoved ? renamed.replace(/\s(?:srcset|sizes)\s{0,5}=\s{0,5}(?:"[^"]*"|'[^']*')/gi, '') : renamed;
}

/**
 * An article whose text names in full what it names relative to its page: some tools stop where a file or page isn't among theirs.
 * @param site home page of the site that the article is for
 */
export function nameInFull(post: FiledPost, site: string): FiledPost {
  const page = post.permalink ?? post.url ?? site;
  const base = URL.canParse(page, site) ? new URL(page, site).href : site;
  const inFull = (written: string): string | undefined => {
    const url = readEntities(written).trim();
    const isRelative = url !== '' && !url.startsWith('#') && !URL.canParse(url);
    return isRelative && URL.canParse(url, base) ? new URL(url, base).href : undefined;
  };
  const body = post.body.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (attribute, name: string, double?: string, single?: string) => {
      const value = double ?? single ?? '';
      if (name.toLowerCase() === 'srcset')
        return readSourceSet(value).some(({ url }) => inFull(url) !== undefined) ? '' : attribute;
      const full = inFull(value);
      return full === undefined ? attribute : ` ${name}="${escapeAttribute(full)}"`;
    }),
  );
  return { ...post, body };
}

/** An article without the files that only its export holds, and how many they were. */
export function dropArchived(post: FiledPost): { readonly post: FiledPost; readonly count: number } {
  if (!post.body.includes(ARCHIVE)) return { post, count: 0 };
  let count = 0;
  const body = post.body.replace(/<\w{1,20}\s[^<>]{0,20000}>/g, (tag) => {
    if (!tag.includes(ARCHIVE)) return tag;
    count++;
    return '';
  });
  return { post: { ...post, body }, count };
}
