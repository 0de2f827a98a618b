import { type RenderInput, render } from '../content/render.ts';
import { convertToMarkdown, simplifyHtml } from '../markdown/convert.ts';
import { isSameContent } from '../markdown/same-content.ts';
import { joinLines } from '../markdown/to-markdown.ts';
import type { Preset } from '../model/index.ts';
import { keepBraces, keepBracesInHtml } from './keep-braces.ts';

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
    return isSameContent(before.html, after.html) && before.excerpt === after.excerpt;
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
  const whole = simplifyHtml(html);
  return whole === undefined
    ? undefined
    : `<div>\n${keepBracesInHtml(joinLines(whole), preset).trim()}\n</div>\n`;
}

/** Undefined for HTML with braces that Markdown can't keep, or that is nested too deeply to be walked. */
function convert(html: string, preset: Preset | undefined, dollars: boolean): string | undefined {
  const markdown = convertToMarkdown(html, { dollars });
  return markdown === undefined ? undefined : keepBraces(markdown, preset);
}
