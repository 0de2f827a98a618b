import type { BodyFormat } from '../model/index.ts';
import { dialectOf } from './dialects.ts';
import { checkCost } from './guards.ts';
import { textOf } from './html/text-of.ts';
import { legalText } from './legal.ts';
import { parseHtml, parseMarkdown } from './markdown.ts';
import { expandTemplates } from './templates/expand.ts';
import { firstLine } from './text-body.ts';
import { walkElements } from './tree.ts';
import { dropUnknown } from './unknown.ts';

/** A title for an article whose front matter has none. */
const NOWHERE = {
  dialect: dialectOf(undefined),
  vault: false,
  readValue: undefined,
  mdx: false,
  preset: undefined,
  url: 'https://example.com/',
  site: 'https://example.com/',
  title: '',
  resolvePost: undefined,
};

/**
 * The title that a body gives itself, as plain text: the first heading of Markdown, the `title` or first heading of HTML,
 * the first line of plain text. Undefined when there is none.
 */
export function deriveTitle(text: string, format: BodyFormat): string | undefined {
  const legal = legalText(text);
  if (format === 'text') return firstLine(legal);
  const markdown = format === 'markdown';
  if (checkCost(legal, markdown) !== undefined) return undefined;
  const expanded = expandTemplates(legal, { ...NOWHERE, markdown }).text;
  const root = markdown ? parseMarkdown(expanded) : parseHtml(expanded);
  let heading: string | undefined;
  for (const element of walkElements(root)) {
    const isTitle = element.tagName === 'title' && !markdown;
    if (!isTitle && (heading !== undefined || !/^h[1-6]$/.test(element.tagName))) continue;
    const words = dropUnknown(textOf(element)).replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    if (isTitle) return words;
    heading = words;
  }
  return heading;
}
