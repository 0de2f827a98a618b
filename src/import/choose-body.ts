import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../content/markdown.ts';
import { type RenderInput, render } from '../content/render.ts';
import type { Preset } from '../model/index.ts';
import { keepBraces, keepBracesInHtml } from './keep-braces.ts';
import { simplifyTree } from '../markdown/simplify-tree.ts';
import { joinLines, toMarkdownText } from '../markdown/to-markdown.ts';

/** The body of an article as its file has it. */
export interface ChosenBody {
  readonly format: 'markdown' | 'html';
  readonly text: string;
}

/** Where the article is and how it will be read: what rendering depends on. */
export type BodyContext = Pick<RenderInput, 'url' | 'site' | 'title' | 'preset'>;

/** Above this size the tree of Markdown may be too deep or too slow; no one edits such a text by hand. */
const MAXIMUM_LENGTH = 1_000_000;

/**
 * A body of HTML as Markdown where that loses nothing: where both, rendered for a feed, are the same but for white space and for
 * elements that mean the same. Else the HTML stays.
 */
export function chooseBody(given: string, context: BodyContext): ChosenBody {
  const html = context.preset === 'vitepress' ? dropScripts(given) : given;
  const kept: ChosenBody = { format: 'html', text: keepBracesInHtml(html, context.preset) };
  if (html.length > MAXIMUM_LENGTH) return kept;
  // What others wrote is not MDX.
  const input = { ...context, isMdx: false, file: 'article', line: 1 };
  const before = render({ ...input, format: 'html', text: kept.text });
  // What takes too long to render takes longer to convert.
  if (before.problems.some(({ severity }) => severity === 'error')) return kept;
  const isSame = (text: string) => {
    const after = render({ ...input, format: 'markdown', text });
    return essence(before.html) === essence(after.html) && before.excerpt === after.excerpt;
  };
  for (const dollars of html.includes('$') ? [false, true] : [false]) {
    const markdown = convert(html, context.preset, dollars);
    if (markdown !== undefined && isSame(markdown)) return { format: 'markdown', text: markdown };
  }
  if (!READS_MARKDOWN_ALONE.has(context.preset)) return kept;
  const block = writeBlock(html, context.preset);
  return block !== undefined && isSame(block) ? { format: 'markdown', text: block } : kept;
}

const SCRIPT = /<script\b[^<>]*>/gi;
const END_OF_SCRIPT = /<\/script\s*>/gi;

/** Without scripts: VitePress would run them as the code of the page, while it builds the site; no feed carries them. */
function dropScripts(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    SCRIPT.lastIndex = at;
    const start = SCRIPT.exec(html);
    END_OF_SCRIPT.lastIndex = SCRIPT.lastIndex;
    kept.push(html.slice(at, start?.index));
    // One that never ends goes on to the end, as in browsers.
    if (!start || !END_OF_SCRIPT.test(html)) return kept.join('');
    at = END_OF_SCRIPT.lastIndex;
  }
}

/** Tools that make no page of an article in HTML. */
const READS_MARKDOWN_ALONE: ReadonlySet<Preset | undefined> = new Set<Preset>([
  'astro',
  'docusaurus',
  'vitepress',
  'zola',
]);

/** HTML as one block of HTML in Markdown, which a blank line would end (CommonMark §4.6); undefined where it is nested too deeply. */
function writeBlock(html: string, preset: Preset | undefined): string | undefined {
  const whole = unlessTooDeep(() => toHtml(simplifyTree(parseHtml(html)) as Parameters<typeof toHtml>[0]));
  return whole === undefined
    ? undefined
    : `<div>\n${keepBracesInHtml(joinLines(whole), preset).trim()}\n</div>\n`;
}

/** More than any text has of what no one sees: the converter looks for the next thing to see from each. */
const MOST_UNSEEN = 5000;
const UNSEEN =
  /<!--|<(?:area|base|link|meta|noembed|noframes|param|rp|script|style|template|title|wbr)\b|<([a-z][\w-]*)[^<>]*>\s*<\/\1/gi;

function hasMuchUnseen(html: string): boolean {
  let unseen = 0;
  // An element takes about ten times as long as a comment.
  for (const [mark] of html.matchAll(UNSEEN)) {
    unseen += mark === '<!--' ? 1 : 10;
    if (unseen > MOST_UNSEEN) return true;
  }
  return false;
}

