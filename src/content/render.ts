import type { BodyFormat, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { addBreaks } from './breaks.ts';
import { type Dialect, dialectOf, EXTENSIONS } from './dialects.ts';
import { checkCost, hasTooManyBareLinks } from './guards.ts';
import { type Cleaned, cleanTree, type TextStyle } from './html/clean.ts';
import type { Addresses, FindFile } from './html/urls.ts';
import { endAddresses, separateHtml } from './html-blocks.ts';
import { makeLegal } from './legal.ts';
import { parseHtml, parseMarkdown, writePlainMarkdown } from './markdown.ts';
import { extensionsFor } from './mathematics.ts';
import { separateTags } from './mdx-blocks.ts';
import { readLead } from './plain-text.ts';
import { findPreviewEnd } from './previews.ts';
import { quoteAttributes } from './quote-attributes.ts';
import {
  type BodyPlace,
  placeOffset,
  reportCleaning,
  reportFindings,
  reportIllegal,
  reportMissing,
  reportOpenComment,
  reportPreview,
} from './report.ts';
import { takeShortWay } from './short-way.ts';
import { expandTemplates } from './templates/expand.ts';
import type { TemplateContext } from './templates/expander.ts';
import { renderText } from './text-body.ts';
import { findOpenComment, quoteUnclosed } from './unclosed.ts';

/** The body of an article and what its meaning depends on. */
export interface RenderInput {
  /** As shown in problems. */
  readonly file: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
  readonly format: BodyFormat;
  readonly text: string;
  /** Absolute URL of the article: relative URLs start from it (R23). */
  readonly url: string;
  /** Absolute, ends with `/`. */
  readonly site: string;
  /** Plain text; a first heading or line that repeats it is left out. */
  readonly title: string;
  /** Sets what is ambiguous between dialects. Without it every construct is read that only one dialect has. */
  readonly preset?: Preset;
  /** The articles are an Obsidian vault: `%%…%%` is a comment. */
  readonly vault?: boolean;
  /** `:tada:` is the emoji, whatever the tool does by default. */
  readonly emoji?: boolean;
  /** The tool is told to leave template tags in this article alone. */
  readonly plainBraces?: boolean;
  /** What a variable such as `page.version` holds: null for nothing, undefined when nobody knows. */
  readonly readValue?: ((name: string) => unknown) | undefined;
  /** The URL of the article that a source file, slug or `post_url` name stands for. */
  readonly resolvePost?: (ref: string) => string | undefined;
  /** Absolute URL that relative images start from, where that is not the article. */
  readonly mediaBase?: string | undefined;
  /** The URL under which the site has a file that the body names. */
  readonly findFile?: FindFile;
}

/** A body as a feed carries it. */
export interface Rendered {
  /** Safe, well-formed HTML with absolute URLs and text legal in XML 1.0; empty when nothing is to be seen. */
  readonly html: string;
  /** Plain text before the excerpt marker (`<!-- more -->`, `<!-- truncate -->`), on one line. */
  readonly excerpt?: string;
  /** Plain text of the first paragraph, cut at a word, at most 300 UTF-16 units; empty when there is none. */
  readonly lead: string;
  /** Plain text of the first heading, also of one that was left out because it repeats the title. */
  readonly heading?: string;
  /** The first image with an http(s) URL. */
  readonly image?: { readonly url: string; readonly alt?: string };
  /** Warnings: one per kind of what was removed. An error means that the body was refused and `html` is empty. */
  readonly problems: readonly Problem[];
}

/**
 * Renders the body of an article: template code of any dialect read or removed, Markdown parsed (CommonMark, GFM,
 * footnotes), unsafe markup gone, URLs absolute, text legal in XML (R20, R23, R25, R26). Never throws, whatever the text;
 * the same input gives the same output. Takes below a second for 1 MB: what would take longer is refused with an error.
 */
export function render(input: RenderInput): Rendered {
  const all = makeLegal(input.text);
  const markdown = input.format === 'markdown';
  const preview = input.format === 'text' ? undefined : findPreviewEnd(all.text, markdown);
  const legal = preview ? { ...all, text: all.text.slice(0, preview.offset) } : all;
  const body: BodyPlace = { file: input.file, line: input.line, text: legal.text };
  const illegal = reportIllegal({ ...body, text: input.text }, legal);
  if (input.format === 'text') {
    const html = renderText(legal.text, input.title);
    return { html, lead: readLead(html), problems: illegal };
  }
  const costly = checkCost(legal.text, markdown);
  if (costly !== undefined) return refuse(body, costly, illegal);
  const context = templateContext(input);
  const { dialect } = context;
  const expanded = expandTemplates(legal.text, context);
  const grown = expanded.text === legal.text ? undefined : checkCost(expanded.text, markdown);
  if (grown !== undefined) return refuse(body, { ...grown, offset: 0 }, illegal);
  const whole = quoteUnclosed(expanded.text, markdown);
  const { url, site, resolvePost, title, mediaBase, findFile } = input;
  const isBelowSite = dialect.rootedAtSite;
  const addresses = { url, site, resolvePost, mediaBase, findFile, isBelowSite };
  const scope: Scope = { title, addresses, dialect };
  const cleaned = markdown
    ? cleanMarkdown(prepareMarkdown(whole, context), scope)
    : cleanTree(parseHtml(whole), title, scope.addresses, styleOf(dialect));
  const isOpen = findOpenComment(expanded.text, markdown) !== undefined;
  const problems = [
    ...illegal,
    ...(isOpen ? reportOpenComment(body) : []),
    ...(preview ? [reportPreview({ ...body, text: all.text }, preview)] : []),
    ...reportFindings(body, expanded.findings, dialect.templates === 'first'),
    ...reportCleaning(body, cleaned),
    ...reportMissing(body, whole, cleaned),
  ];
  return {
    html: cleaned.html,
    lead: readLead(cleaned.html),
    problems,
    ...(cleaned.excerpt === undefined ? {} : { excerpt: cleaned.excerpt }),
    ...(cleaned.heading === undefined ? {} : { heading: cleaned.heading }),
    ...(cleaned.image === undefined ? {} : { image: cleaned.image }),
  };
}

function chooseExtensions(text: string, dialect: Dialect): number {
  const extensions = extensionsFor(text, dialect);
  return hasTooManyBareLinks(text) ? extensions & ~EXTENSIONS.bareLinks : extensions;
}

/** What only Markdown needs before it is parsed: each step looks first whether it has something to do. */
function prepareMarkdown(text: string, { mdx, dialect }: TemplateContext): string {
  const ended = (dialect.extensions & EXTENSIONS.bareLinks) === 0 ? text : endAddresses(text);
  return quoteAttributes(separateHtml(mdx ? separateTags(ended) : ended, dialect.kramdown));
}

/** What the HTML of a body depends on. */
interface Scope {
  readonly title: string;
  readonly addresses: Addresses;
  readonly dialect: Dialect;
}

/** Most Markdown holds no HTML of its own and takes the short way; both give the same. */
function cleanMarkdown(text: string, { title, addresses, dialect }: Scope): Cleaned {
  const { notePrefix, breaks } = dialect;
  const extensions = chooseExtensions(text, dialect);
  const style = styleOf(dialect);
  const plain =
    breaks || extensions !== dialect.extensions ? undefined : writePlainMarkdown(text, extensions);
  const short = plain === undefined ? undefined : takeShortWay(plain, title, addresses, style);
  if (short) return { ...NOTHING_REMOVED, ...short };
  const tree = parseMarkdown(text, notePrefix, extensions);
  return cleanTree(breaks ? addBreaks(tree) : tree, title, addresses, style);
}

function styleOf({ templates, emoji }: Dialect): TextStyle {
  return { quotesBraces: templates === 'tags', emoji };
}

const NOTHING_REMOVED: Omit<Cleaned, 'html' | 'image' | 'heading'> = {
  ...{ removed: new Map(), replaced: new Map(), unwrapped: new Map(), hidden: new Map() },
  ...{ lost: [], excerpt: undefined },
};

function refuse(
  body: BodyPlace,
  cost: { reason: string; offset: number },
  problems: readonly Problem[],
): Rendered {
  const refused = problem('body-too-costly', placeOffset(body, cost.offset), { reason: cost.reason });
  return { html: '', lead: '', problems: [...problems, refused] };
}

function templateContext(input: RenderInput): TemplateContext {
  const { url, site, title, preset, resolvePost, format, vault = false, readValue } = input;
  const dialect = dialectOf(preset);
  return {
    dialect: {
      ...dialect,
      templates: input.plainBraces ? 'text' : dialect.templates,
      emoji: input.emoji ?? dialect.emoji,
    },
    vault,
    readValue,
    markdown: format === 'markdown',
    mdx: format === 'markdown' && /\.mdx$/i.test(input.file),
    preset,
    url,
    site,
    title,
    resolvePost,
  };
}

export { legalText } from './legal.ts';
export { plainText } from './plain-text.ts';
export { deriveTitle, deriveWords } from './titles.ts';
