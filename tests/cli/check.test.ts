import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atom, json, rdf, rss } from '../lint/good-feeds.ts';
import { IN_CI, makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2025-11-10T00:00:00Z'];
const site = {
  'feedwright.yaml': 'site: https://x.example/\ntitle: X\n',
  'articles/a.md': '---\ntitle: A\ndate: 2025-11-04\n---\nText\n',
  'articles/b.md': '---\ntitle: B\ndate: 2026-01-01\n---\nText\n',
};

describe('feedwright check', () => {
  it('finds no problem in a good site, says what waits, and writes nothing', () => {
    const folder = makeSite(site);
    const ran = runCli(folder, ['check', ...NOW]);
    expect(ran).toEqual({
      exitCode: 0,
      out: 'articles/b.md is held back until 2026-01-01T00:00:00Z\nNo problems.\n',
      error: '',
    });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('fails where a build would fail, with the same problems', () => {
    const folder = makeSite({ ...site, 'articles/c.md': '---\ntitle: C\ndate: 2025-02-31\n---\n' });
    const [checked, built] = ['check', 'build'].map((name) => runCli(folder, [name, ...NOW]));
    expect(checked?.exitCode).toBe(1);
    expect(checked?.error.split('\n')[0]).toBe(built?.error.split('\n')[0]);
    expect(checked?.error).toContain('A build would fail: 1 error.');
  });

  it('compares with what is published, and touches no file', () => {
    const folder = makeSite(site);
    runCli(folder, ['build', ...NOW]);
    writeFileSync(join(folder, 'articles/a.md'), '---\ntitle: A\nid: other\ndate: 2025-11-04\n---\nText\n');
    const before = readFileSync(join(folder, 'dist/rss.xml'), 'utf8');
    const ran = runCli(folder, ['check', ...NOW], IN_CI);
    expect(ran.exitCode).toBe(1);
    expect(ran.error).toContain('id-changed');
    expect(readFileSync(join(folder, 'dist/rss.xml'), 'utf8')).toBe(before);
  });
});

describe('feedwright check FEED…', () => {
  it('inspects files of any generator', () => {
    const broken = rss.replace('Mon, 03 Nov 2025', 'Wed, 03 Nov 2025');
    const folder = makeSite({ 'good.xml': rss, 'old/broken.xml': broken });
    const ran = runCli(folder, ['check', 'good.xml', 'old/broken.xml', ...NOW]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toBe('good.xml: no problems\nold/broken.xml: 1 error\n');
    expect(ran.error).toMatch(/^old\/broken\.xml:37:7 error feed-date-weekday: /);
  });

  it.skipIf(!existsSync('/dev/zero'))('does not begin to read what has no end', () => {
    const ran = runCli(makeSite({}), ['check', '/dev/zero', '.', 'gone.xml', ...NOW]);
    expect(ran.exitCode).toBe(1);
    expect(ran.error).toContain(
      "/dev/zero:1 error feed-unreadable: The feed can't be read: it is not a regular file.",
    );
    expect(ran.error).toContain('There is no feed in this folder.');
    expect(ran.error).toContain('it does not exist.');
  });

  it('annotates a document of the repository', () => {
    const folder = makeSite({ 'public/feed.xml': rss.replace('<ttl>60', '<ttl>1h') });
    mkdirSync(join(folder, '.git'));
    const ran = runCli(folder, ['check', 'public/feed.xml', '--format', 'github', ...NOW]);
    expect(ran.out).toContain('::error file=public/feed.xml,line=10,col=5,title=feed-value::');
  });

  it('warnings fail when they are asked to', () => {
    const folder = makeSite({ 'feed.xml': rss.replace('<title>Second', '<title>&lt;b&gt;Second&lt;/b&gt;') });
    expect(runCli(folder, ['check', 'feed.xml', ...NOW]).exitCode).toBe(0);
    expect(runCli(folder, ['check', 'feed.xml', '--strict', ...NOW]).exitCode).toBe(1);
  });

  it('says which cannot be read', () => {
    const ran = runCli(makeSite({ 'folder/x': '' }), ['check', 'none.xml', 'folder', ...NOW]);
    expect(ran.exitCode).toBe(1);
    expect(ran.error).toContain(
      "none.xml:1 error feed-unreadable: The feed can't be read: it does not exist.",
    );
    expect(ran.error).toContain('folder:1 error feed-unreadable: There is no feed in this folder.');
  });

  it('checks every feed in a folder, and nothing else there', () => {
    const folder = makeSite({
      'dist/rss.xml': `<?xml version="1.0"?>\n<!-- <feed> -->\n${rss.slice(rss.indexOf('<rss'))}`,
      'dist/tags/a/feed.json': json,
      'dist/tags/a/broken.atom': atom.replace('</feed>', ''),
      'dist/index.rdf': Buffer.from(`\uFEFF${rdf.replace('utf-8', 'UTF-16')}`, 'utf16le'),
      'dist/sitemap.xml': '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
      'dist/search.json': '{ "version": "1", "feed": [] }',
      'dist/node_modules/x/rss.xml': '<rss>',
    });
    const ran = runCli(folder, ['check', 'dist', 'dist/rss.xml', ...NOW]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toBe(
      [
        'dist/index.rdf: no problems',
        'dist/rss.xml: no problems',
        'dist/tags/a/broken.atom: 1 error',
        'dist/tags/a/feed.json: no problems',
        'Checked 4 feeds in "dist".',
        '',
      ].join('\n'),
    );
    expect(ran.error).toMatch(/^dist\/tags\/a\/broken\.atom:\d+:\d+ error feed-not-well-formed: /);
  });

  const own = join(import.meta.dirname, '../..');
  it('has no finding in the feeds that this repository publishes', () => {
    const feeds = readdirSync(join(own, 'dist'))
      .filter((name) => /\.(?:xml|json)$/.test(name))
      .map((name) => `dist/${name}`);
    const ran = runCli(own, ['check', ...feeds, '--strict']);
    expect(ran.error).toBe('');
    expect(ran.exitCode).toBe(0);
  });

  it('has no finding in any feed that the cases expect', () => {
    const cases = join(own, 'tests/cases');
    const feeds = readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\/expected\/.*(?:atom|rss|feed).*\.(?:xml|json)$/.test(path),
    );
    expect(feeds.length).toBeGreaterThan(8);
    const ran = runCli(cases, ['check', ...feeds, '--strict']);
    expect(ran.error).toBe('');
  });
});
