/** The few words that a page says itself. */
export interface Words {
  readonly subscribe: string;
  /** What a feed is, in one sentence. */
  readonly what: string;
  /** How to subscribe, in one sentence. */
  readonly how: string;
  readonly address: string;
  readonly copy: string;
  readonly copied: string;
  /** Above the readers on the web. */
  readonly readers: string;
  readonly formats: string;
  readonly latest: string;
  readonly feeds: string;
  /** What the list of all feeds is for, in one sentence. */
  readonly choose: string;
  /** The link to the OPML file. */
  readonly list: string;
  /** A date, from D, M and Y. */
  readonly date: string;
  /** Twelve names between spaces, or nothing where a month is its number. */
  readonly months: string;
}
