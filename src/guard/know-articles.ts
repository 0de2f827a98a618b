import { toIri } from '../articles/url-and-id.ts';
import type { Candidate, ItemCard, PlannedFeed, WrittenDocument } from '../model/index.ts';
import type { KnownArticle } from './known-article.ts';

/** A feed with everything that is about to be published of it. */
export interface ReadyFeed {
  readonly feed: PlannedFeed;
  /** Without archives; none when it has no items. */
  readonly documents: readonly WrittenDocument[];
  readonly items: readonly ItemCard[];
}

/** All articles of a site by what happens to them. */
export interface Articles {
  readonly live: readonly Candidate[];
  readonly heldBack: readonly Candidate[];
  readonly expired: readonly Candidate[];
}

/** The articles that a feed carries. */
export function listCarried({ live }: Articles, feeds: readonly ReadyFeed[]): Articles {
  const carried = new Set(feeds.flatMap(({ items }) => items.map(({ file }) => file)));
  return { live: live.filter(({ file }) => carried.has(file)), heldBack: [], expired: [] };
}

/** Rendered articles with their text, the others with what is known of them. */
export function knowArticles(
  { live, heldBack, expired }: Articles,
  feeds: readonly ReadyFeed[],
  atomBase: string,
): readonly KnownArticle[] {
  const rendered = new Map(feeds.flatMap(({ items }) => items.map((item) => [item.file, item] as const)));
  const know = (state: KnownArticle['state']) => (candidate: Candidate) => {
    const { file, id, url, title, published, aliases } = candidate;
    const atomId = id === url ? id : toIri(id, atomBase);
    const item = rendered.get(file);
    const known: KnownArticle = {
      ...{ file, id, url, title, published, state },
      ...(aliases ? { aliases } : {}),
      ...(atomId === id ? {} : { atomId }),
      ...(candidate.said === undefined ? {} : { said: candidate.said }),
      ...(item ? { fingerprint: item.fingerprint } : {}),
      ...(item?.language === undefined ? {} : { language: item.language }),
      ...(item?.summary === undefined ? {} : { summary: item.summary }),
    };
    // Most comparisons ask for the content of few articles; it is made from its bytes then.
    return item ? Object.defineProperty(known, 'content', { enumerable: true, get: item.content }) : known;
  };
  return [...live.map(know('live')), ...heldBack.map(know('held back')), ...expired.map(know('expired'))];
}
