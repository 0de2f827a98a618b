import type { Manifest } from './manifest.ts';

/** How the articles of each feed, named by the path of its first document, are divided between its archives. */
export function findArchivesIn({
  pages,
  articles,
}: Manifest): (path: string) => ReadonlyMap<string, number> | undefined {
  const known = new Map<string, Map<string, number>>();
  for (const { feed, archive, articles: indices } of pages) {
    if (archive === undefined) continue;
    const numbers = known.get(feed) ?? new Map<string, number>();
    known.set(feed, numbers);
    for (const index of indices) {
      const { id = '', url = '' } = articles[index] ?? {};
      numbers.set(id, archive).set(url, archive);
    }
  }
  return (path) => known.get(path);
}
