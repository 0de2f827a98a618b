import { squeeze } from '../text/white-space.ts';

/** Longest `lead`, in UTF-16 units. */
const LEAD_LIMIT = 300;

const TAG = /<\/?([a-z][a-z0-9]*)[^>]*>/g;
/** The number that refers to a footnote. */
const NOTE_MARK = /<sup><a href="[^"]*#(?:user-content-)?fn[^"]*"[^>]*>[^<]*<\/a><\/sup>/g;
const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi big cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong ' +
    'sub sup time tt u var wbr'
  ).split(' '),
);

/** HTML that this stage wrote as plain text on one line: `>` only ends tags there, and five entities are all there are. */
export function readText(html: string): string {
  const text = html
    .replace(NOTE_MARK, '')
    .replace(TAG, (_tag, name: string) => (INLINE_TAGS.has(name) ? '' : ' '));
  return squeeze(text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#xFFFD);/g, readEntity) : text);
}

/** The first paragraph that says something, as plain text of at most 300 UTF-16 units, cut at a word. */
export function readLead(html: string): string {
  let from = 0;
  for (let start = html.indexOf('<p>'); start >= 0; start = html.indexOf('<p>', from)) {
    const end = html.indexOf('</p>', start);
    if (end < 0) break;
    from = end;
    const text = readText(html.slice(start, end));
    if (text !== '') return cutAtWord(text, LEAD_LIMIT);
  }
  return cutAtWord(readText(html.slice(0, 20 * LEAD_LIMIT).replace(/<[^>]*$/, '')), LEAD_LIMIT);
}

/** Text of at most `limit` UTF-16 units: cut after a word, with an ellipsis, never inside a character. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  const words = space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${words.replace(/[\s,;:–—-]{1,9}$/, '')}…`;
}

function readEntity(entity: string): string {
  return ENTITIES[entity] ?? entity;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#xFFFD;': '\ufffd',
};
