/** What the name of a page says to Zola (content, Page::parse). */
export interface ZolaName {
  /** As it stands in front of the name, with or without a time. */
  readonly date?: string;
  /** What the slug is made of. */
  readonly slug: string;
}

const DATED =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)(?:\s?[_-](.+)$)?/;

/** Reads `2025-01-02-name` and `2025-01-02`, as Zola does since 0.22 (before, a name that is only a date said nothing): no other form of a date, and none in folders. */
export function readZolaName(name: string): ZolaName {
  const [, date, slug = name] = DATED.exec(name) ?? [];
  return date === undefined ? { slug: name } : { date, slug };
}
