/** The vocabulary of articles, from what decides about one to what a feed carries of it. */
import type { Person } from './person.ts';
import type { Episode } from './podcast.ts';
import type { Place } from './problem.ts';

export type BodyFormat = 'markdown' | 'html' | 'text';

/** A file that belongs to an article (R24, R33): absolute http(s) URL, MIME type, real size when known. */
export interface Attachment {
  readonly url: string;
  readonly type: string;
  readonly bytes?: number;
  readonly seconds?: number;
  readonly title?: string;
}

/** The lead image of an article (R32). */
export interface Image {
  readonly url: string;
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
  /** What is below it: caption and credit. */
  readonly caption?: string;
}

/** Where the body of an article starts in its file. Bodies stay on disk until an article is selected. */
export interface Body {
  readonly format: BodyFormat;
  /** Byte offset of the first byte after the front matter. */
  readonly offset: number;
}

/** A URL that code of the site makes, under a key that is code itself, or that a plugin adds for the template of the configuration. */
export type UrlGuess = { readonly place: Place; readonly key: string } & (
  | { readonly code: 'unread-permalink'; readonly value: string | undefined }
  | { readonly code: 'missing-url-key'; readonly template: string }
);

/** What decides whether an article is published: all that is known of one that was not selected. */
export interface Candidate {
  /** As shown to the user: relative to the working directory, `/` between segments. */
  readonly file: string;
  /** Absolute path on disk. */
  readonly path: string;
  /** Path below its article folder, `/` between segments. */
  readonly relative: string;
  readonly body: Body;
  readonly id: string;
  readonly url: string;
  /** Why the URL is a guess, if the built site doesn't show the page. */
  readonly guess?: UrlGuess;
  /** Plain text, never empty (R19). */
  readonly title: string;
  /** A note: its title is its first words, for formats that need one. */
  readonly untitled?: boolean;
  readonly published: number;
  readonly updated: number;
  /** Whether it says itself when it was updated. */
  readonly saysUpdated?: boolean;
  /** The time that it says itself, where the build gave it another (`schedule: on-build`). */
  readonly said?: number;
  readonly expires?: number;
  /** Only those that the configuration groups or filters by. */
  readonly facets?: Facets;
  /** The key by which a note says that it, and no note without it, is published. */
  readonly optIn?: string;
  /** URLs it had before, as written: absolute, or relative to its own. */
  readonly aliases?: readonly string[];
}

/** What articles are grouped and filtered by, by key: `tag`, `author`, `section`, `language`, `year` or a front-matter key. */
export type Facets = Readonly<Record<string, readonly string[]>>;

/** What front matter, file name and configuration say about one file, in one vocabulary for all dialects. */
export interface Article extends Candidate {
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  readonly language?: string;
  /** Plain text. */
  readonly summary?: string;
  readonly image?: Image;
  /** The page elsewhere that a link post is about. */
  readonly externalUrl?: string;
  /** Where readers discuss it, and how many comments there were when the site was built. */
  readonly comments?: Comments;
  /** Where a report was written, as newspapers put it before the text. */
  readonly dateline?: string;
  /** What was corrected since it was published. */
  readonly corrections?: readonly string[];
  readonly attachments: readonly Attachment[];
  /** What it says as an episode of a podcast; only with audio or video. */
  readonly episode?: Episode;
}

export interface Comments {
  readonly url: string;
  readonly count?: number;
}

/** An article with its body rendered, ready for a feed. */
export interface Item extends Article {
  /** Safe, well-formed HTML with absolute URLs and XML-legal text; empty string when the article has no body. */
  readonly content: string;
  /** The content as Markdown, where the configuration asks for it. */
  readonly markdown?: string;
  /** The beginning of the body as plain text: the summary where the content stays out and there is no other. */
  readonly lead: string;
  readonly fingerprint: Fingerprint;
}

/** Text and images of an article in a few letters; empty where it has none. */
export interface Fingerprint {
  readonly text: string;
  readonly images: string;
}

/** What the manifest keeps of an item. */
export type ListedItem = Pick<
  Item,
  'id' | 'url' | 'title' | 'published' | 'updated' | 'said' | 'fingerprint'
>;

/** What lists and comparisons show of an item; its content stays where its bytes are. */
export interface ItemCard extends Omit<Item, 'content' | 'markdown'> {
  readonly content: () => string;
}
