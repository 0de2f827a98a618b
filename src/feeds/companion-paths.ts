import type { Config, PlannedFeed, PlannedFile } from '../model/index.ts';

/** The page of a feed is next to its first document: `tags/news/rss.xml` has `tags/news/rss.html`. */
export function locatePage({ documents }: PlannedFeed, site: string): PlannedFile {
  const path = `${(documents[0]?.path ?? 'feed').replace(/\.[^./]*$/, '')}.html`;
  return { path, url: new URL(path, site).href };
}

interface OwnedPath {
  /** What the user knows the document by. */
  readonly owner: string;
  readonly path: string;
}

/** Every file that a build writes. */
export function ownedPaths(feeds: readonly PlannedFeed[], config: Config): readonly OwnedPath[] {
  const index = config.pages ? [{ owner: 'the page of all feeds', path: config.pages.index }] : [];
  return [
    ...feeds.flatMap(({ name, documents, archives, page }) => {
      const all = [...documents, ...archives.flatMap((archive) => archive.documents)];
      const paths = all.flatMap(({ path, aliases = [] }) => [path, ...aliases]);
      return [
        ...paths.map((path) => ({ owner: name, path })),
        ...(page ? [{ owner: `the page of ${name}`, path: page.path }] : []),
      ];
    }),
    ...index,
    ...config.lists.map(({ kind, path }) => ({ owner: kind, path })),
  ];
}
