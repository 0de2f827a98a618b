import {
  type Author,
  type Category,
  type Enclosure as PackageEnclosure,
  type Extension as PackageExtension,
  Feed as PackageFeed,
  type FeedOptions as PackageFeedOptions,
  type Item as PackageItem,
} from 'feed';
import type { Episode, Show } from '../model/index.ts';
import type { FeedProblem } from './check.ts';

export type { Author, Category };
/** The class and the words of the package `feed`, with additions: its one door. */
export { PackageFeed };

/**
 * An element or property that the options do not have. `objects` is in the compact notation of `feed`: `_attributes`, `_text`,
 * `_cdata`, everything else is a child element.
 */
export interface Extension extends PackageExtension {
  /** Only for this format; without it for those that its name is written in. */
  format?: 'rss' | 'atom' | 'json' | undefined;
}

/** A file that belongs to an item; `length` in bytes, `duration` in seconds, `width` and `height` in pixels. */
export interface Enclosure extends PackageEnclosure {
  width?: number | undefined;
  height?: number | undefined;
  /** What an image shows, in plain text. */
  alt?: string | undefined;
}

/** A link of the whole feed to another document, such as RFC 5005 `prev-archive` and `current`. */
export interface FeedLink {
  /** A registered link relation. `next` with the format `json` is `next_url` in JSON Feed. */
  rel: string;
  url: string;
  type?: string | undefined;
  /** Only for this format; without it for every XML format. */
  format?: 'rss' | 'atom' | 'json' | undefined;
}

/**
 * An item as in the package `feed`, with additions. `title` is plain text, `description` and `content` are HTML.
 * `date` is the last change, `published` the first publication; with only `date` it is both.
 * `guid` overrides `id` in RSS only; leave it out to have one id in all formats. Dates may also be what libraries for dates have
 * in their place: objects with `toJSDate`, `toDate`, `toISOString` or `epochMilliseconds`.
 */
export interface Item extends PackageItem {
  /** A note: `title` stands only in Atom, which needs one (RFC 4287 §4.1.2). */
  isUntitled?: boolean | undefined;
  /** Overrides `id` in Atom only: an absolute IRI. */
  atomId?: string | undefined;
  /** Plain text; takes the place of `description` as the summary. */
  summary?: string | undefined;
  /** The content as Markdown: `source:markdown` of RSS. Readers that know it show it in place of the content. */
  markdown?: string | undefined;
  /** When it differs from the feed's language. */
  language?: string | undefined;
  /** The lead image. */
  image?: string | Enclosure;
  audio?: string | Enclosure;
  video?: string | Enclosure;
  /** More files; the first audio, else video, else other file becomes the one RSS enclosure. */
  attachments?: readonly Enclosure[] | undefined;
  /** The same item in other languages, as BCP 47 tags. */
  translations?: readonly { readonly language: string; readonly url: string }[] | undefined;
  extensions?: Extension[];
  /** What the item says as an episode of a podcast; its file is `audio` or `video`. */
  episode?: Partial<Episode> | undefined;
  /** The page elsewhere that the item is about. */
  externalUrl?: string | undefined;
  /** Where readers discuss the item, and how many comments there are. */
  comments?: { readonly url: string; readonly count?: number } | undefined;
}

/**
 * Options as in the package `feed`, with additions. `link` is the home page, `feedLinks` are the URLs that the
 * formats are served from. `title`, `description` and `copyright` are plain text. `updated` is by default the newest
 * change of the items, never the clock.
 */
export interface FeedOptions extends PackageFeedOptions {
  /** All authors of the feed; items without authors inherit them. */
  authors?: readonly Author[] | undefined;
  /** WebSub hubs, in addition to `hub`. */
  hubs?: readonly string[] | undefined;
  links?: readonly FeedLink[] | undefined;
  /** A square image of the site; `image` is the wide logo. */
  icon?: string | undefined;
  /** Makes the feed a show, a podcast that directories take; `podcast: true` is the same with nothing said. */
  show?: Partial<Show> | undefined;
  /** Whether a podcast is explicit: `itunes:explicit`, which directories ask for. Left out when it is not said. */
  explicit?: boolean | undefined;
  /** What titles of items are. Readers show titles as plain text, so HTML is written as its words. @default 'text' */
  titleFormat?: 'text' | 'html' | undefined;
  /**
   * Is told of each value that cannot be written, or that some readers mind, whenever a format is written. The value, or the
   * item that has no id or no valid date without it, is left out. Without it the first value that cannot be written is thrown.
   */
  onProblem?: ((problem: FeedProblem) => void) | undefined;
  /** Namespace URIs of prefixes that your extensions use and that are not known by themselves. */
  namespaces?: Readonly<Record<string, string>> | undefined;
}

/** What a feed is written from: an instance of the class, as far as the writers know it. */
export interface FeedInput {
  readonly options: FeedOptions;
  /** Undefined stands for an item that was refused: the others keep their places. */
  readonly items: readonly (Item | undefined)[];
  readonly categories: readonly string[];
  readonly contributors: readonly Author[];
  readonly extensions: readonly Extension[];
}
