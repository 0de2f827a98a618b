import type { FeedFormat } from '../model/index.ts';
import { legalText } from '../text/legal.ts';
import type { ReadItem } from './read-facts.ts';

/** What a document must say about an item. Times in ms. */
export interface ExpectedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly untitled?: boolean;
  readonly published: number;
  readonly updated: number;
  /** HTML; empty where only a summary is carried. */
  readonly content: string;
  readonly summary?: string;
  /** Only in RSS. */
  readonly markdown?: string;
  /** Whether RSS cuts the notes of an episode for directories. */
  readonly hasNotes?: boolean;
}

/** What is wrong with an item that was read, or undefined. */
export function compareItem(
  item: ReadItem,
  expected: ExpectedItem,
  format: FeedFormat,
  home: string,
): string | undefined {
  if (item.id === undefined) return '"id" is missing';
  // RSS has no own element for the last change: without `atom:updated` it is the date of publication.
  // Of a note only Atom needs a title.
  const title = expected.untitled && format !== 'atom' ? '' : expected.title;
  const updated = item.updated ?? (format === 'rss' ? item.published : undefined);
  return (
    differ('id', item.id, expected.id, isSameId(item.id, expected.id, format, home)) ??
    differ(
      'url',
      item.url,
      expected.url,
      item.url === expected.url || address(item.url) === address(expected.url),
    ) ??
    differ('title', item.title, title, isAlike(item.title ?? '', title)) ??
    differ('published', item.published, expected.published, isSame(item.published, expected.published)) ??
    differ('updated', updated, expected.updated, isSame(updated, expected.updated)) ??
    (expected.hasNotes && format === 'rss'
      ? compareNotes(item, expected)
      : compareTexts(item, expected, format)) ??
    (format === 'rss'
      ? differ(
          'markdown',
          shorten(item.markdown),
          expected.markdown ?? '',
          item.markdown === expected.markdown,
        )
      : undefined)
  );
}

/** The description of an episode may be the beginning of its notes, and is never empty; the content is whole. */
function compareNotes({ content, summary }: ReadItem, expected: ExpectedItem): string | undefined {
  const whole = says(expected.content);
  const read = content ?? summary;
  const hasNotes = says(summary) !== undefined;
  return (
    differ('description', summary, expected.summary ?? expected.title, hasNotes) ??
    (whole === undefined
      ? undefined
      : differ('content', shorten(read), shorten(whole) ?? '', isAlike(read, whole)))
  );
}

/** The content where there is one, else the summary in its place, else the title. */
function compareTexts(item: ReadItem, expected: ExpectedItem, format: FeedFormat): string | undefined {
  const content = says(expected.content);
  const summary = says(expected.summary) ?? (content === undefined ? expected.title : undefined);
  // In RSS the content is the description when there is no summary, and a summary is HTML.
  const isMoved = format === 'rss' && summary === undefined;
  const read = isMoved ? item.summary : item.content;
  const words = format === 'rss' ? item.summary?.replace(/&(?:amp|lt|gt);/g, plain) : item.summary;
  const short = isMoved ? undefined : words;
  return (
    differ('content', shorten(read), shorten(content) ?? '', isAlike(read, content)) ??
    differ('summary', short, summary ?? '', isAlike(short, summary))
  );
}

/** A text of which something is to be seen. */
function says(text: string | undefined): string | undefined {
  // One letter of ASCII is enough; only a text without any needs a closer look.
  return text !== undefined && (/[!-~]/.test(text) || legalText(text).trim() !== '')
    ? text.trim()
    : undefined;
}

function plain(entity: string): string {
  return entity === '&amp;' ? '&' : entity === '&lt;' ? '<' : '>';
}

function shorten(text: string | undefined): string | undefined {
  return text && text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isAlike(read: string | undefined, expected: string | undefined): boolean {
  return read === expected || visible(read ?? '') === visible(expected ?? '');
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

/**
 * Atom takes only absolute IRIs (RFC 4287 §4.2.6), so there any other ID becomes a fragment of the home page.
 * @param home page of the site
 */
export function isSameId(
  id: string | undefined,
  expected: string,
  format: FeedFormat,
  home: string,
): boolean {
  if (id === undefined) return false;
  if (id === expected || visible(id) === visible(expected)) return true;
  if (format !== 'atom' || !/^[a-z][a-z\d+.-]*:\S+$/i.test(id)) return false;
  const wanted = visible(expected);
  return (
    id === `${home.replace(/#.*$/s, '')}#${encodeURIComponent(wanted)}` ||
    id === `urn:uuid:${wanted.toLowerCase()}`
  );
}

/** Text without what is invisible: controls, halves of surrogate pairs, and the kind and number of spaces. */
export function visible(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return legalText(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
}

/** A URL in its one normal form; what is not a URL stays as it is. */
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
