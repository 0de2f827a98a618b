import type { ArchiveRule, Candidate, FeedFile } from '../model/index.ts';

/** The articles of the current documents, and those of each archive, oldest archive first; all newest first. */
export interface Pages {
  readonly current: readonly Candidate[];
  readonly archives: readonly (readonly Candidate[])[];
}

/**
 * Divides the articles of a feed between its current documents and its archives (RFC 5005 §4, R42). Archives are counted from
 * the oldest article and always full, so that none ever changes when an article is added: the newest articles stay in the
 * current documents until `size` of them make a new archive. They carry `limit` to `limit + size - 1` articles.
 * @param articles all of the feed, newest first
 */
export function divideArticles(articles: readonly Candidate[], limit: number, { size }: ArchiveRule): Pages {
  const count = Math.max(0, Math.floor((articles.length - limit) / size));
  const end = articles.length;
  const archives = Array.from({ length: count }, (_, index) =>
    articles.slice(end - (index + 1) * size, end - index * size),
  );
  return { current: articles.slice(0, end - count * size), archives };
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
