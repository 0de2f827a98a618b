import type { Preset, SlugRule } from '../model/index.ts';
import type { PathFacts } from './path-facts.ts';

/** What the placeholders of a permalink or id template stand for. */
export interface PermalinkFacts {
  /** Wall-clock time of publication in the site's zone, as if it were UTC, in ms. */
  readonly wall: number;
  readonly title: string;
  readonly slug: string;
  readonly path: PathFacts;
  /** The folders that are sections of the site. */
  readonly sectionsOf: () => readonly string[];
  /** The slugs of these sections, else their titles: to Hugo alone they are no names of folders. */
  readonly sectionSlugsOf: () => readonly string[];
  /** The slug that the front matter gives. */
  readonly ownSlug: string | undefined;
  /** The language that the URL begins with: of a translation next to the original. */
  readonly translation: string | undefined;
  /** The language of the article, as it says, else of the site; empty where neither does. */
  readonly language: string;
  /** The article is a whole page of HTML, which is published as the file that it is. */
  readonly isPage?: boolean | undefined;
  /** The end of the name of the page, where the tool keeps it: `.html`, or `.txt` for plain text. */
  readonly ending: string;
  /** A path that the front matter gives for `:path`. */
  readonly customPath?: string | undefined;
  readonly categories: readonly string[];
  readonly preset: Preset | undefined;
  /** How slugs are made, where it is not as the tool does by default. */
  readonly slugs?: readonly SlugRule[];
  /** The article is a page of its own among the routes of Astro, whose name stays as it is. */
  readonly isRoute?: boolean;
  /** The filters of templates that the site defines itself. */
  readonly ownFilters?: () => ReadonlySet<string>;
  /** What `:title` is to Hexo, which reads it out of the path. */
  readonly pathTitle?: string;
  /** The value of a placeholder that is a key of the article, of tools that take any. */
  readonly readValue?: (name: string) => string | undefined;
  /** Whether an id is made: it has the slug as it is written, as the ids of Jekyll have. */
  readonly isId?: boolean;
}
