import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareEntries, readJsonFeed } from './compare.mjs';
import { writeHostileFeed } from './hostile-feed.ts';
import { npmReaders } from './npm-readers.ts';

const sites = [
  { site: 'the sample newsroom', documents: existsSync('dist/feed.json') ? readDist() : undefined },
  { site: 'a feed full of signs', documents: writeHostileFeed() },
];

function readDist() {
  const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');
  return { rss: read('rss.xml'), atom: read('atom.xml'), json: read('feed.json') };
}

describe.each(sites)('$site', ({ documents }) => {
  test('is built', () => {
    expect(documents, 'dist/ is missing: npm run build').toBeDefined();
    expect(readJsonFeed(documents?.json ?? '').length).toBeGreaterThan(2);
  });

  // R4, R74: ids, URLs, titles, both dates, authors, tags, summaries and attachments.
  test.each(npmReaders)('$name sees the same in $format as stands in JSON', async (reader) => {
    if (documents === undefined) throw new Error('dist/ is missing: npm run build');
    const seen = await reader.read(documents[reader.format]);
    expect(compareEntries(reader.name, reader.format, readJsonFeed(documents.json), seen)).toEqual([]);
  });
});

describe('the comparison', () => {
  const documents = writeHostileFeed();
  const expected = readJsonFeed(documents.json);

  // R77: without this a comparison that compares nothing would pass.
  test.each([
    ['id', 'tag:hostile.example,2025:3', 'tag:hostile.example,2025:4'],
    ['url', '<link>https://hostile.example/3/', '<link>https://hostile.example/4/'],
    ['title', 'AT&#x26;T', 'AT&#x26;U'],
    ['published', 'Wed, 01 Jan 2025', 'Wed, 08 Jan 2025'],
    ['updated', '2025-02-02T03:04:05Z', '2025-02-02T03:04:06Z'],
    ['authors', '<dc:creator>Solo', '<dc:creator>Duo'],
    ['tags', 'R&#x26;D', 'R&#x26;E'],
    ['summary', 'only a summary', 'only a summer'],
    ['attachments', 'length="123"', 'length="124"'],
  ])('notices another %s', async (field, from, to) => {
    expect(documents.rss).toContain(from);
    const [feedsmith] = npmReaders;
    const seen = await feedsmith.read(documents.rss.replace(from, to));
    const differences = compareEntries('feedsmith', 'rss', expected, seen).join('\n');
    // Another id is an entry that is not found.
    expect(differences).toContain(field === 'id' ? 'no entry has the id' : `: ${field} of `);
  });

  test('notices a lost entry', () => {
    expect(compareEntries('feedsmith', 'rss', expected, expected.slice(1))).toHaveLength(1);
  });
});
