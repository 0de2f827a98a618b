import { describe, expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { loadConfig } from '../src/config/load.ts';
import { readFeed } from '../src/documents/read-feed.ts';
import { inspectFeed } from '../src/lint/lint-feed.ts';
import { expectLinearTime } from './growth.ts';
import { makeSite } from './run-cli.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const names = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);

/** Builds one article without writing it. */
function buildOne(article: string, config = CONFIG, published?: string): void {
  const folder = makeSite({ 'feedwright.yaml': config, 'articles/a.md': article });
  const { config: loaded } = loadConfig({ workingDirectory: folder });
  if (!loaded) throw new Error('The configuration is wrong.');
  const bytes = published === undefined ? undefined : Buffer.from(published);
  const old = bytes ? { published: () => [{ source: 'old.xml', bytes, isNamed: true }] } : {};
  const report = build(loaded, { now: NOW, write: false, ...old });
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
}

const article = (lines: string) => `---\ntitle: A\ndate: 2025-11-04\n${lines}\n---\nText.\n`;

const item = (id: string, number: number) =>
  `<item><title>T${number}</title><link>https://example.org/${number}/</link><guid isPermaLink="false">${id}</guid><pubDate>Mon, 03 Nov 2025 10:00:00 GMT</pubDate><description>x</description></item>\n`;
const rss = (items: string, attributes = '') =>
  `<rss version="2.0"><channel${attributes}><title>T</title><link>https://example.org/</link><description>d</description>\n${items}</channel></rss>`;
const items = (count: number, id: (number: number) => string) =>
  Array.from({ length: count }, (_, i) => item(id(i), i)).join('');
const attributes = (count: number) =>
  names(count)
    .map((name) => ` ${name}="x"`)
    .join('');

describe('what strangers write takes time that grows with its length', () => {
  it.each([
    ['tags', (size: number) => article(`tags: [${names(size).join(', ')}]`)],
    [
      'tags with commas',
      (size: number) =>
        article(
          `tags: [${names(size)
            .map((name) => `"${name},"`)
            .join(', ')}]`,
        ),
    ],
    ['authors', (size: number) => article(`authors: [${names(size).join(', ')}]`)],
    ['authors in one text', (size: number) => article(`author: "${names(size).join('; ')}"`)],
    [
      'keys',
      (size: number) =>
        article(
          names(size)
            .map((name) => `${name}: 1`)
            .join('\n'),
        ),
    ],
    [
      'mistyped keys',
      (size: number) =>
        article(
          names(size)
            .map((name) => `${name}itle: 1`)
            .join('\n'),
        ),
    ],
  ])('%s of an article', (_, write) => {
    expectLinearTime((size) => buildOne(write(size)), 16_000);
  });

  it.each([
    ['items with one id', () => 'x'],
    ['items', (number: number) => `x${number}`],
  ])('%s of a published feed', (_, id) => {
    const feeds = new Map<number, string>();
    const make = (size: number) => feeds.get(size) ?? rss(items(size, id));
    for (const size of [1000, 8000]) feeds.set(size, make(size));
    expectLinearTime((size) => void readFeed(make(size), { source: 'x' }), 8000);
    expectLinearTime((size) => buildOne(article(''), CONFIG, make(size)), 8000);
    expectLinearTime((size) => void inspectFeed(Buffer.from(make(size)), { file: 'x', now: NOW }), 8000);
  });

  it('attributes of one element of a feed', () => {
    expectLinearTime((size) => void readFeed(rss('', attributes(size)), { source: 'x' }), 40_000);
    expectLinearTime(
      (size) => void inspectFeed(Buffer.from(rss('', attributes(size))), { file: 'x', now: NOW }),
      40_000,
    );
  });

  it('names of namespaces of a feed', () => {
    const spaces = (size: number) =>
      names(size)
        .map((name) => ` xmlns:${name}="u:${name}"`)
        .join('');
    expectLinearTime(
      (size) => void inspectFeed(Buffer.from(rss(items(10, String), spaces(size))), { file: 'x', now: NOW }),
      40_000,
    );
  });
});
