import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5';
import { type RenderInput, render } from '../../src/content/render.ts';
import type { Rendered } from '../../src/model/index.ts';

export type HtmlElement = DefaultTreeAdapterMap['element'];
type HtmlNode = DefaultTreeAdapterMap['childNode'];

/** Renders Markdown as an article of a site below a path would be. */
export function renderBody(text: string, input: Partial<RenderInput> = {}): Rendered {
  return render({
    file: 'articles/post.md',
    line: 5,
    format: 'markdown',
    text,
    url: 'https://example.org/blog/2024/post/',
    site: 'https://example.org/blog/',
    title: 'A title',
    ...input,
  });
}

/** The codes of the problems with their lines, such as `removed-template:7`. */
export function listProblems(rendered: Rendered): string[] {
  return rendered.problems.map(({ code, line }) => `${code}:${line}`);
}

/** What an independent parser has to complain about. */
export function findParseErrors(html: string): string[] {
  const errors: string[] = [];
  parseFragment(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }) =>
      errors.push(`${code} at ${html.slice(Math.max(0, startOffset - 40), startOffset + 20)}`),
  });
  return errors;
}

/** The HTML after a parser has read and written it: the same text, when nothing needed to be rearranged. */
export function reparse(html: string): string {
  return escapeValues(serialize(parseFragment(html)).replaceAll('&nbsp;', '\u00a0'));
}

/** `html` as `reparse` writes what it did not change. */
export function normalize(html: string): string {
  return escapeValues(html.replace(/<pre( [^>]*)?>\n/g, '<pre$1>').replaceAll('&#xFFFD;', '\ufffd'));
}

function escapeValues(html: string): string {
  return html.replace(/ [a-z]+="[^"]*"/g, (value) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

export function listElements(html: string): HtmlElement[] {
  return parseFragment(html).childNodes.flatMap(listBelow);
}

function listBelow(node: HtmlNode): HtmlElement[] {
  return 'tagName' in node ? [node, ...node.childNodes.flatMap(listBelow)] : [];
}

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);
const SAFE_URL = /^(?:https?:\/\/[^\s/]|mailto:|tel:|data:image\/)/;
const ACTIVE =
  /^(?:script|style|iframe|object|embed|form|input|button|select|textarea|noscript|svg|math|link|meta|base)$/;

/** Everything in HTML that could act, or that leads nowhere from a feed (R23, R25). */
export function findActiveMarkup(html: string): string[] {
  return listElements(html).flatMap((element) => [
    ...(ACTIVE.test(element.tagName) ? [`<${element.tagName}>`] : []),
    ...element.attrs.flatMap(({ name, value }) => {
      if (/^on|^style$/.test(name)) return [name];
      if (URL_ATTRIBUTES.has(name) && !SAFE_URL.test(value)) return [`${name}=${value}`];
      if (name === 'srcset' && !value.split(', ').every((url) => SAFE_URL.test(url)))
        return [`srcset=${value}`];
      return [];
    }),
  ]);
}

/** The text that a reader sees outside code. */
export function readProse(html: string): string {
  const read = (node: HtmlNode): string => {
    if ('tagName' in node) {
      return node.tagName === 'code' || node.tagName === 'pre' ? ' ' : node.childNodes.map(read).join('');
    }
    return 'value' in node ? node.value : '';
  };
  return parseFragment(html).childNodes.map(read).join('');
}
