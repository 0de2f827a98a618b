/** The vocabulary of feeds: what is asked for, what is planned, what is written. */
import type { Candidate } from './article.ts';
import type { PlannedFile } from './page.ts';
import type { Show } from './podcast.ts';
import type { Place } from './problem.ts';

export type FeedFormat = 'rss' | 'atom' | 'json';
/** `auto`: the newest articles in full, the rest as summaries, so that a document stays small (R47). */
export type ContentMode = 'full' | 'summary' | 'auto';

/** A format of a feed and its file: below the output folder, `/` between segments. */
export interface FeedFile {
  readonly format: FeedFormat;
  readonly path: string;
  /** Old paths that get the same document (R50). */
  readonly aliases?: readonly string[];
}

/** An article in another language. */
export interface Translation {
  /** BCP 47. */
  readonly language: string;
  readonly url: string;
}

/** Articles that have one of the values; upper and lower case are the same. */
export interface FeedFilter {
  readonly facet: string;
  readonly values: readonly string[];
}

/** The whole history of a feed in documents that never change again (RFC 5005 §4, R42). */
export interface ArchiveRule {
  /** Articles of one archive document. */
  readonly size: number;
  /** Folder below the folder of each document, with `:number`; ends with `/`. */
  readonly path: string;
}

/** Feeds as the configuration asks for them: one hand-made feed, or with `by` one for each value of a facet. */
export interface FeedRule {
  readonly place: Place;
  readonly by?: string;
  /** All of them must match. */
  readonly where: readonly FeedFilter[];
  /** In all texts and paths of a rule with `by`, `:tag` (or the name of the facet) stands for the value. */
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  readonly files: readonly FeedFile[];
  readonly limit: number;
  readonly content: ContentMode;
  /** Values with fewer articles have no feed. */
  readonly min: number;
  /** Only these values. */
  readonly include?: readonly string[];
  readonly exclude: readonly string[];
  /** Values that were renamed, whose feeds get a copy of the one that took their place (R50). */
  readonly aliases: readonly { readonly old: string; readonly value: string }[];
  readonly archive?: ArchiveRule;
  /** Whether the feed carries every article and says so (RFC 5005 §2). */
  readonly complete: boolean;
  /** What makes it a podcast. */
  readonly show?: Show;
}

/** One document to write: a format of a feed at a path below the output folder. */
export interface PlannedDocument extends FeedFile {
  /** The public URL it is served from (R38). */
  readonly url: string;
}

/** Documents that carry the same articles, one for each format: what readers subscribe to, or one of its archives. */
export interface PlannedPage {
  readonly documents: readonly PlannedDocument[];
  /** Newest first. */
  readonly articles: readonly Candidate[];
}

export interface PlannedArchive extends PlannedPage {
  /** Its number, the oldest is 1. */
  readonly archive: number;
}

/** A feed to build. The first of a plan is the main feed. */
export interface PlannedFeed extends PlannedPage {
  /** Unique and stable: `main`, `tag: News`, or the path of a hand-made feed. */
  readonly name: string;
  /** The facet and the value of its articles, and what stands for it in paths, for a feed of a group. */
  readonly group?: { readonly facet: string; readonly value: string; readonly slug: string };
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  readonly content: ContentMode;
  readonly complete: boolean;
  readonly show?: Show;
  /** Its page for people, when there are pages. */
  readonly page?: PlannedFile;
  /** All articles that `where` selects, whatever the limit; missing where it says nothing. */
  readonly selected?: readonly Candidate[];
  /** The articles that are not in the current documents, oldest archive first. */
  readonly archives: readonly PlannedArchive[];
}

/** A document of a feed that was written. */
export interface FeedDocument extends PlannedDocument {
  /** The name of its feed. */
  readonly feed: string;
  /** Whether it holds older articles and is not what readers subscribe to. */
  readonly isArchive: boolean;
  readonly items: number;
  readonly bytes: number;
  /** Kept of what readers subscribe to; those of archives are let go once they are on their way to the disk. */
  readonly pieces?: DocumentPieces;
  /** Of an archive: what its bytes come to. */
  readonly checksum?: string;
  /** The path of the document that this is a copy of, at an old path (R50). */
  readonly copyOf?: string;
}

/** A document of a feed before it is published. */
export interface WrittenDocument extends FeedDocument {
  readonly pieces: DocumentPieces;
}

/** The bytes of a document: a frame around items, which all documents share that carry them in the same way. */
export interface DocumentPieces {
  readonly head: Piece;
  readonly items: readonly ItemPiece[];
  /** What stands between two items. */
  readonly between: string;
  readonly end: Piece;
}

/** Bytes that were verified, and their checksum at that time. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly sum: number;
}

/** An item in one format. */
export interface ItemPiece extends Piece {
  /** Its id, as the verification read it. */
  readonly id: string;
  /** Time of its last change, as the verification read it. */
  readonly updated: number;
  /** The prefixes of XML namespaces that it uses, separated by spaces. */
  readonly prefixes: string;
}
