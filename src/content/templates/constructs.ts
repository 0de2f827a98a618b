import { readAdmonition, readAlert } from './admonitions.ts';
import { readCodeBlock } from './code-components.ts';
import {
  readComment,
  readCriticComment,
  readErbComment,
  readHandlebarsComment,
  readObsidianComment,
} from './comments.ts';
import { DIRECTIVE, readDirective } from './directives.ts';
import { readEscapedCall } from './escaped-calls.ts';
import type { Expander, Replacement, TemplateContext } from './expander.ts';
import { readCall, readOutput } from './expressions.ts';
import { readJsxAttribute, readJsxComment, readJsxCondition, readJsxExpression, readModule } from './jsx.ts';
import { readAttributes, readKramdown } from './kramdown.ts';
import { readTag } from './liquid-tags.ts';
import { BLOCK_PROPERTY, BLOCK_REFERENCE, readBlockProperty, readBlockReference } from './logseq.ts';
import { readBlockId, readHighlight, readWikiLink } from './obsidian.ts';
import { readFileInclude, readImportedPart } from './parts-of-articles.ts';
import { readEjsBlock, readSection, readTemplater } from './sections.ts';
import { readShortcode } from './shortcodes.ts';
import { readSnippet, SNIPPET } from './snippets.ts';
import { readStrong, UNSEEN_STRONG } from './strong.ts';
import { readSvelteBlock, readSvelteElement, readSvelteTag } from './svelte.ts';
import { PRIVATE, readPrivate, readWordPress, SHORTCODES } from './wordpress.ts';

/** Reads the construct that `match` at `start` begins; undefined if it is not one after all. */
type ReadConstruct = (expander: Expander, start: number, match: string) => Replacement | undefined;

/** A construct of a dialect: what it begins with, and who reads it. */
interface Construct {
  readonly begins: RegExp;
  readonly read: ReadConstruct;
}

/** What is read in one pass over a text. */
export interface Grammar {
  readonly constructs: readonly Construct[];
  /** Where a construct can begin; far quicker than to try each of them everywhere. */
  readonly candidates: RegExp;
  /** Each alternative with a text that it can't do without: most texts are done after a few quick looks. */
  readonly signs: readonly (readonly [sign: string, candidate: RegExp])[];
}

