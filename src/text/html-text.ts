import { squeeze } from './white-space.ts';

/** The entities that editors and tools write; of the other 2,000 the name stays. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  middot: '·',
  times: '×',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  uacute: 'ú',
};

/** HTML of any generator on one line, to compare and to show. */
export function htmlToLine(html: string): string {
  return squeeze(htmlToText(html));
}

/** HTML of any generator as plain text: a space for each tag, entities read. */
export function htmlToText(html: string): string {
  return readEntities(stripTags(html));
}

/** What begins like a tag and ends; a bare `<`, as in `a < b`, stays. */
function stripTags(html: string): string {
  if (!html.includes('<')) return html;
  const parts: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    parts.push(html.slice(from, open));
    const isTag = /^<(?:\/?[A-Za-z]|!)/.test(html.slice(open, open + 3));
    const close = isTag ? html.indexOf('>', open) : -1;
    if (isTag && close < 0) return parts.join('') + html.slice(open);
    parts.push(isTag ? ' ' : '<');
    from = isTag ? close + 1 : open + 1;
  }
  return parts.join('') + html.slice(from);
}

/** Text with its entities as characters. */
export function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
