import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { FeedFormat } from '../../src/model/index.ts';
import { compareEntries, readJsonFeed } from '../readers/compare.mjs';
import { npmReaders } from '../readers/npm-readers.ts';
import { AUTHORS, LANGUAGES, makeLargeSite, TAGS } from './large-site.ts';
import { buildSite, readOutput } from './site.ts';

const folder = makeLargeSite();
const report = buildSite(folder);
const output = readOutput(folder);

const count = (prefix: string) =>
  new Set(report.feeds.filter(({ feed }) => feed.startsWith(prefix)).map(({ feed }) => feed)).size;

describe('a site of 500 articles with 60 tags, 12 authors and 3 languages', () => {
  test('has a feed for each, and nothing to complain of', () => {
    expect(report.problems).toEqual([]);
    expect([count('tag: '), count('author: '), count('language: ')]).toEqual([
      TAGS.length,
      AUTHORS.length,
      LANGUAGES.length,
    ]);
  });

  test('reports every document', () => {
    expect(report.feeds.map(({ path }) => path).toSorted()).toEqual([...output.keys()]);
    expect(output.size).toBeGreaterThan(300);
  });

  test.each(
    npmReaders,
  )('$name sees in every $format document what stands in JSON (R4, R74)', async (reader) => {
    const names: Readonly<Record<FeedFormat, string>> = {
      rss: 'rss.xml',
      atom: 'atom.xml',
      json: 'feed.json',
    };
    for (const [path, text] of output) {
      if (!path.endsWith(names[reader.format])) continue;
      const json = output.get(path.replace(names[reader.format], names.json)) ?? '';
      const seen = await reader.read(text);
      expect([path, compareEntries(reader.name, reader.format, readJsonFeed(json), seen)]).toEqual([
        path,
        [],
      ]);
    }
  });

  test('writes JSON Feed 1.1 only (R41)', () => {
    const schema = JSON.parse(readFileSync('tests/readers/json-feed-1.1.schema.json', 'utf8'));
    const ajv = new Ajv();
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    for (const [path, text] of output)
      if (path.endsWith('.json'))
        expect([path, validate(JSON.parse(text)), validate.errors]).toEqual([path, true, null]);
  });

  test('gives an article one id in all feeds (R4)', () => {
    const ids = new Map<string, Set<string>>();
    for (const [path, text] of output) {
      if (!path.endsWith('.json')) continue;
      for (const { url, id } of readJsonFeed(text)) ids.set(url, (ids.get(url) ?? new Set()).add(id));
    }
    expect(ids.size).toBe(500);
    expect([...ids.values()].filter((known) => known.size !== 1)).toEqual([]);
  });
});
