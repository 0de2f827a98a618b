import type { ArchiveRule, Candidate, FeedFile } from '../model/index.ts';

/** The articles of the current documents, and those of each archive, oldest archive first; all newest first. */
export interface Pages {
  readonly current: readonly Candidate[];
  /** An archive that has lost all its articles stays, empty, so that the others keep their numbers. */
  readonly archives: readonly (readonly Candidate[])[];
}

/** The numbers of the archives that articles are in, by id and by URL. */
export type ArchiveNumbers = ReadonlyMap<string, number>;

/** The archives that a feed has, by the path of its first document. */
export type FindArchives = (path: string) => ArchiveNumbers | undefined;

/**
 * Divides the articles of a feed between its current documents and its archives (RFC 5005 §4, R42). What is in an archive stays in
 * it, and nothing comes to it, so that none ever changes when articles come or go. The oldest articles of the current documents
 * become a new archive as soon as `limit` remain without them.
 * @param articles all of the feed, newest first
 * @param published the archives that there are
 */
export function divideArticles(
  articles: readonly Candidate[],
  limit: number,
  { size }: ArchiveRule,
  published: ArchiveNumbers = new Map(),
): Pages {
  const last = [...published.values()].reduce((a, b) => Math.max(a, b), 0);
  const kept = Array.from({ length: last }, (): Candidate[] => []);
  const open: Candidate[] = [];
  for (const article of articles) {
    const number = published.get(article.id) ?? published.get(article.url) ?? 0;
    (kept[number - 1] ?? open).push(article);
  }
  const count = Math.max(0, Math.floor((open.length - limit) / size));
  const end = open.length;
  const added = Array.from({ length: count }, (_, index) =>
    open.slice(end - (index + 1) * size, end - index * size),
  );
  return { current: open.slice(0, end - count * size), archives: [...kept, ...added] };
}

/** The file of an archive document: `rss.xml` in the folder `archive/3/` beside that of the current document. */
export function archiveFile(
  { format, path }: FeedFile,
  { path: folder }: ArchiveRule,
  number: number,
): FeedFile {
  const cut = path.lastIndexOf('/') + 1;
  return { format, path: path.slice(0, cut) + folder.replace(':number', String(number)) + path.slice(cut) };
}
