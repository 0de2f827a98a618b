import type { FeedLink } from '../formats/feed.ts';
import { FORMAT_TYPES } from '../formats/format-names.ts';
import type { FeedFormat, PlannedFeed, PlannedPage } from '../model/index.ts';

/**
 * The links from one page of a feed to the others, on the feed only (R42): `prev-archive` to the next older page and, from an
 * archive, `current` (RFC 5005 §4); in JSON Feed the next older page is `next_url`. There is no `next-archive`: it would change
 * an archive that is full.
 */
export function historyLinks(feed: PlannedFeed, page: PlannedPage): FeedLink[] {
  const archives: readonly PlannedPage[] = feed.archives;
  const index = page === feed ? archives.length : archives.indexOf(page);
  const older = linkTo(archives[index - 1], (format) => (format === 'json' ? 'next' : 'prev-archive'));
  const current = page === feed ? [] : linkTo(feed, () => 'current');
  return [...older, ...current.filter(({ format }) => format !== 'json')];
}

function linkTo(page: PlannedPage | undefined, relation: (format: FeedFormat) => string): FeedLink[] {
  return (page?.documents ?? []).map(({ format, url }) => ({
    rel: relation(format),
    url,
    type: FORMAT_TYPES[format],
    format,
  }));
}

/** What a page says of itself: a complete feed (RFC 5005 §2), or an archive (§4). */
export function historyElements(feed: PlannedFeed, page: PlannedPage): readonly string[] {
  if (page !== feed) return ['fh:archive'];
  return feed.complete ? ['fh:complete'] : [];
}
