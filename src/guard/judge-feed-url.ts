import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isLocalUrl } from './comparable-url.ts';
import type { DocumentNow, FeedNow } from './documents.ts';
import type { Judgement } from './harm.ts';
import { keepPath } from './keep-path.ts';
import type { PlanIndex } from './plan-index.ts';

/** Readers subscribe to URLs; a URL to which nothing is written any more goes silent (R7, R50). */
export function judgeFeedUrl(
  { path, url, source }: PublishedDocument,
  { self, format, generator }: PublishedFeed,
  { feed, planned }: { readonly feed: FeedNow; readonly planned: DocumentNow | undefined },
  index: PlanIndex,
  { settingPlace }: Judgement,
): readonly Problem[] {
  // What others say of their feeds is not always so, and where it was found is.
  const isFound = planned !== undefined && url !== undefined;
  if (planned?.isCopy || planned?.url === self || (isFound && !generator?.startsWith('feedwright')))
    return [];
  const said = self === undefined || isLocalUrl(self) ? undefined : self;
  const was = isFound ? said : (url ?? said ?? (planned ? undefined : path && source));
  if (was === undefined || index.byUrl(was)) return [];
  const same = planned ?? feed.documents.find((document) => document.format === format);
  const old = findPath(said ?? was, same) ?? (said === undefined ? path : undefined);
  const hasMoved = planned !== undefined || isElsewhere(said, feed);
  const place = settingPlace(hasMoved ? 'site' : 'formats');
  const isFolder = old !== undefined && !/[^/.]\.\w+$/.test(old);
  const details = {
    ...{ feed: source, was, is: (same ?? feed.documents[0])?.url ?? 'nothing' },
    ...(hasMoved ? { isMoved: true } : same ? {} : { format }),
    ...(!hasMoved && isFolder ? { isFolder } : {}),
    ...(!hasMoved && same && old !== undefined && !isFolder ? { setting: keepPath(old, feed, same) } : {}),
  };
  return [problem('feed-url-changed', place, details)];
}

/** Whether a document said that it was on another site: no setting keeps a copy there. */
function isElsewhere(said: string | undefined, { documents: [first] }: FeedNow): boolean {
  return said !== undefined && first !== undefined && findPath(said, first) === undefined;
}

/** The path of a URL below the site that a document belongs to. */
function findPath(url: string, document: DocumentNow | undefined): string | undefined {
  const site = document?.url.endsWith(document.path)
    ? document.url.slice(0, -document.path.length)
    : undefined;
  return site !== undefined && url.startsWith(site) ? url.slice(site.length) : undefined;
}
