/** The vocabulary of the configuration. */

import type { ArchiveRule, ContentMode, FeedFile, FeedFilter, FeedRule } from './feed.ts';
import type { ListFile, PageSettings } from './page.ts';
import type { Person } from './person.ts';
import type { Show } from './podcast.ts';
import type { Place } from './problem.ts';

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
  /** What Atom ids that are not IRIs begin with: what is published says it, else the home page. */
  readonly atomBase: string;
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
  /** Those that the configuration itself has, as written. */
  readonly ownExclusions: readonly { readonly pattern: string; readonly place: Place }[];
  /** Absolute folder. */
  readonly output: string;
  /** Where the published feeds are: an absolute folder or file, or a URL. */
  readonly published?: string;
  /** Where sections and categories are counted from; absolute, the innermost first. */
  readonly sources: readonly string[];
  readonly permalink: string;
  /** Templates of some of the articles; the first that fits counts. */
  readonly permalinks: readonly PermalinkRule[];
  /** The languages of the site, the main one first; missing when the configuration names none. */
  readonly languages?: readonly string[];
  /** Folders whose articles are in one language; absolute. */
  readonly languageFolders: Readonly<Record<string, string>>;
  /** The keys of the date of publication in their order, `:filename` for the file name. */
  readonly dates?: readonly string[];
  /** How slugs are made, where it is not as the tool does by default. */
  readonly slugs?: readonly SlugRule[];
  /** The folder in which the site's tool leaves the built site; absolute. */
  readonly built?: string;
  readonly id?: string;
  readonly limit: number;
  readonly content: ContentMode;
  readonly formats: readonly FeedFile[];
  /** Which articles the main feed carries: all of them must match. */
  readonly where: readonly FeedFilter[];
  /** Feeds next to the main one. */
  readonly feeds: readonly FeedRule[];
  /** The facets that `where` and `feeds` need to know of every article. */
  readonly facets: readonly string[];
  /** Of the main feed. */
  readonly archive?: ArchiveRule;
  /** Whether the main feed carries every article and says so (RFC 5005 §2). */
  readonly complete: boolean;
  /** What makes the main feed a show. */
  readonly podcast?: Show;
  /** Where the audio of episodes is that articles name only by its file: the beginning of a URL, or a URL with `:file`. */
  readonly audio?: string;
  readonly pages?: PageSettings;
  readonly lists: readonly ListFile[];
  readonly image?: string;
  readonly icon?: string;
  readonly copyright?: string;
  readonly hub?: string;
  /** Minutes (RSS `ttl`). */
  readonly ttl?: number;
  readonly preset?: Preset;
  /** Whether RSS says the content as Markdown, too. */
  readonly sourceMarkdown: boolean;
  /** Articles without a title and a heading are notes, which need none. */
  readonly notes: boolean;
  /** Keys of the front matter that hide nothing, whatever their names say. */
  readonly ignoreKeys?: readonly string[];
  /** `Ann and Carl` are two people. */
  readonly bylines: boolean;
  /** Where the date of the last change comes from, besides the front matter. */
  readonly updated?: 'git';
  /** What date an article has that comes late, besides its own. */
  readonly schedule?: 'on-build';
  readonly onError: 'stop' | 'skip';
  /** How many articles older than the newest published one may appear as new at once. */
  readonly flood: number;
  /** Problems with what is published that are meant: `CODE`, or `CODE:FILE` for one file as messages show it. */
  readonly allow: readonly string[];
  /** Warnings that are not shown, by code. */
  readonly quiet: readonly string[];
  /** JSON pointer-free line lookup for problems found later: top-level key → 1-based line. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Hugo: the case, the accents, spaces in file names, or slashes in titles; Zola: `slugify.paths`, and a date in the file name; Docusaurus: `trailingSlash: false`. */
export type SlugRule =
  | 'keep-case'
  | 'no-accents'
  | 'each-space'
  | 'no-slashes'
  | 'safe'
  | 'off'
  | 'keep-date'
  | 'no-end-slash';

/** The permalink of the articles in a folder (absolute), in a language, or in a language and a folder. */
export interface PermalinkRule {
  readonly folder?: string;
  readonly language?: string;
  readonly template: string;
}

export type Preset =
  | 'jekyll'
  | 'hugo'
  | 'zola'
  | 'eleventy'
  | 'astro'
  | 'hexo'
  | 'docusaurus'
  | 'vitepress'
  | 'wordpress';
