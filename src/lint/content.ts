import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type HtmlTag, readTags } from './html-tags.ts';

/** Elements that readers remove, with what they do (R25). */
const REMOVED =
  /^(?:script|style|noscript|object|embed|applet|frame|frameset|form|input|button|select|textarea|meta|base|link)$/;
const URLS = ['href', 'src', 'poster', 'cite', 'data'];
const HTML_NAMES =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul)(?:\s[^<>]{0,500})?\/?>/i;
const ENTITY = /&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/;

/** Markup or an entity of HTML in a text that should have none, or undefined. */
export function findMarkup(text: string): string | undefined {
  return HTML_NAMES.exec(text)?.[0] ?? ENTITY.exec(text)?.[0];
}

/**
 * What readers do not show as it was meant in content of HTML: one problem of a kind, with the first occurrence.
 * @param locate the place of a text of the content
 */
export function inspectHtml(html: string, locate: (needle: string) => Place): readonly Problem[] {
  if (!html.includes('<')) return [];
  const tags = readTags(html);
  const relative = tags.flatMap(findRelative);
  const unsafe = tags.flatMap(findUnsafe);
  const images = tags.filter(isWithoutSource);
  const [address] = relative;
  const [what] = unsafe;
  return [
    ...(address === undefined
      ? []
      : [problem('feed-content-relative', locate(address), { address, count: relative.length })]),
    ...(what === undefined
      ? []
      : [problem('feed-content-unsafe', locate(what), { what, count: unsafe.length })]),
    ...(images.length > 0 ? [problem('feed-content-picture', locate('<img'), { count: images.length })] : []),
  ];
}

/** URLs without scheme or host; those within the page (`#note`) lead nowhere worse than they did. */
function findRelative({ attributes }: HtmlTag): readonly string[] {
  return URLS.flatMap((name) => attributes.get(name)?.trim() ?? []).filter(
    (value) => value !== '' && !/^(?:[A-Za-z][A-Za-z\d+.-]*:|#|\/\/)/.test(value),
  );
}

function findUnsafe({ name, attributes }: HtmlTag): readonly string[] {
  if (REMOVED.test(name)) return [`<${name}`];
  return [...attributes].flatMap(([attribute, value]) => {
    if (/^on[a-z]{2,30}$/.test(attribute)) return [attribute];
    return /^\s*(?:javascript|vbscript):/i.test(value) ? [value] : [];
  });
}

function isWithoutSource({ name, attributes }: HtmlTag): boolean {
  return name === 'img' && !attributes.get('src')?.trim();
}
