import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FiledPost } from './front-matter.ts';
import { lastPart, toFileName } from './name-file.ts';
import { toPermalink } from './permalink.ts';
import type { Post, PostState } from './post.ts';

/** For which site a post is filed, and as what its readers know it. */
export interface FilingOptions {
  /** Home page; absolute, ends with `/`. */
  readonly site: string;
  /** The ID by which readers know the article at a URL, where their feed says another one than the export. */
  readonly knownAs?: (url: string) => string | undefined;
}

/**
 * A post with its permalink; without a date no one can publish it, so that it becomes a draft.
 * @param exported home page of the old site, where the export says it
 */
export function filePost(
  post: Post,
  { site, knownAs }: FilingOptions,
  exported: string | undefined,
): FiledPost {
  const place = post.url === undefined ? undefined : toPermalink(post.url, site, exported);
  const state = post.date === undefined && post.state === 'public' ? 'draft' : post.state;
  const aliases = [...(place?.alias === undefined ? [] : [place.alias]), ...(post.aliases ?? [])];
  return {
    ...post,
    id: (post.url === undefined ? undefined : knownAs?.(post.url)) ?? post.id ?? place?.alias,
    exported: post.id ?? post.url ?? describe(post),
    state,
    permalink: place?.permalink,
    aliases,
    updated: isLater(post.updated, post.date) ? post.updated : undefined,
  };
}

/** What tells a post without ID and URL, such as a draft, from others. */
function describe({ date = '', title, body }: Post): string {
  const words = title === '' ? createHash('sha256').update(body).digest('hex') : title;
  return `${date} ${words}`.trim();
}

/** What is planned for later was changed before it. Times without a zone can't be compared, and stay. */
function isLater(updated = '', date = ''): boolean {
  return ![updated, date].every((time) => ZONED.test(time)) || Date.parse(updated) > Date.parse(date);
}

const ZONED = /(?:Z|[+-]\d\d:\d\d)$/;

/** Below the folder of the articles. */
export const FOLDERS: Readonly<Record<PostState, string>> = {
  public: '',
  draft: 'drafts',
  private: 'private',
};

/** The path of a file without its ending: date and slug, drafts and private articles apart. */
export function choosePath({ state, date, name, url, title }: FiledPost, folder: string): string {
  const words = [name, url && lastPart(url), title].map((text) => toFileName(text ?? ''));
  const slug = words.find((text) => text !== '') ?? 'article';
  return join(folder, FOLDERS[state], [date?.slice(0, 10), slug].filter(Boolean).join('-'));
}