const BRACKET = `\\[(?:![A-Za-z]|/?(?:${SHORTCODES}|(?:source)?code)\\b|(?:${PRIVATE})[\\s\\]])`;
/** An expression of JSX that shows an element or not, or holds a comment: in Markdown without components it means nothing else. */
const JSX_REST = '\\s+/[*/]|\\s*[!\\w][\\w.!?()="\'\\s-]{0,80}(?:&&|\\?)\\s*\\(?\\s*<[A-Za-z>]';
const JSX = `\\{(?:${JSX_REST})`;
const SHORTCODE: Construct = { begins: /\{\{[<%]/y, read: readShortcode };
/** `{# … #}`; `{#id}` after a heading is not a comment. */
const COMMENT = /\{#(?=[\s-]|[^{}]*#\})/y;
const TAGS: readonly Construct[] = [
  { begins: /\{\{!/y, read: readHandlebarsComment },
  { begins: /\{\{~?[#^]/y, read: readSection },
  { begins: /\{\{/y, read: readOutput },
  { begins: /\{%/y, read: readTag },
  { begins: COMMENT, read: readComment },
];
/** What no other tool reads that has a preset. */
const SVELTE: readonly Construct[] = [
  { begins: /\{#(?:if|each|await|key|snippet)[ \t(]/y, read: readSvelteBlock },
  { begins: /\{@(?:html|render|const|debug|attach)[ \t]/y, read: readSvelteTag },
  { begins: /<\/?svelte:[a-z]+/y, read: readSvelteElement },
];
const CALLS: readonly Construct[] = [
  { begins: /\{(?:\{[ \t]*\/\*|%[ \t]*\/\*)/y, read: readEscapedCall },
  { begins: /\{\{[ \t]*[\w:]+\(/y, read: readCall },
  { begins: /\{%[ \t]*(?:[\w:]+\(|end[ \t]*%)/y, read: readTag },
  { begins: COMMENT, read: readComment },
];
const WORDPRESS: readonly Construct[] = [
  { begins: new RegExp(`\\[/?(?:${SHORTCODES})\\b`, 'y'), read: readWordPress },
  { begins: new RegExp(`\\[(?:${PRIVATE})(?=[\\s\\]])`, 'y'), read: readPrivate },
];
/** What no template engine reads, but Markdown processors, themes and other programs do. */
const MARKUP: readonly Construct[] = [
  { begins: /\{\/\*/y, read: readJsxComment },
  { begins: /\{:/y, read: readKramdown },
  { begins: /\{(?=[ \t]*(?:[.#][\w-]|[\w-]+=|hidden[\s}]))/y, read: readAttributes },
  { begins: new RegExp(JSX, 'y'), read: readJsxCondition },
  { begins: /\{>>/y, read: readCriticComment },
  { begins: /<%(?:--|#|[-_]?\s*(?:\/\*|\/\/))/y, read: readErbComment },
  { begins: /<%[-_*]?\s*(?:if|for|while|switch)\b/y, read: readEjsBlock },
  { begins: /<%(?=\*|[^%\n]{0,200}\btp\.)/y, read: readTemplater },
  { begins: /%%/y, read: readObsidianComment },
  { begins: /!?\[\[/y, read: readWikiLink },
  { begins: /==(?=\S)/y, read: readHighlight },
  { begins: /(?:[ \t]|(?<=^|\n))\^[\w-]+(?=[ \t]*(?:\n|$))/y, read: readBlockId },
  { begins: /\{ #[\w-]+\}(?=[ \t]*(?:\n|$))/y, read: readBlockId },
  { begins: /:::/y, read: readAdmonition },
  { begins: new RegExp(DIRECTIVE, 'y'), read: readDirective },
  { begins: BLOCK_PROPERTY, read: readBlockProperty },
  { begins: BLOCK_REFERENCE, read: readBlockReference },
  { begins: /\[![A-Za-z][\w-]*(?:\|[^\]\n]{0,100})?\][+-]?/y, read: readAlert },
  ...WORDPRESS,
  { begins: /(?:im|ex)port[ \t]/y, read: readModule },
  { begins: /=\{/y, read: readJsxAttribute },
];
/** What only MDX has: expressions, components that show code, and fragments without a name. */
const EXPRESSIONS: readonly Construct[] = [
  { begins: /<CodeBlock(?=[\s>])/y, read: readCodeBlock },
  { begins: /\{/y, read: readJsxExpression },
  { begins: /<\/?>/y, read: (_expander, start, match) => ({ text: '', end: start + match.length }) },
];

/** All that begins with a brace is one alternative: the expression is tried at every character. */
const BRACE = `\\{(?:[:/]|>>| #[\\w-]+\\}|[ \\t]*(?:hidden[\\s}=]|style=|\\.[\\w-])|${JSX_REST})`;
const MARKUP_CANDIDATE = `${BRACE}|(?<=[)\\]*_\`>])\\{[ \\t]*(?:[\\w-]+=|#[\\w-])|%%|!?\\[\\[|(?<!=)==(?![=])|(?:[ \\t]|^)\\^(?=[\\w-]+[ \\t]*$)|(?<!:):::|${DIRECTIVE}|^[ \\t]*(?:(?:id|collapsed|logseq\\.[\\w.-]+)::|:LOGBOOK:)|\\(\\([\\da-f]{8}-|=\\{|${BRACKET}|<%(?=--|#|\\*|[^%\\n]{0,200}\\btp\\.|[-_]?\\s*(?:/[*/]|(?:if|for|while|switch)\\b))|^(?:im|ex)port[ \\t]`;
const MARKUP_SIGNS: Grammar['signs'] = [
  ['<%', /<%/],
  ['{', new RegExp(JSX)],
  ['{', /\{[:/]|\{>>|\{ #|\{[ \t]*(?:hidden[\s}=]|style=|\.[\w-])|=\{|[)\]*_`>]\{[ \t]*(?:[\w-]+=|#)/],
  ['%%', /%%/],
  ['[[', /\[\[/],
  ['==', /==/],
  ['^', /(?:[ \t]|^)\^/m],
  [':::', /:::/],
  [':', new RegExp(DIRECTIVE)],
  ['::', /^[ \t]*(?:id|collapsed|logseq\.[\w.-]+)::/m],
  [':LOGBOOK:', /:LOGBOOK:/],
  ['((', /\(\([\da-f]{8}-/],
  ['[', new RegExp(BRACKET)],
  ['\nimport', /\nimport[ \t]/],
  ['\nexport', /\nexport[ \t]/],
  ['', /^(?:im|ex)port[ \t]/],
];

const MDX = '\\{|</?(?:>|svelte:)|<CodeBlock(?=[\\s>])';

function makeGrammar(constructs: readonly Construct[], braces: string): Grammar {
  const isMdx = braces === MDX;
  return {
    constructs,
    candidates: new RegExp(braces === '' ? MARKUP_CANDIDATE : `${braces}|${MARKUP_CANDIDATE}`, 'gm'),
    signs: isMdx
      ? [['', /(?:)/]]
      : braces === ''
        ? MARKUP_SIGNS
        : [['{', new RegExp(braces)], ['<svelte:', /<svelte:/], ...MARKUP_SIGNS],
  };
}

const GRAMMARS = {
  tags: makeGrammar([SHORTCODE, ...SVELTE, ...TAGS, ...MARKUP], '\\{[{%#@]|</?svelte:'),
  calls: makeGrammar([...CALLS, ...MARKUP], '\\{[{%#]'),
  text: makeGrammar(MARKUP, ''),
  shortcodes: makeGrammar([SHORTCODE, ...MARKUP], '\\{\\{[<%]'),
  mdx: makeGrammar([SHORTCODE, ...SVELTE, ...TAGS, ...MARKUP, ...EXPRESSIONS], MDX),
  mdxText: makeGrammar([...MARKUP, ...EXPRESSIONS], MDX),
} as const;

const STRONG: Construct = { begins: /\*\*(?=[^\s*])/y, read: readStrong };
const KRAMDOWN: Grammar = {
  constructs: [...MARKUP, STRONG],
  candidates: new RegExp(`${MARKUP_CANDIDATE}|(?<![*\\\\])\\*\\*(?=[^\\s*])`, 'gm'),
  signs: [...MARKUP_SIGNS, ['**', UNSEEN_STRONG]],
};

/** The templates of a tool that runs them before Markdown. */
export const TEMPLATES_FIRST: Grammar = {
  constructs: TAGS,
  candidates: /\{[{%#]/g,
  signs: [['{', /\{[{%#]/]],
};

/** HTML of WordPress, and of other tools that an import brought: what Markdown and components mean is text in it. */
const SHORTCODES_ALONE: Grammar = {
  constructs: WORDPRESS,
  candidates: new RegExp(BRACKET, 'g'),
  signs: [['[', new RegExp(BRACKET)]],
};

/** Files that are put into an article before it is read: VitePress does so everywhere (files of code not in code), MDX only outside of code. */
export const FILE_INCLUDES: Grammar = {
  constructs: [
    { begins: /<!--\s*@include:/y, read: readFileInclude },
    { begins: /<<<[ \t]*\S/y, read: readSnippet },
  ],
  candidates: /<!--(?=\s*@include:)|<<<(?=[ \t]*\S)/g,
  signs: [
    ['@include:', /<!--\s*@include:/],
    ['<<<', SNIPPET],
  ],
};
export const IMPORTED_PARTS: Grammar = {
  constructs: [{ begins: /<[A-Z]\w*\s*\/>/y, read: readImportedPart }],
  candidates: /<(?=[A-Z]\w*\s*\/>)/g,
  signs: [['import', /^import\s[^\n]*\.mdx?['"]/m]],
};

/** What is read in the text of an article, after the templates of a tool that runs them first. */
export function grammarOf({ markdown, mdx, preset, dialect }: TemplateContext): Grammar {
  const { templates } = dialect;
  if (preset === 'wordpress' && !markdown) return SHORTCODES_ALONE;
  if (mdx) return templates === 'tags' ? GRAMMARS.mdx : GRAMMARS.mdxText;
  if (preset === 'hugo') return GRAMMARS.shortcodes;
  if (preset === 'jekyll') return KRAMDOWN;
  return GRAMMARS[templates === 'first' ? 'text' : templates];
}
