/** What a feed document says about one item, as text. */
export interface ReadItem {
  id?: string;
  url?: string;
  title?: string;
  published?: string;
  updated?: string;
  /** HTML. */
  content?: string;
  /** In RSS as HTML. */
  summary?: string;
  markdown?: string;
  /** The prefixes of namespaces that it uses, separated by spaces. */
  prefixes?: string;
}

/** What a document says of itself. */
export interface ReadFrame {
  title?: string;
  /** The URL it says it is served from. */
  self?: string;
  /** The newest change it says it has; JSON Feed has no word for it. */
  updated?: string;
  /** URIs by the prefixes that it declares for its items. */
  namespaces?: Readonly<Record<string, string>>;
}
