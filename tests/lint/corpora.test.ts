import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFeed } from '../../src/lint/lint-feed.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const NOW = Date.parse('2026-11-01T00:00:00Z');

/** What is found in feeds that others publish; each finding was read by hand, in the document. */
const FINDINGS = {
  'jekyll-docs/published/feed.xml': [50, 55, 73],
  'jekyll-docs/published/feed-release.xml': [50, 55, 73, 156],
  'rust-blog-2023/published/feed.xml': [221],
  'rust-blog-2023/published/inside-rust-feed.xml': [112],
};

describe.skipIf(!existsSync(corpora))('feeds of others', () => {
  it.each(
    Object.entries(FINDINGS),
  )('%s has nothing but relative addresses, where they are said to be', (path, lines) => {
    const bytes = readFileSync(join(corpora, path));
    const written = bytes.toString('utf8').split('\n');
    const found = inspectFeed(bytes, { file: path, now: NOW });
    expect(found.map(({ code, line }) => [code, line])).toEqual(
      lines.map((line) => ['feed-content-relative', line]),
    );
    for (const { message, line, column = 1 } of found) {
      const [, address = '?'] = /such as "([^"]+)"/.exec(message) ?? [];
      expect(written[line - 1]?.startsWith(address, column - 1)).toBe(true);
    }
  });
});
