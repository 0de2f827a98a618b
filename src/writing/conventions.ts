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
}

const OWN: Convention = { isDated: true, language: 'yaml', date: 'date', hasOffset: true };

/** What each tool's own command for new articles makes, or its manual shows. */
const CONVENTIONS: Readonly<Partial<Record<Preset, Convention>>> = {
  jekyll: { ...OWN, drafts: '_drafts' },
  hugo: { ...OWN, isDated: false, folders: ['posts', 'blog', 'post'] },
  zola: { ...OWN, isDated: false, folders: ['posts', 'blog'], language: 'toml' },
  eleventy: { ...OWN, isDated: false },
  // The collection of the blog template does not build without a description.
  astro: { ...OWN, isDated: false, date: 'pubDate', asksFor: ['description'] },
  // The name is the URL.
  vitepress: { ...OWN, isDated: false },
  hexo: { ...OWN, isDated: false, drafts: '_drafts', hasOffset: false },
};

/** How the tool of a site wants a new article; without a tool, as we read it best. */
export function conventionOf(preset: Preset | undefined): Convention {
  return (preset && CONVENTIONS[preset]) ?? OWN;
}
