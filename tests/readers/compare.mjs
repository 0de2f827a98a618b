import { limits } from './limits.mjs';

/** The fields that every format tells of an entry; readers bring what they see into this shape. */
export const fields = [
  'id',
  'url',
  'title',
  'published',
  'updated',
  'authors',
  'tags',
  'summary',
  'attachments',
];

/** The entries of a JSON Feed document: what the other formats are compared with (R4). */
export function readJsonFeed(text) {
  const feed = JSON.parse(text);
  return feed.items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    published: toInstant(item.date_published),
    updated: toInstant(item.date_modified ?? item.date_published),
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    tags: item.tags ?? [],
    summary: item.summary ?? '',
    attachments: (item.attachments ?? []).map(({ url, mime_type, size_in_bytes }) => ({
      url,
      type: mime_type,
      bytes: size_in_bytes ?? 0,
    })),
  }));
}

/**
 * Compares entries as a reader sees them with those of the JSON Feed.
 * @returns one line for every difference that no limit explains
 */
export function compareEntries(reader, format, expected, seen) {
  const label = `${reader} ${format}`;
  if (expected.length !== seen.length) return [`${label}: ${seen.length} entries, not ${expected.length}`];
  const found = new Map(seen.map((entry) => [entry.id, entry]));
  return expected.flatMap((entry) => {
    const other = found.get(entry.id);
    if (other === undefined) return [`${label}: no entry has the id ${entry.id}`];
    return fields.flatMap((field) => compareField({ reader, format, field, entry }, other[field]));
  });
}

function compareField(place, seen) {
  const { reader, format, field, entry } = place;
  const applied = limits.filter((limit) => applies(limit, place));
  if (applied.some(({ expect }) => expect === undefined)) return [];
  const expected = applied.reduce((value, { expect }) => expect(value), entry[field]);
  if (JSON.stringify(expected) === JSON.stringify(seen)) return [];
  return [
    `${reader} ${format}: ${field} of ${entry.id} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`,
  ];
}

function applies(limit, { reader, format, field, entry }) {
  return (
    limit.field === field &&
    (limit.reader === '*' || limit.reader === reader) &&
    (limit.format === '*' || limit.format === format) &&
    (limit.when === undefined || limit.when(entry))
  );
}

/** An instant as `2025-11-04T09:00:00Z`; empty when it is missing or cannot be read. */
export function toInstant(date) {
  const time = new Date(date ?? '').getTime();
  return Number.isNaN(time) ? '' : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The words of a piece of simple HTML, such as a summary in an RSS description. */
export function htmlToText(html) {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
