import { requireObject, takeInput } from './take-input.ts';
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

  /** @throws TypeError for options that are no object */
  constructor(options: FeedOptions) {
    super(requireObject(options, 'options') as FeedOptions);
    for (const method of METHODS) this[method] = this[method].bind(this) as never;
  }

  /** @throws TypeError for an item that is not an object, such as a promise that was not awaited */
  override addItem(item: Item): void {
    super.addItem(requireObject(item, 'item') as Item);
  }

  /** @throws TypeError for an extension that is not an object */
  override addExtension(extension: Extension): void {
    super.addExtension(requireObject(extension, 'extension') as Extension);
  }

  /**
   * RSS 2.0 text.
   * @throws Error that names the item and the field for a value that cannot be written, unless `onProblem` gets it; and for
   *   a feed without any URL
   */
  override rss2(): string {
    return writeDocument(takeInput(this, 'rss'), 'rss');
  }

  /** Atom 1.0 text (RFC 4287). @throws Error as {@link rss2} */
  override atom1(): string {
    return writeDocument(takeInput(this, 'atom'), 'atom');
  }

  /** JSON Feed 1.1 text. @throws Error as {@link rss2} */
  override json1(): string {
    return writeDocument(takeInput(this, 'json'), 'json');
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
