import type { Candidate, FeedFormat, PlannedFeed, PlannedPage } from '../model/index.ts';

/** What makes an item differ between the documents that carry it. Two with the same key carry it as the same text. */
export interface ItemKey {
  readonly isWhole: boolean;
  /** Of the feed: an item says its own only where it is another. */
  readonly language: string | undefined;
  /** Whether it links to its translations: one that is published later must not change an archive (R42). */
  readonly isTranslated: boolean;
  /** Whether the feed is a show: then an episode says more, and its notes are cut. */
  readonly isShow: boolean;
  readonly formats: readonly FeedFormat[];
}

/** An article, and the keys by number under which documents carry it. */
export interface WantedArticle {
  readonly article: Candidate;
  readonly keys: readonly number[];
  /** Whether what readers subscribe to carries it, and not only an archive. */
  readonly isCurrent: boolean;
  /** Whether some feed decides by its size how it is carried. */
  readonly isMeasured: boolean;
}

/** A page of a feed, and the numbers of its keys. */
export interface KeyedPage {
  readonly feed: PlannedFeed;
  readonly page: PlannedPage;
  /** The key of an item with its content, and of one with its summary alone. */
  readonly whole: number;
  readonly short: number;
}

export interface KeyedItems {
  /** In the order of the plan: each feed, then its archives. */
  readonly pages: readonly KeyedPage[];
  readonly keys: readonly ItemKey[];
  /** Each article once, in the order in which pages need them. */
  readonly wanted: readonly WantedArticle[];
}

/** Which items the documents of a plan need, and in how many ways each. */
export function keyItems(feeds: readonly PlannedFeed[]): KeyedItems {
  const book = createKeyBook();
  const pages = feeds.flatMap((feed) =>
    [feed, ...feed.archives].map((page): KeyedPage => {
      const formats = page.documents.map(({ format }) => format);
      const number = (isWhole: boolean) =>
        book.number(
          { isWhole, language: feed.language, isTranslated: page === feed, isShow: feed.show !== undefined },
          formats,
        );
      return {
        feed,
        page,
        whole: feed.content === 'summary' ? -1 : number(true),
        short: feed.content === 'full' ? -1 : number(false),
      };
    }),
  );
  return { pages, keys: book.list(), wanted: listWanted(pages) };
}

function createKeyBook() {
  const keys = new Map<string, { number: number; key: ItemKey }>();
  return {
    number(carried: Omit<ItemKey, 'formats'>, formats: readonly FeedFormat[]) {
      const name = JSON.stringify(Object.values(carried).map((value) => value ?? null));
      const known = keys.get(name);
      const all = [...new Set([...(known?.key.formats ?? []), ...formats])];
      const number = known?.number ?? keys.size;
      keys.set(name, { number, key: { ...carried, formats: all } });
      return number;
    },
    list: () => [...keys.values()].map(({ key }) => key),
  };
}

function listWanted(pages: readonly KeyedPage[]): readonly WantedArticle[] {
  const wanted = new Map<Candidate, { keys: Set<number>; isCurrent: boolean; isMeasured: boolean }>();
  for (const { feed, page, whole, short } of pages)
    for (const article of page.articles) {
      const known = wanted.get(article) ?? { keys: new Set(), isCurrent: false, isMeasured: false };
      wanted.set(article, known);
      for (const key of [whole, short]) if (key >= 0) known.keys.add(key);
      known.isCurrent ||= page === feed;
      known.isMeasured ||= feed.content === 'auto';
    }
  return [...wanted].map(([article, { keys, ...rest }]) => ({ article, keys: [...keys], ...rest }));
}
