import { asText, type Fields } from '../documents/read-json-feed.ts';
import { isMapping, toList } from '../text/data.ts';
import { escapeAttribute, escapeText } from '../text/escape-html.ts';
import { isForMembers, renderCard } from './ghost-cards.ts';
import type { CountLost } from './read-lexical.ts';

/** What the sections and markers of a document refer to by number. */
interface Tables {
  readonly markups: readonly unknown[];
  readonly atoms: readonly unknown[];
  readonly cards: readonly unknown[];
  /** How many characters they may still give: many places may refer to one long card. */
  readonly budget: { left: number };
}

/** Longer than any post. */
const MOST_REFERRED = 20_000_000;

/**
 * A text of Ghost's editor before version 5 (Mobiledoc 0.3) as HTML.
 * @param document the parsed text
 * @returns undefined for what is no such text
 */
export function renderMobiledoc(document: unknown, lose: CountLost): string | undefined {
  if (!isMapping(document) || !Array.isArray(document.sections)) return undefined;
  const { markups, atoms, cards } = document;
  const budget = { left: MOST_REFERRED };
  const tables = { markups: toList(markups), atoms: toList(atoms), cards: toList(cards), budget };
  return document.sections
    .filter((section) => Array.isArray(section))
    .map((section) => renderSection(section, tables, lose))
    .filter(Boolean)
    .join('\n');
}

const [MARKUP, IMAGE, LIST, CARD] = [1, 2, 3, 10];

function renderSection([kind, value, content]: readonly unknown[], tables: Tables, lose: CountLost): string {
  if (kind === CARD) {
    const card = renderCardOf(tables.cards[Number(value)], lose);
    if (isAffordable(card, tables)) return card;
    lose('cards that are repeated too often');
    return '';
  }
  if (kind === IMAGE) return renderCard('image', { src: value }) ?? '';
  const tag = tagOf(value);
  if (kind === MARKUP) {
    const inner = renderMarkers(content, tables);
    return inner === '' ? '' : `<${tag}>${inner}</${tag}>`;
  }
  if (kind !== LIST) return '';
  const items = toList(content).map((markers) => `<li>${renderMarkers(markers, tables)}</li>`);
  return `<${tag}>${items.join('')}</${tag}>`;
}

function isAffordable(html: string, { budget }: Tables): boolean {
  budget.left -= html.length;
  return budget.left >= 0;
}

function tagOf(value: unknown): string {
  const tag = (asText(value) ?? '').toLowerCase();
  if (tag === 'aside' || tag === 'pull-quote') return 'blockquote';
  return /^(?:h[1-6]|ul|ol|blockquote)$/.test(tag) ? tag : 'p';
}

function renderCardOf(card: unknown, lose: CountLost): string {
  const [name, payload] = toList(card);
  const fields: Fields = isMapping(payload) ? payload : {};
  const type = asText(name) ?? '';
  const html = isForMembers(fields) ? undefined : renderCard(type, fields);
  if (html === undefined) lose(isForMembers(fields) ? 'blocks for members' : `cards of type "${type}"`);
  return html ?? '';
}

const MARKUPS: ReadonlySet<string> = new Set('b strong i em s del u code sub sup mark'.split(' '));

/** Each marker opens some markups, has a text, and closes as many of the open ones as it says. */
function renderMarkers(markers: unknown, tables: Tables): string {
  const { markups, atoms } = tables;
  const open: string[] = [];
  const parts: string[] = [];
  for (const marker of toList(markers)) {
    const [kind, opened, closed, value] = toList(marker);
    for (const index of toList(opened)) {
      const [start, end] = readMarkup(markups[Number(index)]);
      if (!isAffordable(start + end, tables)) continue;
      parts.push(start);
      open.push(end);
    }
    const [atom] = kind === 1 ? toList(atoms[Number(value)]) : [];
    parts.push(kind === 1 ? (atom === 'soft-return' ? '<br>' : '') : escapeText(asText(value) ?? ''));
    for (let left = Number(closed); left > 0 && open.length > 0; left--) parts.push(open.pop() ?? '');
  }
  return [...parts, ...open.toReversed()].join('');
}

/** `["a", ["href", "https://…"]]`. */
function readMarkup(markup: unknown): readonly [string, string] {
  const [name, attributes] = toList(markup);
  const tag = (asText(name) ?? '').toLowerCase();
  if (tag !== 'a') return MARKUPS.has(tag) ? [`<${tag}>`, `</${tag}>`] : ['', ''];
  const list = toList(attributes);
  const href = asText(list[list.indexOf('href') + 1]) ?? '';
  return list.includes('href') && href !== '' ? [`<a href="${escapeAttribute(href)}">`, '</a>'] : ['', ''];
}
