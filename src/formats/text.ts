/** Anything but tab, newline and the visible characters that XML 1.0 §2.2 allows; halves of pairs count too. */
const suspicious = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]/;
const lineEnds = /\r\n?/g;
const forbidden = /(?![\t\n])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;
const blanks = /[ \t\n]+/g;
const untidy = /[\t\n]|^ | $| {2}/;

/**
 * The text without the characters that XML 1.0 forbids (§2.2), lone surrogates and the control characters U+007F to
 * U+009F, which XML discourages and nobody sees; every kind of line end is a newline (§2.11). R20.
 */
export function legalText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(lineEnds, '\n').replace(forbidden, '');
}

/** Legal text on one line, without outer blanks: titles, names, tags. No-break spaces inside stay. */
export function lineText(text: string): string {
  const legal = legalText(text);
  return (untidy.test(legal) ? legal.replace(blanks, ' ') : legal).trim();
}

/** Plain text written as HTML. */
export function textToHtml(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  euro: '€',
};

/** The words of an HTML text on one line: tags become blanks, the usual entities characters. */
export function htmlToText(html: string): string {
  const words = html.replace(/<[^<>]*>/g, ' ');
  return lineText(words.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity));
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
