import { cleanTree } from '../content/html/clean.ts';
import type { Addresses } from '../content/html/urls.ts';
import { parseHtml, parseMarkdown } from '../content/markdown.ts';
import { EXTENSIONS } from '../content/parser-form.ts';
import type { RootNode } from '../content/tree.ts';
import { convertToMarkdown } from './convert.ts';
import { isSameContent } from './same-content.ts';

/** Above this size the tree of Markdown may be too deep or too slow. */
const MAXIMUM_LENGTH = 1_000_000;
/** Text from right to left, as the content of an item says its direction. */
const RIGHT_TO_LEFT = /^<div dir="rtl">\n([\s\S]*)\n<\/div>$/;
/** GitHub Flavored Markdown, as readers of feeds read it. */
const READ_BY_READERS = EXTENSIONS.tables | EXTENSIONS.strikethrough | EXTENSIONS.taskLists;

/**
 * The content of an item as Markdown, which says no more than it: what is hidden in the file of the article, or a template tag there,
 * is not in the content.
 * @param html safe, with absolute URLs
 * @returns undefined for no content, and where the Markdown, rendered again, would not be the same to a reader
 */
export function writeContentMarkdown(html: string): string | undefined {
  if (html === '' || html.length > MAXIMUM_LENGTH) return undefined;
  const [, inner = html] = RIGHT_TO_LEFT.exec(html) ?? [];
  const converted = convertToMarkdown(inner, { linksText: true })?.trim();
  if (converted === undefined || converted === '') return undefined;
  const markdown = inner === html ? converted : `<div dir="rtl">\n\n${converted}\n\n</div>`;
  const again = parseMarkdown(markdown, '', READ_BY_READERS);
  return isSameContent(clean(parseHtml(html)), clean(again)) ? markdown : undefined;
}

/** What Markdown cannot say, and what is read the same without it. */
const LANGUAGE = /(<[a-z][^<>]*?)(?: lang="[^"]*"| dir="(?:ltr|auto)")+/g;

/** Of a safe text that is clean, nothing is taken; whatever else appears is another text. */
function clean(root: RootNode): string {
  const { html } = cleanTree(root, '', ADDRESSES, { quotesBraces: false, emoji: false });
  return html.replace(LANGUAGE, '$1').replace(LANGUAGE, '$1');
}

/** All URLs are absolute already. */
const ADDRESSES: Addresses = {
  url: 'https://example.com/',
  site: 'https://example.com/',
  resolvePost: undefined,
};
