import type { PlannedDocument } from '../model/index.ts';

/** What pages say about a site and its feeds. Types only. */

/** An article as a page shows it. */
export interface PageItem {
  readonly title: string;
  readonly url: string;
  /** Time in ms. */
  readonly published: number;
  /** Plain text. */
  readonly summary?: string;
  readonly language?: string;
  /** In a show. */
  readonly episode?: PageEpisode;
}

/** An episode as the page of its show plays it; all URLs absolute. */
export interface PageEpisode {
  readonly url: string;
  readonly isVideo: boolean;
  readonly seconds?: number;
  readonly people: readonly { readonly name: string; readonly url?: string }[];
  /** Starts in seconds. */
  readonly chapters: readonly { readonly start: number; readonly title?: string }[];
  readonly transcripts: readonly string[];
}

/** What makes a feed a show, as far as its page shows it. */
export interface PageShow {
  /** Artwork: absolute URL. */
  readonly image?: string;
}

export interface PageFeed {
  readonly title: string;
  readonly description?: string;
  readonly language?: string;
  /** The default first. */
  readonly documents: readonly PlannedDocument[];
  /** The URL of its page. */
  readonly url: string;
  /** Whether it is about one tag, author, section, year or value. */
  readonly isTopic?: boolean;
  readonly show?: PageShow;
  /** The newest first. */
  readonly items: readonly PageItem[];
}

export interface PageSite {
  readonly title: string;
  /** The home page. */
  readonly home: string;
  readonly description?: string;
  readonly language?: string;
  /** IANA name; the days on the pages are in it. */
  readonly timeZone: string;
  /** `#rgb` or `#rrggbb`. */
  readonly colour: string;
  readonly icon?: string;
  /** The URL of the page of all feeds. */
  readonly index: string;
  /** The URL of the OPML file, when there is one. */
  readonly opml?: string;
}
