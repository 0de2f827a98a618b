import type { Preset } from '../model/index.ts';

/** How a tool wants a new article. */
export interface Convention {
  /** Below its article folder, the first that exists; without one the folder itself. */
  readonly folders?: readonly string[];
  /** Where it keeps drafts, beside its article folder; without it a draft stands among the articles. */
  readonly drafts?: string;
  /** Whether the name begins with the date. */
  readonly isDated: boolean;
  readonly language: 'yaml' | 'toml';
  /** The key of the date. */
  readonly date: string;
  /** Whether dates have the offset of their zone; else they are wall-clock times of the site. */
  readonly hasOffset: boolean;
  /** Keys that its templates ask for, empty. */
  readonly asksFor?: readonly string[];
  /** What keeps a draft from becoming a page, beside `draft`. */
  readonly hidden?: Readonly<Record<string, boolean>>;
  /** It reads a name alone as the key of an author whom its own files describe. */
  readonly hasAuthorKeys?: boolean;
  /** What a writer should know of drafts, where it makes pages of them. */
  readonly showsDrafts?: string;
  /** What a writer should know of later articles, where it makes pages of them at once. */
  readonly showsLater?: string;
}

const OWN: Convention = { isDated: true, language: 'yaml', date: 'date', hasOffset: true };

const atOnce = (tool: string) => `${tool} makes its page at once, whatever its date.`;

/** What each tool's own command for new articles makes, or its manual shows. */
const CONVENTIONS: Readonly<Partial<Record<Preset, Convention>>> = {
  jekyll: { ...OWN, drafts: '_drafts' },
  hugo: { ...OWN, isDated: false, folders: ['posts', 'blog', 'post'] },
  zola: { ...OWN, isDated: false, folders: ['posts', 'blog'], language: 'toml', showsLater: atOnce('Zola') },
  // It knows no drafts.
  eleventy: {
    ...OWN,
    isDated: false,
    hidden: { permalink: false, eleventyExcludeFromCollections: true },
    showsLater: atOnce('Eleventy'),
  },
  // The collection of the blog template does not build without a description.
  astro: {
    ...OWN,
    isDated: false,
    date: 'pubDate',
    asksFor: ['description'],
    showsDrafts:
      'Astro makes pages of drafts, too, unless your pages leave them out where they call getCollection().',
    showsLater: atOnce('Astro'),
  },
  // The name is the URL.
  vitepress: {
    ...OWN,
    isDated: false,
    showsDrafts:
      'VitePress makes pages of drafts, too, unless "srcExclude" in its configuration names their files.',
    showsLater: atOnce('VitePress'),
  },
  docusaurus: { ...OWN, hasAuthorKeys: true, showsLater: atOnce('Docusaurus') },
  hexo: {
    ...OWN,
    isDated: false,
    drafts: '_drafts',
    hasOffset: false,
    showsLater: 'Hexo makes its page at once, unless its _config.yml says "future: false".',
  },
};

/** How the tool of a site wants a new article; without a tool, as we read it best. */
export function conventionOf(preset: Preset | undefined): Convention {
  return (preset && CONVENTIONS[preset]) ?? OWN;
}
