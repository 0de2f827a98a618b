import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite, runCli } from '../run-cli.ts';

/** `state` of an article with some lines of front matter, and its date where it has one. */
function read(lines: string, config = '', title = 'title: A') {
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\n${config}`,
    'articles/a.md': `---\n${title}\n${lines}\n---\nText.\n\n## A heading\n`,
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const { articles } = listArticles(loaded.config, Date.parse('2026-06-01'));
  return articles[0];
}

const RELEASED = ['publishDate', 'publishdate', 'publish_date'];
const EXPIRING = ['expires', 'expiryDate', 'expiration', 'unpublishDate', 'unpublish_date'];

describe('every name of a date that decides when an article is shown is read', () => {
  test.each(RELEASED)('%s holds an article back, whatever its date', (name) => {
    expect(read(`date: 2026-01-01\n${name}: 2026-09-01`, 'preset: hugo\narticles: articles\n')?.state).toBe(
      'held back',
    );
    expect(read(`date: 2026-01-01\n${name}: 2026-03-01`, 'preset: hugo\narticles: articles\n')?.state).toBe(
      'in the feed',
    );
  });

  test.each(EXPIRING)('%s ends an article', (name) => {
    expect(read(`date: 2026-01-01\n${name}: 2026-03-01`)?.state).toBe('expired');
    expect(read(`date: 2026-01-01\n${name}: 2026-09-01`)?.state).toBe('in the feed');
  });
});

it('a date of creation and one of the last change are read below "date", as Material for MkDocs has them', () => {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://example.org/\ntitle: Example\nformats: [json]\n',
    'articles/a.md': '---\ntitle: A\ndate:\n  created: 2025-01-05\n  updated: 2025-02-01\n---\nText.\n',
  });
  expect(runCli(folder, ['build']).error).toBe('');
  const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')) as {
    items: readonly unknown[];
  };
  expect(items[0]).toMatchObject({
    date_published: '2025-01-05T00:00:00Z',
    date_modified: '2025-02-01T00:00:00Z',
  });
});

test.each([
  'headline',
  'pageTitle',
  'page_title',
  'postTitle',
  'post_title',
])('%s is the title where there is no other', (name) => {
  expect(read('date: 2026-01-01', '', `${name}: Named`)?.title).toBe('Named');
  expect(read('date: 2026-01-01', '', `${name}: Named\ntitle: A`)?.title).toBe('A');
});

/** Names, and the value that hides. */
const HIDING: readonly (readonly [names: string, value: string])[] = [
  ['draft is_draft secret isHidden is_private embargoed noindex_feed confidential internal', 'true'],
  ['eleventyExcludeFromCollections private unlisted hidden headless', 'true'],
  ['isPublished is_public public listed visible live show', 'false'],
  ['post_visibility visibility', 'private'],
  ['passwd passphrase password_hash post_password password', 'x'],
  ['encrypted password_protected protected encrypt', 'true'],
  ['paid_only paywalled member_only members_only patrons_only subscribers_only premium', 'true'],
  ['status', 'auto-draft'],
  ['status', 'trash'],
  ['status', 'unpublished'],
  ['status', 'deleted'],
  ['status', 'withdrawn'],
  ['status', 'embargoed'],
  ['post_status', 'trash'],
  ['access audience', 'patrons'],
  ['access', 'tiers'],
  ['audience', 'only_paid'],
  ['audience', 'founding'],
];

describe('every name that keeps an article out of the feeds does', () => {
  const cases = HIDING.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const));
  test.each(cases)('%s: %s', (name, value) => {
    expect(read(`date: 2026-01-01\n${name}: ${value}`)?.state).toMatch(/^(?:draft|hidden)$/);
  });
});
