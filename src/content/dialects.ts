import type { MarkdownSwitches, Preset } from '../model/index.ts';
import { EXTENSIONS } from './parser-form.ts';

/** How a tool reads the body of an article: all that differs between tools and can be said as data. */
export interface Dialect {
  /** Bits of `EXTENSIONS`. */
  readonly extensions: number;
  /**
   * What `{{ … }}` and `{% … %}` are: `first` where the tool runs its templates before Markdown, in code too; `tags` where code
   * is left alone; `calls` where only a call such as `{{ youtube(id="x") }}` is one; `text` where they are text.
   */
  readonly templates: 'first' | 'tags' | 'calls' | 'text';
  /** A line break in a paragraph is one on the page. */
  readonly breaks: boolean;
  /** A bare URL ends before the first letter that is not ASCII: text in Chinese goes on without a blank. */
  readonly asciiLinks: boolean;
  /** `:tada:` is the emoji. */
  readonly emoji: boolean;
  /** Kramdown: attribute lists, Markdown goes on in the line after HTML, and inside it where `markdown="1"` asks for it. */
  readonly kramdown: boolean;
  /** Markdown in blocks of HTML is read without being asked for. */
  readonly readsInside: boolean;
  /** Blocks of code are taken out before Markdown is read, wherever their lines begin. */
  readonly fencesFirst: boolean;
  /** Whether one tilde strikes text through as two do, only at the edges of words, or is a sign like any other. */
  readonly singleTilde: 'strikes' | 'strikes-words' | 'text';
  /** `\\(x\\)` with one backslash is a formula: surely, where it looks like one, or never. */
  readonly bracketFormulas: 'all' | 'guessed' | 'text';
  /** What the ids of footnotes begin with: with the tool's own, a link to a note works on the page too. */
  readonly notePrefix: string;
  /** A path from `/` starts at the home page, also where the site is in a folder of its host. */
  readonly rootedAtSite: boolean;
  /** Links are paths of pages, which the tool gives their ending. */
  readonly linksPages: boolean;
}

const {
  tables,
  footnotes,
  strikethrough,
  taskLists,
  headingAttributes,
  bareLinks,
  definitionLists,
  smartPunctuation,
} = EXTENSIONS;
/** `## Text {#id}` takes a plug-in in some tools: who writes it has that, and the id is nothing to read. */
const BASE = tables | footnotes | strikethrough | taskLists | headingAttributes;

const PLAIN: Dialect = {
  extensions: BASE | bareLinks,
  templates: 'tags',
  breaks: false,
  asciiLinks: false,
  emoji: false,
  kramdown: false,
  readsInside: false,
  fencesFirst: false,
  singleTilde: 'strikes',
  bracketFormulas: 'text',
  notePrefix: '',
  rootedAtSite: false,
  linksPages: false,
};

/** What each tool renders by default, as its own output shows: the one table of it. */
const DIALECTS: Readonly<Record<Preset, Dialect>> = {
  // Kramdown with the parser for GFM: no bare links; typographic quotes.
  jekyll: {
    ...PLAIN,
    extensions: BASE | definitionLists | smartPunctuation,
    templates: 'first',
    kramdown: true,
    singleTilde: 'text',
  },
  // Goldmark with linkify, typographer and definitionList.
  hugo: {
    ...PLAIN,
    extensions: BASE | bareLinks | definitionLists | smartPunctuation,
    templates: 'text',
    asciiLinks: true,
  },
  // pulldown-cmark without bare links.
  zola: { ...PLAIN, extensions: BASE, templates: 'calls', singleTilde: 'strikes-words' },
  // markdown-it with html alone, after Liquid.
  eleventy: { ...PLAIN, extensions: BASE, templates: 'first', singleTilde: 'text' },
  astro: {
    ...PLAIN,
    extensions: BASE | bareLinks | smartPunctuation,
    templates: 'text',
    notePrefix: 'user-content-',
  },
  // marked with breaks, smartypants and descriptionLists; Nunjucks leaves code alone.
  hexo: {
    ...PLAIN,
    extensions: BASE | bareLinks | definitionLists | smartPunctuation,
    breaks: true,
    fencesFirst: true,
  },
  docusaurus: {
    ...PLAIN,
    templates: 'text',
    emoji: true,
    notePrefix: 'user-content-',
    rootedAtSite: true,
  },
  // markdown-it with its own containers; "{{ }}" is Vue's, outside of code.
  vitepress: {
    ...PLAIN,
    extensions: BASE | bareLinks,
    emoji: true,
    singleTilde: 'text',
    rootedAtSite: true,
    linksPages: true,
  },
  wordpress: { ...PLAIN, templates: 'text' },
};

const UNKNOWN_TOOL: Dialect = { ...PLAIN, bracketFormulas: 'guessed' };

/** How the bodies of a site are read. Without a preset every construct is read that only one dialect has. */
export function dialectOf(preset: Preset | undefined, switches?: MarkdownSwitches): Dialect {
  const dialect = preset === undefined ? UNKNOWN_TOOL : DIALECTS[preset];
  if (switches === undefined) return dialect;
  const { breaks = dialect.breaks, emoji = dialect.emoji, rawHtml: _, passthrough, ...rest } = switches;
  const { markdownInHtml: readsInside = dialect.readsInside, ...others } = rest;
  const bracketFormulas = passthrough === true ? 'all' : dialect.bracketFormulas;
  let { extensions } = dialect;
  for (const [name, isOn] of Object.entries(others) as [keyof typeof others, boolean][])
    extensions = isOn ? extensions | EXTENSIONS[name] : extensions & ~EXTENSIONS[name];
  return { ...dialect, breaks, emoji, readsInside, bracketFormulas, extensions };
}
