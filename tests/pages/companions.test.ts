import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyCompanions } from '../../src/publish/verify-companions.ts';
import { machine } from '../machine.ts';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const CONFIG = `site: https://you.example/
title: You & I
feeds:
  - by: tag
    path: tags/:tag/rss.xml
  - path: news.xml
    title: News
    where: { section: news }
pages: { colour: "#0a5c8f" }
lists: [opml, links, headers, menu]
`;
const article = (title: string, day: number, tags: string) =>
  `---\ntitle: "${title}"\ndate: 2025-11-0${day}\ntags: [${tags}]\n---\nThe *first* words of ${title}.\n\nMore.\n`;
const ARTICLES = {
  'articles/news/one.md': article('One', 1, 'Harbour, Ships'),
  'articles/two.md': article('Two <b>', 2, 'Harbour'),
};

function buildSite(config = CONFIG, more: Readonly<Record<string, string>> = {}) {
  const folder = makeSite({ 'feedwright.yaml': config, ...ARTICLES, ...more });
  const ran = runCli(folder, ['build', ...NOW, '--report', 'report.json']);
  const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
  return { ...ran, folder, read, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) };
}

describe('pages and lists', () => {
  const site = buildSite();

  it('are written beside the feeds, shown and reported', () => {
    expect(site.error).toBe('');
    expect(
      site.report.companions.map(({ kind, path }: { kind: string; path: string }) => [kind, path]),
    ).toEqual([
      ['page', 'rss.html'],
      ['page', 'tags/harbour/rss.html'],
      ['page', 'tags/ships/rss.html'],
      ['page', 'news.html'],
      ['index', 'feeds/index.html'],
      ['opml', 'feeds.opml'],
      ['links', 'feeds.html'],
      ['headers', '_headers'],
      ['menu', '.well-known/feed-menu.json'],
      ['manifest', 'feedwright-manifest.txt'],
    ]);
    expect(site.out).toMatch(/^dist\/tags\/harbour\/rss\.html +page +\d+\.\d KB {2}changed$/m);
    for (const { path, bytes } of site.report.companions)
      expect(statSync(join(site.folder, 'dist', path)).size).toBe(bytes);
  });

  it('show the newest articles with their first words', () => {
    const page = site.read('tags/harbour/rss.html');
    expect(page.indexOf('Two &lt;b&gt;')).toBeLessThan(page.indexOf('>One<'));
    expect(page).toContain('<p>The first words of One.</p>');
    expect(page).toContain('href="https://you.example/feeds/"');
    expect(site.read('feeds/index.html')).toContain('href="https://you.example/tags/ships/rss.html"');
  });

  it('are what every feed links to, beside its home page (R29)', () => {
    expect(site.read('rss.xml')).toContain(
      '<atom:link href="https://you.example/rss.html" rel="describedby" type="text/html"/>',
    );
    const atom = site.read('atom.xml');
    expect(atom).toContain('<link rel="alternate" type="text/html" href="https://you.example/"/>');
    expect(atom).toContain('<link rel="describedby" type="text/html" href="https://you.example/rss.html"/>');
    expect(JSON.parse(site.read('feed.json')).user_comment).toContain('https://you.example/rss.html');
  });

  it('touch nothing when nothing changed (R61), and count as a change (R63)', () => {
    const files = site.report.companions.map(({ path }: { path: string }) => join(site.folder, 'dist', path));
    const times = () => files.map((path: string) => statSync(path).mtimeMs);
    const before = times();
    runCli(site.folder, ['build', ...NOW, '--report', 'again.json']);
    expect(times()).toEqual(before);
    expect(JSON.parse(readFileSync(join(site.folder, 'again.json'), 'utf8')).changed).toBe(false);
    writeFileSync(join(site.folder, 'dist/feeds.opml'), 'other');
    runCli(site.folder, ['build', ...NOW, '--report', 'again.json']);
    expect(JSON.parse(readFileSync(join(site.folder, 'again.json'), 'utf8')).changed).toBe(true);
    expect(times()[0]).toEqual(before[0]);
  });

  it('are not there without being asked for', () => {
    const plain = buildSite('site: https://you.example/\ntitle: You\n');
    expect(plain.report.companions.map(({ kind }: { kind: string }) => kind)).toEqual(['manifest']);
    expect(existsSync(join(plain.folder, 'dist/rss.html'))).toBe(false);
    expect(plain.read('rss.xml')).not.toContain('describedby');
  });

  it('must not take the file of another document', () => {
    const same = buildSite(CONFIG.replace('colour: "#0a5c8f"', 'index: news.html'));
    expect(same.exitCode).toBe(1);
    expect(same.error).toContain('"the page of news.xml" and "the page of all feeds" write to the same file');
  });
});

