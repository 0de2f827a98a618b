/** A start tag of HTML. Attribute names are in lower case; values are as written. */
export interface HtmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const RAW_TEXT = /^(?:script|style|textarea|title|xmp)$/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g;

/** The start tags of a text in HTML, in their order. Linear: anything else is skipped, an endless tag ends the text. */
export function readTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (let open = html.indexOf('<'); open >= 0; ) {
    const close = endOf(html, open);
    if (close < 0) break;
    const name = /^[A-Za-z][A-Za-z\d:-]{0,60}/.exec(html.slice(open + 1, open + 64))?.[0].toLowerCase();
    if (name !== undefined)
      tags.push({ name, attributes: readAttributes(html.slice(open + 1 + name.length, close)) });
    open = html.indexOf('<', name !== undefined && RAW_TEXT.test(name) ? endOfRaw(html, close, name) : close);
  }
  return tags;
}

/** The offset of what ends the tag or comment that begins at an offset; -1 when nothing does. */
function endOf(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return html.indexOf('-->', open + 4);
  if (!/[A-Za-z/!?]/.test(html.charAt(open + 1))) return open + 1;
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const character = html.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at;
    else if ((character === '"' || character === "'") && html.charAt(at - 1) === '=') quote = character;
  }
  return -1;
}

function endOfRaw(html: string, from: number, name: string): number {
  const end = html.indexOf(`</${name}`, from);
  return end < 0 ? html.length : end;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE))
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}