/** Undefined for HTML with braces that Markdown can't keep, or that is nested too deeply to be walked. */
function convert(html: string, preset: Preset | undefined, dollars: boolean): string | undefined {
  if (hasMuchUnseen(html)) return undefined;
  return unlessTooDeep(() => keepBraces(toMarkdownText(html, { dollars }), preset));
}

function unlessTooDeep<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Elements that mean the same to every reader, and the name under which they are compared. */
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' };
/** Stands for the end of a paragraph, whatever element ends it. */
const BREAK = '\uE000';
const BLOCKS =
  'address|aside|blockquote|caption|dd|details|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|pre|summary|table|td|tfoot|th|tr|ul';
const AROUND_BLOCKS = new RegExp(
  `(?:[\\s${BREAK}]|<br>)*(</?(?:${BLOCKS})(?: [^>]*)?>)(?:[\\s${BREAK}]|<br>)*`,
  'g',
);
/** Line breaks and ends of paragraphs in a row. */
const BREAKS = new RegExp(`(?:[\\s${BREAK}]|<br>)+`, 'g');
const OUTER_BREAKS = new RegExp(`^(?:${BREAK}|<br>)|(?:${BREAK}|<br>)$`, 'g');
const EMPTY_HEADING = /<(h[1-6])>(?: |<br>)*<\/\1>/g;
/** Code with one element of emphasis in it, which means the same around it. */
const EMPHASISED_CODE =
  /<code>((?:<(?:a|del|em|strong)\b[^>]*>)+)([^<]*)((?:<\/(?:a|del|em|strong)>)+)<\/code>/g;
/** Blanks and line breaks at the edges of emphasis and of links, which look the same outside. */
const SPACE_INSIDE = /((?:<(?:a|del|em|strong)\b[^>]*>)+)( |<br>)/g;
const SPACE_AT_END = /( |<br>)((?:<\/(?:a|del|em|strong)>)+)/g;
const EMPTY_EMPHASIS = /<(a|del|em|strong)\b[^>]*>( ?)<\/\1>/g;
/** Emphasis that ends and begins again. */
const GOES_ON = /<\/(del|em|strong)>(\s*)<\1>/g;

/** How highlighters mark code without a language, and how Markdown says that an image has no text. */
const SAYS_NOTHING = / class="language-plaintext"| alt=""/g;

/** What a reader sees of rendered HTML: without white space that no browser shows, and elements that only group others. */
function essence(html: string): string {
  return html
    .replace(SAYS_NOTHING, '')
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre>') ? squeezeCode(part) : squeeze(part)))
    .join('');
}

/** Code is the same with `<code>` and without, and with line breaks of either kind. */
function squeezeCode(html: string): string {
  return html
    .replace(/<br>/g, '\n')
    .replace(/<\/?(?:code|span)>/g, '')
    .replace(/^<pre>\n|\s+(?=<\/pre>$)/g, (space) => space.replace(/\s+/, ''));
}

/** The attributes of an element say the same in any order. */
function sortAttributes(html: string): string {
  return html.replace(
    /<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)+)>/g,
    (_, name: string, attributes: string) => {
      const each = attributes.match(/[a-z-]+(?:="[^"]*")?/g) ?? [];
      return `<${name} ${each.toSorted().join(' ')}>`;
    },
  );
}

function squeeze(html: string): string {
  return sortAttributes(html)
    .replace(/<(\/?)(b|i|s|strike)>/g, (_, slash: string, name: string) => `<${slash}${SAME[name]}>`)
    .replace(/<\/?(?:span|thead|tbody)>/g, '')
    .replace(EMPHASISED_CODE, '$1<code>$2</code>$3')
    .replace(GOES_ON, '$2')
    .replace(GOES_ON, '$2')
    .replace(/<\/?(?:p|div|section|article)>/g, BREAK)
    .replace(BREAKS, joinBreaks)
    .replace(EMPTY_HEADING, BREAK)
    .replace(SPACE_INSIDE, '$2$1')
    .replace(SPACE_AT_END, '$2$1')
    .replace(EMPTY_EMPHASIS, '$2')
    .replace(BREAKS, joinBreaks)
    .replace(AROUND_BLOCKS, '$1')
    .replace(OUTER_BREAKS, '')
    .trim();
}

/** Two line breaks and more end a paragraph, as its end does. */
function joinBreaks(run: string): string {
  const count = run.split('<br>').length - 1;
  if (run.includes(BREAK) || count >= 2) return BREAK;
  return count === 1 ? '<br>' : ' ';
}
