/** What two sides have in common when they belong together. */
export interface Keys<Item, Article> {
  /** Empty or undefined for an item without such a key. */
  readonly ofItem: (item: Item) => string | undefined;
  readonly ofArticle: (article: Article) => readonly string[];
  /** What must be true besides; without it two items with one key are already one too many. */
  readonly agree?: (item: Item, article: Article) => boolean;
}

/** A key that is shared by more pairs than this, such as one title for all, names none of them; to look at each would take minutes. */
const MAX_PAIRS = 250_000;

/** The pairs whose keys are equal, where neither side has a second choice. */
export function findPairs<Item, Article>(
  items: readonly Item[],
  articles: readonly Article[],
  { ofItem, ofArticle, agree }: Keys<Item, Article>,
): readonly (readonly [Item, Article])[] {
  const itemsOf = group(items, (item) => [ofItem(item) ?? '']);
  itemsOf.delete('');
  const articlesOf = group(articles, (article) => ofArticle(article).filter((key) => itemsOf.has(key)));
  const choices = new Map<Article, Set<Item>>();
  for (const [key, sharing] of articlesOf) {
    const found = itemsOf.get(key) ?? [];
    if (agree && found.length * sharing.length > MAX_PAIRS) continue;
    const looked = agree ? found : found.slice(0, 2);
    for (const article of sharing) {
      const known = choices.get(article) ?? new Set();
      choices.set(article, known);
      for (const item of looked) if (agree?.(item, article) ?? true) known.add(item);
    }
  }
  const sure = [...choices].flatMap(([article, found]) =>
    found.size === 1 ? [...found].map((item) => [item, article] as const) : [],
  );
  const wanted = group(sure, ([item]) => [item]);
  return sure.filter(([item]) => wanted.get(item)?.length === 1);
}

export function group<Member, Key>(
  members: readonly Member[],
  keysOf: (member: Member) => readonly Key[],
): Map<Key, readonly Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members)
    for (const key of keysOf(member)) {
      const known = groups.get(key);
      if (known) known.push(member);
      else groups.set(key, [member]);
    }
  return groups;
}
