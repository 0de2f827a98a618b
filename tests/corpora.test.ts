import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { copySite, runCli } from './run-cli.ts';

const corpora = join(import.meta.dirname, '../../shared/corpora');
const NOW = '2026-11-01T00:00:00Z';

/** The configuration of each folder: what its site.json says, and at most six lines. */
const CONFIGURATIONS = {
  'jekyll-docs': `site: https://jekyllrb.com/
title: Jekyll
preset: jekyll
timeZone: America/Los_Angeles
permalink: /news/:year/:month/:day/:title/
id: https://jekyllrb.com/news/:year/:month/:day/:slug`,
  'rust-blog-2023': `site: https://blog.rust-lang.org/
title: Rust Blog
permalink: /:year/:month/:day/:slug.html
exclude: [inside-rust/**]`,
  'rust-blog-toml': `site: https://blog.rust-lang.org/
title: Rust Blog
preset: zola
permalink: /:path/`,
  babel: `site: https://babeljs.io/
title: Babel Blog
preset: docusaurus
permalink: /blog/:year/:month/:day/:slug
onError: skip`,
  'jekyll-edge-cases': `site: https://example.com/
title: Jekyll's own test posts
preset: jekyll
permalink: /:year/:month/:day/:slug/
onError: skip`,
} as const;

type Corpus = keyof typeof CONFIGURATIONS;

interface Listed {
  readonly file: string;
  readonly state: string;
  readonly id: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

function prepare(name: Corpus, extra = ''): string {
  const folder = copySite(join(corpora, name));
  const lines = CONFIGURATIONS[name];
  writeFileSync(
    join(folder, 'feedwright.yaml'),
    `${lines}\narticles: articles\n${extra}`.replace(/^(articles: )articles\n(articles: .*)/m, '$2'),
  );
  return folder;
}

function build(folder: string): void {
  const ran = runCli(folder, ['build', '--now', NOW, '--report', 'report.json']);
  expect(ran.error).not.toMatch(/^Nothing was written/m);
  expect(ran.exitCode).toBe(0);
}

function list(folder: string): readonly Listed[] {
  return JSON.parse(runCli(folder, ['list', '--now', NOW, '--json']).out).articles;
}

/** What an Atom feed says of its entries, titles as plain text. */
function readEntries(path: string) {
  const { feed } = parseFeed(readFileSync(path, 'utf8')) as { feed: { entries?: readonly Entry[] } };
  return (feed.entries ?? []).map(({ id, links, title, published }) => ({
    id,
    url: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
    title: plain(typeof title === 'string' ? title : (title?.value ?? '')),
    published: new Date(published ?? '').toISOString(),
  }));
}

interface Entry {
  readonly id?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly title?: string | { readonly value?: string };
  readonly published?: string;
}

function plain(html: string): string {
  const first = parseFragment(html)
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
  return (first || html).trim();
}

describe.skipIf(!existsSync(corpora))('real sites, unaltered', () => {
  it.each([
    ['jekyll-docs', 'feed.xml', ''],
    ['rust-blog-2023', 'feed.xml', ''],
    ['rust-blog-2023', 'inside-rust-feed.xml', 'inside'],
  ] as const)('%s gives the ten entries that the site published in %s', (name, published, section) => {
    const folder = prepare(name, 'limit: 10\n');
    if (section === 'inside') {
      const lines = [
        'site: https://blog.rust-lang.org/inside-rust/',
        'title: Inside Rust Blog',
        'permalink: /:year/:month/:day/:slug.html',
        'articles: articles/inside-rust',
        'limit: 10',
      ];
      writeFileSync(join(folder, 'feedwright.yaml'), `${lines.join('\n')}\n`);
    }
    build(folder);
    const expected = readEntries(join(corpora, name, 'published', published));
    expect(expected.length).toBe(10);
    expect(readEntries(join(folder, 'dist/atom.xml'))).toEqual(expected);
  });

  it('jekyll-docs: every article has the day of its date in Los Angeles and the slug of its file name', () => {
    const articles = list(prepare('jekyll-docs'));
    expect(articles.length).toBe(101);
    for (const { file, url, published } of articles) {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(
        new Date(published ?? ''),
      );
      const slug = /\d{4}-\d{2}-\d{2}-(.*)\.(?:md|markdown)$/.exec(file)?.[1];
      expect(url).toBe(`https://jekyllrb.com/news/${day.replaceAll('-', '/')}/${slug}/`);
    }
  });

  it('rust-blog-2023: every article has the date and URL of its file name', () => {
    const folder = prepare('rust-blog-2023');
    writeFileSync(
      join(folder, 'feedwright.yaml'),
      CONFIGURATIONS['rust-blog-2023'].replace(/^exclude.*$/m, 'articles: articles\n'),
    );
    const articles = list(folder);
    expect(articles.length).toBe(427);
    for (const { file, url, published } of articles) {
      const [, year, month, day, slug] = /(\d{4})-(\d{2})-(\d{2})-(.*)\.md$/.exec(file) ?? [];
      expect(published).toBe(`${year}-${month}-${day}T00:00:00Z`);
      expect(url).toBe(`https://blog.rust-lang.org/${year}/${month}/${day}/${slug}.html`);
    }
  });

  it.each(
    Object.keys(CONFIGURATIONS) as readonly Corpus[],
  )('%s: every article is listed or refused by name, and its content is clean', (name) => {
    const folder = prepare(name, 'limit: 1000\n');
    build(folder);
    const articles = list(folder);
    const onDisk = readdirSync(join(folder, 'articles'), { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.(?:md|markdown|mkdn|text|Rmd|html)$/.test(file) &&
        !(name === 'rust-blog-2023' && file.startsWith('inside-rust')),
    );
    const listed = new Set(articles.map(({ file }) => file));
    const unlisted = onDisk.filter((file) => !listed.has(`articles/${file}`));
    expect(unlisted).toEqual(name === 'jekyll-edge-cases' ? ['2013-03-19-not-a-post.markdown'] : []);
    const { problems } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const named = new Set(problems.map(({ file }: { file: string }) => file));
    for (const { file } of articles.filter(({ state }) => state === 'refused')) expect(named).toContain(file);
    const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(feed.items.length).toBe(articles.filter(({ state }) => state === 'in the feed').length);
    for (const { url, content_html: html = '' } of feed.items) expectClean(html, url);
  });
});

/** R23–R25: absolute, safe, well nested, without template code outside code. */
function expectClean(html: string, url: string): void {
  const errors: string[] = [];
  parseFragment(html, { onParseError: ({ code }) => void errors.push(code) });
  expect(errors, url).toEqual([]);
  expect(html, url).not.toMatch(
    /<(?:script|style|iframe|object|embed|form|input|button)\b|<[^>]*\son[a-z]+=/i,
  );
  for (const [, value] of html.matchAll(/<[^>]*?\s(?:href|src|poster|cite)="([^"]*)"/g)) {
    expect(value, url).toMatch(/^(?:https?:\/\/|mailto:|tel:|data:image\/)/);
  }
  const prose = html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, '');
  expect(prose, url).not.toMatch(/\{\{|\{%|\{:|:::|\[caption|^import \w+ from/m);
}
