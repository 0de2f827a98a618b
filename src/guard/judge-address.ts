import type { PublishedDocument, PublishedFeed } from '../documents/published-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isLocalAddress } from './address.ts';
import type { DocumentNow, FeedNow } from './documents.ts';
import type { Judgement } from './harm.ts';
import type { PlanIndex } from './plan-index.ts';

/** Readers subscribe to URLs; one that nothing is written to any more goes silent (R7, R50). */
export function judgeAddress(
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
  const said = self === undefined || isLocalAddress(self) ? undefined : self;
  const was = isFound ? said : (url ?? said ?? (planned ? undefined : path && source));
  if (was === undefined || index.byUrl(was)) return [];
  const other = planned ?? feed.documents.find((document) => document.format === format) ?? feed.documents[0];
  const place = settingPlace(planned ? 'site' : 'formats');
  return [problem('feed-url-changed', place, { feed: source, was, is: other?.url ?? 'nothing' })];
}
