import { join } from 'node:path';
import { isEntry, isFile } from './files/places.ts';
import { reasonOf } from './files/refused.ts';
import { replaceFiles } from './files/replace.ts';
import { findMedia } from './import/find-media.ts';
import type { FiledPost } from './import/front-matter.ts';
import {
  ARCHIVE,
  ENDINGS,
  type MediaPlace,
  type MediaSites,
  placeMedia,
  toMediaUrl,
} from './import/media-place.ts';
import type { Export } from './import/post.ts';
import type { Problem, Progress } from './model/index.ts';
import { type FetchedFile, fetchFile } from './network/fetch-file.ts';
import { problem } from './problems/problem.ts';

export interface MediaOptions extends MediaSites {
  /** The folder whose content is copied to the top of the site; absolute. */
  readonly folder: string;
  readonly workingDirectory: string;
  /** Whose private addresses may be asked. */
  readonly ownHost: string;
  readonly progress?: Progress | undefined;
}

/** The files of articles, and what became of them. */
export interface MediaReport {
  /** How many were brought. */
  readonly brought: number;
  /** How many were there already. */
  readonly there: number;
  readonly problems: readonly Problem[];
  /** The URL by which articles name a file from now on; undefined where it stays. */
  readonly locate: (url: string) => string | undefined;
}

/** An article that everybody can read. */
export interface PublicArticle {
  readonly post: FiledPost;
  /** Whether it is there already. */
  readonly isKnown: boolean;
}

/** Larger files are brought by hand. */
const LARGEST = 50_000_000;
const AT_ONCE = 4;
/** After so many silent answers in a row, a host is left alone. */
const MOST_SILENT = 3;

type Placed = { readonly is: 'brought' | 'there'; readonly url: string } | { readonly reason: string };

/**
 * Brings the files that public articles name: from the export, else from their hosts, each as soon as it is whole. What is there is not
 * fetched again and never overwritten, so that the next import goes on where this one was ended. Files of drafts and of what is private stay where they are.
 */
export async function importMedia(
  opened: Export,
  articles: Iterable<PublicArticle>,
  options: MediaOptions,
): Promise<MediaReport> {
  const names = new Map<string, string>();
  const counts = { brought: 0, there: 0 };
  const problems: Problem[] = [];
  const silent = new Map<string, number>();
  const seen = new Set<string>();
  const bring = async (url: string, place: MediaPlace) => {
    const isGivenUp = (silent.get(new URL(url).host) ?? 0) >= MOST_SILENT;
    const placed = isGivenUp
      ? { reason: 'was skipped, because its host does not answer' }
      : await placeFile(place, opened, options, silent);
    if ('reason' in placed)
      problems.push(problem('media-not-brought', { file: url }, { url, reason: placed.reason }));
    else {
      counts[placed.is]++;
      names.set(url, placed.url);
    }
    options.progress?.(`bringing files: ${counts.brought}`);
  };
  for (const { post, isKnown } of articles) {
    const wanted = findMedia(post, options.site).flatMap(({ url, isImage }) => {
      const place = seen.has(url) ? undefined : placeMedia(url, options);
      // An article that is there already keeps the URLs that it has.
      if (!place || (place.isOpen && (isKnown || !isImage))) return [];
      seen.add(url);
      return [{ url, place }];
    });
    for (let at = 0; at < wanted.length; at += AT_ONCE)
      await Promise.all(wanted.slice(at, at + AT_ONCE).map(({ url, place }) => bring(url, place)));
  }
  return { ...counts, problems, locate: (url) => names.get(url) };
}

async function placeFile(
  place: MediaPlace,
  opened: Export,
  options: MediaOptions,
  silent: Map<string, number>,
): Promise<Placed> {
  const { folder, site, workingDirectory } = options;
  const urlOf = (path: string) => place.url ?? toMediaUrl(path, site);
  const there = namesOf(place).find((name) => isEntry(join(folder, name)));
  if (there !== undefined)
    return isFile(join(folder, there))
      ? { is: 'there', url: urlOf(there) }
      : { reason: 'was not saved, because there is another file with its name' };
  const loaded = await load(place, opened, options, silent);
  if ('reason' in loaded) return loaded;
  const ending = ENDINGS.get(loaded.type);
  if (place.isOpen && ending === undefined) return { reason: 'is not an image' };
  if (/html/.test(loaded.type ?? '')) return { reason: 'is an HTML page' };
  const path = place.isOpen ? `${place.path}.${ending}` : place.path;
  const replacement = { path: join(folder, path), pieces: [loaded.bytes] };
  const failure = replaceFiles([replacement], { place: workingDirectory, inside: [workingDirectory] });
  return failure
    ? { reason: `can't be written: ${reasonOf(failure.error)}` }
    : { is: 'brought', url: urlOf(path) };
}

function namesOf({ path, isOpen }: MediaPlace): readonly string[] {
  return isOpen ? [...ENDINGS.values()].map((ending) => `${path}.${ending}`) : [path];
}

async function load(
  { source }: MediaPlace,
  opened: Export,
  { ownHost }: MediaOptions,
  silent: Map<string, number>,
): Promise<FetchedFile> {
  const bytes = opened.find?.(source);
  if (bytes) return { bytes, type: undefined };
  if (source.startsWith(ARCHIVE)) return { reason: 'is not in the export', isSilent: false };
  const { host } = new URL(source);
  const fetched = await fetchFile(source, { ownHost, most: LARGEST });
  silent.set(host, 'isSilent' in fetched && fetched.isSilent ? (silent.get(host) ?? 0) + 1 : 0);
  return fetched;
}
