import type { FeedFormat } from '../model/index.ts';
import type { ReadItem } from './read-document.ts';

/** What a document must say about an item. Instants in ms. */
export interface ExpectedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: number;
  readonly updated: number;
}

/** What is wrong with the first item that is not as expected, or undefined. */
export function compareItems(
  read: readonly ReadItem[],
  expected: readonly ExpectedItem[],
  format: FeedFormat,
): string | undefined {
  const ids = new Set<string>();
  for (const [index, item] of read.entries()) {
    const should = expected[index];
    const wrong = should && (repeated(item, ids) ?? compareItem(item, should, format));
    if (wrong) return `item ${index + 1} (${JSON.stringify(should.title)}): ${wrong}`;
  }
  return undefined;
}

function repeated({ id }: ReadItem, ids: Set<string>): string | undefined {
  if (id === undefined) return '"id" is missing';
  if (ids.has(id)) return `its id ${JSON.stringify(id)} is that of another item`;
  ids.add(id);
  return undefined;
}

function compareItem(item: ReadItem, expected: ExpectedItem, format: FeedFormat): string | undefined {
  // RSS has no own element for the last change: without `atom:updated` it is the date of publication.
  const updated = item.updated ?? (format === 'rss' ? item.published : undefined);
  return (
    differ('id', item.id, expected.id, isSameId(item.id, expected.id, format)) ??
    differ('url', item.url, expected.url, address(item.url) === address(expected.url)) ??
    differ('title', item.title, expected.title, visible(item.title ?? '') === visible(expected.title)) ??
    differ('published', item.published, expected.published, isSame(item.published, expected.published)) ??
    differ('updated', updated, expected.updated, isSame(updated, expected.updated))
  );
}

function differ(
  field: string,
  read: string | undefined,
  expected: string | number,
  isEqual: boolean,
): string | undefined {
  if (isEqual) return undefined;
  const should = typeof expected === 'number' ? new Date(expected).toISOString() : expected;
  const is = read === undefined ? 'missing' : JSON.stringify(read);
  return `"${field}" is ${is}, should be ${JSON.stringify(should)}`;
}

/** Atom takes only absolute IRIs (RFC 4287 §4.2.6), so there an id that is none ends in it instead. */
function isSameId(id: string | undefined, expected: string, format: FeedFormat): boolean {
  if (id === undefined) return false;
  if (visible(id) === visible(expected)) return true;
  if (format !== 'atom' || !/^[a-z][a-z\d+.-]*:\S+$/i.test(id)) return false;
  const wanted = visible(expected);
  return id.endsWith(`#${encodeURIComponent(wanted)}`) || id === `urn:uuid:${wanted.toLowerCase()}`;
}

/** Text without what nobody sees: controls, halves of surrogate pairs, and the kind and number of blanks. */
function visible(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** An address in its one normal form; what is no address stays as it is. */
function address(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return url;
  return new URL(url).href.replace(/[\s"<>{}|\\^`[\]]/g, encodeURIComponent);
}

/** Formats write whole seconds. */
function isSame(text: string | undefined, expected: number): boolean {
  return text !== undefined && readInstant(text) === Math.floor(expected / 1000) * 1000;
}

const mailDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const internetDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** An RFC 822 or RFC 3339 date exactly as R13 wants it, with its own weekday, in ms; anything else is NaN. */
export function readInstant(text: string): number {
  const instant = mailDate.test(text) || internetDate.test(text) ? Date.parse(text) : Number.NaN;
  const isMail = text.includes(',');
  return isMail && new Date(instant).toUTCString() !== text ? Number.NaN : instant;
}
