import type { PublishedFeed } from '../documents/published-feed.ts';

/**
 * Says by which ID readers know the article at a URL: some tools have IDs in their feeds that no export of theirs says, such as Substack
 * in the feeds of podcasts.
 * @param feeds those that readers have; of several the first counts
 */
export function readIdsOf(feeds: readonly PublishedFeed[]): (url: string) => string | undefined {
  const ids = new Map<string, Set<string>>();
  for (const { items } of feeds) {
    const own = new Map<string, Set<string>>();
    for (const { id, url } of items) {
      if (url !== undefined) own.set(bare(url), (own.get(bare(url)) ?? new Set()).add(id));
    }
    for (const [url, each] of own) if (!ids.has(url)) ids.set(url, each);
  }
  return (url) => {
    // Several entries may be about one page: then the page says nothing.
    const [id, another] = ids.get(bare(url)) ?? [];
    return another === undefined ? id : undefined;
  };
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
}
