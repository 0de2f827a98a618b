import { htmlToLine, textToHtml } from './text.ts';

/** The most bytes of a description that directories of podcasts take (P6, P19). */
const LIMIT = 4000;

/** As UTF-8. The class Feed also runs where there is no `Buffer`. */
function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
/** Elements that are in a line; every other one begins a paragraph. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/**
 * Show notes as the description of an episode: of the HTML only `p`, `ol`, `ul`, `li` and `a`, in at most 4,000 bytes; what does
 * not fit is cut between paragraphs, or in the first one between words. HTML that is so already stays as it is.
 * @param html well-formed
 */
export function cutShowNotes(html: string): string {
  const pieces = [...divide(html)];
  const isPlain = pieces.every(({ tag }) => tag === undefined || /^(?:p|ol|ul|li|a)$/.test(tag));
  if (isPlain && !html.includes('<!--') && countBytes(html) <= LIMIT) return html;
  const notes = new Notes();
  for (const { text, tag, isEnd, attributes } of pieces) {
    if (tag === undefined) notes.addText(text);
    else notes.addTag(tag, isEnd, attributes);
  }
  const made = notes.finish();
  return htmlToLine(made) === '' ? cutWords(html) : made;
}

interface Piece {
  readonly text: string;
  /** In lower case; undefined for text. */
  readonly tag?: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

const NAME = /<(\/?)([a-z][a-z0-9]*)/iy;

/** Texts and tags in their order, without comments; what is not a tag is text. */
function* divide(html: string): Generator<Piece> {
  let from = 0;
  const text = (to: number): Piece => ({ text: html.slice(from, to), isEnd: false, attributes: '' });
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', Math.max(from, open + 1))) {
    NAME.lastIndex = open;
    const [, slash, name = ''] = NAME.exec(html) ?? [];
    const isComment = html.startsWith('<!--', open);
    if (name === '' && !isComment) continue;
    const inside = open + 1 + (slash ?? '').length + name.length;
    const end = isComment ? findCommentEnd(html, open + 4) : findTagEnd(html, inside);
    if (end < 0) break;
    yield text(open);
    if (!isComment)
      yield { text: '', tag: name.toLowerCase(), isEnd: slash === '/', attributes: html.slice(inside, end) };
    from = end + 1;
  }
  yield text(html.length);
}

function findCommentEnd(html: string, from: number): number {
  const close = html.indexOf('-->', from);
  return close < 0 ? -1 : close + 2;
}

/** Where the `>` of a tag is, which may be in its quoted values too; -1 without one. */
function findTagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quote === '' && character === '>') return at;
    if (quote === character) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return -1;
}

/** Collects paragraphs and lists until the next one would not fit. */
class Notes {
  readonly #open: string[] = [];
  #done = '';
  #line = '';
  #isFull = false;

  addText(text: string): void {
    this.#line += text;
  }

  addTag(name: string, isEnd: boolean, attributes: string): void {
    if (name === 'a') this.#line += isEnd ? '</a>' : `<a${linkOf(attributes)}>`;
    else if (name === 'br') this.#line += ' ';
    else if (!INLINE.has(name)) this.#addBlock(name, isEnd);
  }

  finish(): string {
    this.#endLine();
    // An entry of which only the beginning fitted.
    for (let tag = this.#open.at(-1)?.replace('/', ''); tag && this.#done.endsWith(tag); ) {
      this.#done = this.#done.slice(0, -tag.length);
      this.#open.pop();
      tag = this.#open.at(-1)?.replace('/', '');
    }
    return this.#done + this.#endTags();
  }

  #addBlock(name: string, isEnd: boolean): void {
    this.#endLine();
    if (this.#isFull || !(LISTS.has(name) || name === 'li')) return;
    if (isEnd) this.#close(name);
    else if (this.#add(`<${name}>`, `</${name}>`)) this.#open.push(`</${name}>`);
  }

  #close(name: string): void {
    if (this.#open.at(-1) !== `</${name}>`) return;
    this.#done += `${this.#open.pop()}\n`;
  }

  #endLine(): void {
    const line = this.#line.trim();
    this.#line = '';
    if (line === '' || this.#isFull) return;
    const isItem = this.#open.at(-1) === '</li>';
    this.#add(isItem ? line : `<p>${line}</p>\n`, '');
  }

  /** @returns whether there was room for it and all end tags */
  #add(part: string, end: string): boolean {
    const next = this.#done + part;
    this.#isFull ||= countBytes(next + end + this.#endTags()) + this.#open.length > LIMIT;
    if (!this.#isFull) this.#done = next;
    return !this.#isFull;
  }

  #endTags(): string {
    return this.#open.toReversed().join('');
  }
}

function linkOf(attributes: string): string {
  return /\shref\s*=\s*("[^"]*"|'[^']*')/i.exec(attributes)?.[0].replace(/^\s+/, ' ') ?? '';
}

/** The beginning of the text, for a first paragraph that is too long alone. */
function cutWords(html: string): string {
  const words = textToHtml(htmlToLine(html));
  if (words === '') return '';
  const cut = new TextDecoder()
    .decode(new TextEncoder().encode(words).subarray(0, LIMIT - 20))
    .replace(/\uFFFD$/, '');
  return `<p>${cut.replace(/\s+\S*$/, '')}…</p>`;
}