describe('feedwright links', () => {
  it('prints the default feed first, and feeds by topic apart; feeds.html has those for every page', () => {
    const site = buildSite();
    const { out, exitCode } = runCli(site.folder, ['links', ...NOW]);
    expect(exitCode).toBe(0);
    const [everywhere = '', topics = ''] = out.split(/<!-- .* -->\n/);
    expect(everywhere).toBe(site.read('feeds.html'));
    const addresses = (text: string) =>
      [...text.matchAll(/href="https:\/\/you\.example\/([^"]*)"/g)].map(([, path]) => path);
    expect(addresses(everywhere)).toEqual(['rss.xml', 'atom.xml', 'feed.json', 'news.xml']);
    expect(addresses(topics)).toEqual(['tags/harbour/rss.xml', 'tags/ships/rss.xml']);
  });

  it('needs nothing but a site and a title', () => {
    const folder = makeSite(ARTICLES);
    const ran = runCli(folder, ['links', '--site', 'https://you.example/', '--title', 'You', ...NOW]);
    expect(ran.out.split('\n')[0]).toBe(
      '<link rel="alternate" type="application/rss+xml" title="You (RSS)" href="https://you.example/rss.xml"/>',
    );
  });
});

describe('a template in the configuration', () => {
  const config = CONFIG.replace('colour: "#0a5c8f"', 'template: page.html');

  it('makes the pages', () => {
    const site = buildSite(config, {
      'page.html': '<h1>{{title}}</h1>{{#items}}<p>{{title}}</p>{{/items}}\n',
    });
    expect(site.read('rss.html')).toBe('<h1>You &amp; I</h1><p>Two &lt;b&gt;</p><p>One</p>\n');
    expect(site.read('feeds/index.html')).toBe('<h1>You &amp; I</h1>\n');
  });

  it.each([
    ['<h1>\n{{titel}}', 'page.html:2:1 error bad-template'],
    [undefined, 'feedwright.yaml:9:20 error unreadable-template'],
  ])('%j stops the build at its place', (text, place) => {
    const site = buildSite(config, text === undefined ? {} : { 'page.html': text });
    expect(site.error).toContain(place);
    expect([site.exitCode, existsSync(join(site.folder, 'dist'))]).toEqual([1, false]);
  });
});

describe('a feed menu', () => {
  it('below the top of a host is a warning, because nobody will find it', () => {
    const site = buildSite(CONFIG.replace('you.example/', 'you.example/blog/'));
    expect([site.exitCode, site.error]).toEqual([0, expect.stringContaining('menu-not-at-top')]);
  });
});

describe('verification before publishing', () => {
  const verify = (kind: 'opml' | 'page', text: string) => () =>
    verifyCompanions([{ kind, path: 'x', text }], ['https://you.example/rss.xml'], false);

  it.each([
    ['opml', '<opml version="2.0"><body/></opml>'],
    ['opml', '<opml version="2.0"><body><outline xmlUrl="https://you.example/a"/></body></opml>'],
    [
      'opml',
      '<opml version="2.0"><body><outline xmlUrl="https://you.example/rss.xml"/><outline xmlUrl="b"/></body></opml>',
    ],
    ['page', '<html><body><p>text</body></html>'],
    ['page', '<html><body><img src="https://you.example/x"/></body></html>'],
    ['page', '<html><body><a href="javascript:alert(1)">x</a></body></html>'],
    ['page', '<html><body><p onclick="x">x</p></body></html>'],
    ['page', '<html><body><script>1</script><script>2</script></body></html>'],
  ] as const)('refuses %s %s', (kind, text) => {
    expect(verify(kind, text)).toThrow('This is a bug');
  });

  it('accepts what it should', () => {
    expect(
      verify('page', '<!DOCTYPE html>\n<html><body><a href="mailto:you@you.example">x</a></body></html>'),
    ).not.toThrow();
  });
});

// Skipped where there is no newsboat: `apt-get install newsboat`.
describe.skipIf(!machine.newsboat)('newsboat', () => {
  it('imports feeds.opml and lists every feed', () => {
    const site = buildSite();
    const urls = join(site.folder, 'urls');
    writeFileSync(urls, '');
    const cache = join(site.folder, 'cache.db');
    const args = ['-q', '-u', urls, '-c', cache, '-i', join(site.folder, 'dist/feeds.opml')];
    const ran = spawnSync('newsboat', args, { encoding: 'utf8', env: { ...process.env, HOME: site.folder } });
    expect(ran.status).toBe(0);
    expect(
      readFileSync(urls, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([
      'https://you.example/rss.xml',
      'https://you.example/tags/harbour/rss.xml',
      'https://you.example/tags/ships/rss.xml',
      'https://you.example/news.xml',
    ]);
  });
});
