import type { Episode, Show } from '../model/index.ts';
import type { Extension, FeedLink } from './vocabulary.ts';

/**
 * What the writers write: read from the options and items of a Feed, checked and cleaned. All text is legal XML,
 * names are on one line, URLs are absolute, times are whole seconds as milliseconds. Types only.
 */

export interface ReadyPerson {
  /** Never empty. */
  readonly name: string;
  readonly email: string | undefined;
  readonly url: string | undefined;
  readonly avatar: string | undefined;
}

export interface ReadyTag {
  readonly label: string;
  readonly term: string;
  readonly scheme: string | undefined;
}

export type MediaKind = 'image' | 'audio' | 'video' | 'other';

export interface ReadyMedia {
  readonly kind: MediaKind;
  readonly url: string;
  /** Undefined only for an image whose type no one gave. */
  readonly type: string | undefined;
  readonly bytes: number | undefined;
  readonly seconds: number | undefined;
  readonly title: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string | undefined;
}

/** A text that is either plain or HTML. */
export interface ReadyText {
  readonly kind: 'text' | 'html';
  readonly value: string;
}

export interface ReadyTranslation {
  readonly language: string;
  readonly url: string;
}

export interface ReadyItem {
  /** The id for JSON Feed. */
  readonly id: string;
  /** The id for RSS; empty for an item without any. */
  readonly guid: string;
  readonly isPermaLink: boolean;
  /** The id for Atom; undefined when it would have to be made from a home page that the feed does not have. */
  readonly atomId: string | undefined;
  readonly url: string | undefined;
  readonly title: string;
  /** The title stands only where the format needs one. */
  readonly isUntitled: boolean;
  /** Undefined for an item without a date, which RSS and JSON Feed may have. */
  readonly published: number | undefined;
  readonly updated: number | undefined;
  readonly summary: ReadyText | undefined;
  /** HTML. */
  readonly content: string | undefined;
  /** The content as Markdown. */
  readonly markdown: string | undefined;
  /** The item's own, or else the feed's. */
  readonly authors: readonly ReadyPerson[];
  readonly contributors: readonly ReadyPerson[];
  readonly tags: readonly ReadyTag[];
  readonly image: ReadyMedia | undefined;
  readonly attachments: readonly ReadyMedia[];
  /** Only when it differs from the feed's. */
  readonly language: string | undefined;
  readonly rights: string | undefined;
  readonly externalUrl: string | undefined;
  readonly comments: { readonly url: string; readonly count: number | undefined } | undefined;
  readonly translations: readonly ReadyTranslation[];
  readonly episode: Episode | undefined;
  readonly extensions: readonly Extension[];
}

/** A feed before anything is known of its items: all that an item takes from it. */
export interface ReadyHead {
  readonly id: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
  /** The home page. */
  readonly url: string | undefined;
  /** The URL this format is served from. */
  readonly self: string | undefined;
  readonly hubs: readonly string[];
  readonly links: readonly FeedLink[];
  readonly language: string | undefined;
  /** The newest change; undefined for a feed without items and without `updated`. */
  readonly updated: number | undefined;
  readonly authors: readonly ReadyPerson[];
  readonly contributors: readonly ReadyPerson[];
  readonly tags: readonly string[];
  /** The wide image. */
  readonly logo: string | undefined;
  /** The square image. */
  readonly icon: string | undefined;
  readonly favicon: string | undefined;
  /** The image for RSS, when it is one that RSS can show. */
  readonly image: string | undefined;
  readonly rights: string | undefined;
  readonly generator: string | undefined;
  readonly docs: string;
  readonly ttl: number | undefined;
  readonly stylesheet: string | undefined;
  /** Only when the feed is a show. */
  readonly podcast: Show | undefined;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly extensions: readonly Extension[];
}

export interface ReadyFeed extends ReadyHead {
  readonly items: ItemFacts;
}

/** What the head of a document says of its items as a whole. */
export interface ItemFacts {
  readonly count: number;
  /** The newest change; undefined without items. */
  readonly updated: number | undefined;
  /** Whether each has an author. */
  readonly isNamed: boolean;
  /** Whether each has exactly the authors of the feed. */
  readonly isShared: boolean;
  /** Whether some have Markdown. */
  readonly hasMarkdown: boolean;
  /** Elements of the channel of a show that name its trailers. */
  readonly trailers: string;
}
