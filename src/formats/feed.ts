import {
  type Author,
  type Enclosure as PackageEnclosure,
  Feed as PackageFeed,
  type FeedOptions as PackageFeedOptions,
  type Item as PackageItem,
} from 'feed';
import type { Episode, Show } from '../model/index.ts';
import { writeAtom } from './atom.ts';
import type { FeedProblem } from './check.ts';
import { writeJson } from './json.ts';
import { readFeed } from './read-feed.ts';
import { writeRss } from './rss.ts';

export type { Author, Category, Extension } from 'feed';
export type {
  Chapter,
  Contributor,
  Episode,
  EpisodeType,
  Show,
  Soundbite,
  Transcript,
} from '../model/index.ts';
export type { FeedProblem } from './check.ts';

/** A file that belongs to an item; `length` in bytes, `duration` in seconds, `width` and `height` in pixels. */
export interface Enclosure extends PackageEnclosure {
  width?: number | undefined;
  height?: number | undefined;
  /** What a picture shows, in plain text. */
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
  /** Overrides `id` in Atom only: an absolute IRI. */
  atomId?: string | undefined;
  /** Plain text; takes the place of `description` as the summary. */
  summary?: string | undefined;
  /** When it differs from the feed's language. */
  language?: string | undefined;
  /** The lead picture. */
  image?: string | Enclosure;
  audio?: string | Enclosure;
  video?: string | Enclosure;
  /** More files; the first audio, else video, else other file becomes the one RSS enclosure. */
  attachments?: readonly Enclosure[] | undefined;
  /** The same item in other languages, as BCP 47 tags. */
  translations?: readonly { readonly language: string; readonly url: string }[] | undefined;
  /** What the item says as an episode of a podcast; its file is `audio` or `video`. */
  episode?: Partial<Episode> | undefined;
  /** The page elsewhere that the item is about. */
  externalUrl?: string | undefined;
}

/**
 * Options as in the package `feed`, with additions. `link` is the home page, `feedLinks` are the addresses that the
 * formats are served from. `title`, `description` and `copyright` are plain text. `updated` is by default the newest
 * change of the items, never the clock.
 */
export interface FeedOptions extends PackageFeedOptions {
  /** All authors of the feed; items without authors inherit them. */
  authors?: readonly Author[] | undefined;
  /** WebSub hubs, in addition to `hub`. */
  hubs?: readonly string[] | undefined;
  links?: readonly FeedLink[] | undefined;
  /** A square picture of the site; `image` is the wide logo. */
  icon?: string | undefined;
  /** Makes the feed a show, a podcast that directories take; `podcast: true` is the same with nothing said. */
  show?: Partial<Show> | undefined;
  /** Whether a podcast is explicit: `itunes:explicit`, which directories ask for. Left out when it is not said. */
  explicit?: boolean | undefined;
  /** What titles of items are. Readers show titles as plain text, so HTML is written as its words. @default 'text' */
  titleFormat?: 'text' | 'html' | undefined;
  /**
   * Is told of each value that cannot be written, or that some readers mind, whenever a format is written. The value, or the
   * item that has no id or date without it, is left out. Without it the first value that cannot be written is thrown.
   */
  onProblem?: ((problem: FeedProblem) => void) | undefined;
  /** Namespace URIs of prefixes that your extensions use and that are not known by themselves. */
  namespaces?: Readonly<Record<string, string>> | undefined;
}

/**
 * A feed with the vocabulary of the package `feed` (same constructor and methods) that writes RSS 2.0, Atom 1.0 and
 * JSON Feed 1.1 without the package's defects. It never changes what it was given, and the same input gives the same
 * text.
 *
 * An extension named `prefix:name` is written to RSS and Atom, one named `_name` to JSON Feed. One with another name is an
 * element of RSS without a namespace, and `_name` in JSON Feed.
 *
 * The methods may be passed on without the feed: `items.forEach(feed.addItem)`.
 */
export class Feed extends PackageFeed {
  declare options: FeedOptions;
  declare items: Item[];

  constructor(options: FeedOptions) {
    super(options);
    for (const method of METHODS) this[method] = this[method].bind(this) as never;
  }

  override addItem(item: Item): void {
    super.addItem(item);
  }

  /**
   * RSS 2.0 text.
   * @throws Error that names the item and the field when a date or a URL cannot be read, or an id is given twice, unless
   *   `onProblem` is told of it; and for a feed without `link`
   */
  override rss2(): string {
    return writeRss(readFeed(this, 'rss'));
  }

  /** Atom 1.0 text (RFC 4287). @throws Error as {@link rss2} */
  override atom1(): string {
    return writeAtom(readFeed(this, 'atom'));
  }

  /** JSON Feed 1.1 text. @throws Error as {@link rss2} */
  override json1(): string {
    return writeJson(readFeed(this, 'json'));
  }
}

const METHODS = [
  'addItem',
  'addCategory',
  'addContributor',
  'addExtension',
  'rss2',
  'atom1',
  'json1',
] as const;
