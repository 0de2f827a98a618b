const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
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

/** HTML of any generator as plain text on one line, good enough to compare and to show: no tags, entities read. */
export function plainText(html: string): string {
  return squeeze(readEntities(stripTags(html)));
}

/** White space single, none outside. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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

function readEntities(text: string): string {
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
