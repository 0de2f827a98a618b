/**
 * The vocabulary: the data that flows from stage to stage. Types only.
 * Instants are milliseconds since 1970-01-01T00:00:00Z; sizes are bytes; durations are seconds.
 */

import type { ArchiveRule, Facets, FeedFile, FeedRule } from './model-feeds.ts';
import type { ListFile, PageSettings } from './model-pages.ts';

export type * from './model-feeds.ts';
export type * from './model-pages.ts';
export type * from './report.ts';

export type Severity = 'error' | 'warning';

/** Where a problem is: a file as the user names it (relative to the working directory), 1-based line and column. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** One thing to tell the user. `message` says what is wrong, `hint` one way out. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  readonly hint: string;
}

export type FeedFormat = 'rss' | 'atom' | 'json';
/** `auto`: the newest articles in full, the rest as summaries, so that a document stays small (R47). */
export type ContentMode = 'full' | 'summary' | 'auto';
export type BodyFormat = 'markdown' | 'html' | 'text';

export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
  readonly avatar?: string;
}

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
}

/** Where the body of an article starts in its file. Bodies stay on disk until an article is selected. */
export interface Body {
  readonly format: BodyFormat;
  /** Byte offset of the first byte after the front matter. */
  readonly offset: number;
}

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
  /** Plain text, never empty (R19). */
  readonly title: string;
  readonly published: number;
  readonly updated: number;
  readonly expires?: number;
  /** Only those that the configuration groups or filters by. */
  readonly facets?: Facets;
  /** Addresses it had before, as written: absolute, or relative to its own. */
  readonly aliases?: readonly string[];
}

/** Is told what a long run is doing, and how much of that is done, from 0 to 1, where that is known. */
export type Progress = (what: string, share?: number) => void;

/** What front matter, file name and configuration say about one file, in one vocabulary for all dialects. */
export interface Article extends Candidate {
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  readonly language?: string;
  /** Plain text. */
  readonly summary?: string;
  readonly image?: Image;
  readonly attachments: readonly Attachment[];
}

/** An article with its body rendered, ready for a feed. */
export interface Item extends Article {
  /** Safe, well-formed HTML with absolute URLs and XML-legal text; empty string when the article has no body. */
  readonly content: string;
  /** The beginning of the body as plain text: the summary where the content stays out and there is no other. */
  readonly lead: string;
}

/** `feedwright.yaml`, checked and with every default filled in. */
export interface Config {
  /** Folder that relative paths of the configuration start from; absolute. */
  readonly root: string;
  /** Folder that files are named relative to in problems; absolute. */
  readonly workingDirectory: string;
  /** The configuration file as shown to the user, or `--site` when there is none. */
  readonly file: string;
  /** Home page of the site: absolute, ends with `/`. */
  readonly site: string;
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  /** IANA name; dates without a zone are in it (R58). */
  readonly timeZone: string;
  readonly authors: readonly Person[];
  /** Absolute folders. */
  readonly articles: readonly string[];
  /** Glob patterns on paths relative to the article folder. */
  readonly exclude: readonly string[];
  /** Absolute folder. */
  readonly output: string;
  readonly permalink: string;
  readonly id?: string;
  readonly limit: number;
  readonly content: ContentMode;
  readonly formats: readonly FeedFile[];
  /** Feeds beside the main one. */
  readonly feeds: readonly FeedRule[];
  /** The facets that `feeds` needs to know of every article. */
  readonly facets: readonly string[];
  /** Of the main feed. */
  readonly archive?: ArchiveRule;
  /** Whether the main feed carries every article and says so (RFC 5005 §2). */
  readonly complete: boolean;
  readonly pages?: PageSettings;
  readonly lists: readonly ListFile[];
  readonly image?: string;
  readonly icon?: string;
  readonly copyright?: string;
  readonly hub?: string;
  /** Minutes (RSS `ttl`). */
  readonly ttl?: number;
  readonly preset?: Preset;
  /** Where the date of the last change comes from, besides the front matter. */
  readonly updated?: 'git';
  /** What date an article has that comes late, besides its own. */
  readonly schedule?: 'on-build';
  readonly onError: 'stop' | 'skip';
  /** How many articles older than the newest published one may appear as new at once. */
  readonly flood: number;
  /** Problems with what is published that are meant. */
  readonly allow: readonly string[];
  /** JSON pointer-free line lookup for problems found later: top-level key → 1-based line. */
  readonly lines: Readonly<Record<string, number>>;
}

export type Preset = 'jekyll' | 'hugo' | 'zola' | 'eleventy' | 'astro' | 'hexo' | 'docusaurus' | 'wordpress';
