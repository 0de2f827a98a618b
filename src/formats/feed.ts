import { type Extension, type FeedOptions, type Item, PackageFeed } from './vocabulary.ts';
import { writeDocument } from './write.ts';

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
export type { Author, Category, Enclosure, Extension, FeedLink, FeedOptions, Item } from './vocabulary.ts';

/**
 * A feed with the vocabulary of the package `feed` (same constructor and methods) that writes RSS 2.0, Atom 1.0 and
 * JSON Feed 1.1 without the package's defects. It never changes what it was given, and the same input gives the same
 * text.
 *
 * An extension named `prefix:name` is written to RSS and Atom. One without a prefix is an element of RSS and, as `_name`, a property
 * of JSON Feed. One that has the name of an element or property that is written anyway takes its place.
 *
 * The methods may be passed on without the feed: `items.forEach(feed.addItem)`.
 */
export class Feed extends PackageFeed {
  declare options: FeedOptions;
  declare items: Item[];
  declare extensions: Extension[];

  constructor(options: FeedOptions) {
    super(options);
    for (const method of METHODS) this[method] = this[method].bind(this) as never;
  }

  override addItem(item: Item): void {
    super.addItem(item);
  }

  override addExtension(extension: Extension): void {
    super.addExtension(extension);
  }

  /**
   * RSS 2.0 text.
   * @throws Error that names the item and the field when a date or a URL cannot be read, unless `onProblem` is told of it; and for
   *   a feed without any URL
   */
  override rss2(): string {
    return writeDocument(this, 'rss');
  }

  /** Atom 1.0 text (RFC 4287). @throws Error as {@link rss2} */
  override atom1(): string {
    return writeDocument(this, 'atom');
  }

  /** JSON Feed 1.1 text. @throws Error as {@link rss2} */
  override json1(): string {
    return writeDocument(this, 'json');
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
