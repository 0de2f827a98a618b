/** The vocabulary of what accompanies feeds: pages for people, lists of feeds. */

/** A page of your own, with placeholders. */
export interface PageTemplate {
  /** As shown to the user. */
  readonly file: string;
  readonly text: string;
}

/** Pages for people (R55): one for each feed beside its first document, and one of all feeds. */
export interface PageSettings {
  /** The page of all feeds, below the output folder. */
  readonly index: string;
  /** `#rgb` or `#rrggbb`. */
  readonly colour: string;
  readonly template?: PageTemplate;
}

export type ListKind = 'opml' | 'links' | 'headers' | 'menu';

/** A list of all feeds (R44) and its file below the output folder. */
export interface ListFile {
  readonly kind: ListKind;
  readonly path: string;
}

/** Where the page of a feed stands. */
export interface PlannedFile {
  /** Below the output folder, `/` between segments. */
  readonly path: string;
  /** The public URL. */
  readonly url: string;
}

/** A page, a list or the manifest before it is published. */
export interface Companion {
  readonly kind: 'page' | 'index' | 'manifest' | 'chapters' | ListKind;
  /** Below the output folder, `/` between segments. */
  readonly path: string;
  readonly text: string;
}
