import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPageFacts, takePageBody } from '../../src/articles/html-page.ts';
import { insertId } from '../../src/articles/insert-id.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite, runCli } from '../run-cli.ts';

const SITE = 'site: https://example.org/\ntitle: Site\narticles: pages\n';
const page = (head: string, body: string) =>
  `<!DOCTYPE html>\n<html lang="en">\n<head><title>Walks — Site</title>${head}</head>\n<body><nav>Home</nav>${body}<footer>Me</footer></body>\n</html>\n`;

function build(pages: Readonly<Record<string, string>>) {
  const files = Object.entries(pages).map(([name, text]) => [`pages/${name}`, text] as const);
  const root = makeSite({ 'feedwright.yaml': SITE, ...Object.fromEntries(files) });
  const { error } = runCli(root, ['build', '--now', '2025-11-01T00:00:00Z']);
  try {
    const { items } = JSON.parse(readFileSync(join(root, 'dist/feed.json'), 'utf8'));
    return { items: items as readonly Readonly<Record<string, unknown>>[], error };
  } catch {
    return { items: [], error };
  }
}

describe('a whole page of HTML without front matter', () => {
  it.each([
    ['Walks', '<main><h1>Walks in May</h1></main>', 'Walks in May'],
    ['Walks – Quay', '<h1>Quay Journal</h1><h2>Walks</h2>', 'Walks – Quay'],
    ['Walks – Quay', '<h1>Walks</h1>', 'Walks'],
    ['', '<h1>Walks</h1>', 'Walks'],
  ])('has the title of the article, not of the site: %s, %s', (title, body, expected) => {
    const text = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
    expect(readPageFacts(text).title).toBe(expected);
  });

  it.each([
    ['tides.html', '/tides.html'],
    ['2025-01-02 Low tide.htm', '/2025-01-02%20Low%20tide.htm'],
    ['walks/may.html', '/walks/may.html'],
    ['walks/index.html', '/walks/'],
  ])('has the URL of its file: %s', (name, url) => {
    const text = page('<meta name="date" content="2025-01-02">', '<h1>Walks</h1>');
    expect(build({ [name]: text }).items[0]?.url).toBe(`https://example.org${url}`);
  });

  it('has no date of its own where it lists others', () => {
    const time = (day: number) => `<time datetime="2025-01-0${day}">x</time>`;
    const date = (body: string) =>
      readPageFacts(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`).date;
    expect(date(`<h1>List</h1>${time(1)}${time(2)}${time(3)}`)).toBeUndefined();
    expect(date(`<main>${time(1)}${time(2)}</main><aside>${time(3)}${time(4)}</aside>`)).toBe('2025-01-01');
  });

  it('may have any character in the facts of its head', () => {
    const head =
      '<meta name="description" content="a > b, &amp;lt; and <c>"><meta name="author" content="Ann">';
    const facts = readPageFacts(`<!DOCTYPE html><html><head>${head}</head><body></body></html>`);
    expect(facts).toMatchObject({ description: 'a > b, &lt; and <c>', author: 'Ann' });
  });

  it('says its facts in its head, and its text in its main part', () => {
    const { items, error } = build({
      'walks.html': page(
        '<meta property="article:published_time" content="2025-02-02T10:00:00Z"><meta name=description content="Tom &amp; I">' +
          '<meta name="keywords" content="a, b"><link rel="canonical" href="https://example.org/w.html">',
        '<main><article><h1>Our <em>walks</em></h1><p>Text <img src="a.jpg" alt="x"></p></article></main>',
      ),
    });
    expect(error).toBe('');
    expect(items).toMatchObject([
      {
        title: 'Our walks',
        url: 'https://example.org/w.html',
        summary: 'Tom & I',
        tags: ['a', 'b'],
        date_published: '2025-02-02T10:00:00Z',
        content_html: '<p>Text <img src="https://example.org/a.jpg" alt="x"></p>',
      },
    ]);
  });

  it('has the date of its first time, and all of its body without a main part', () => {
    const { items } = build({
      'a.html': page('', '<p>One <time datetime="2025-03-01">yesterday</time></p>'),
      'none.html': page(
        '<meta name="robots" content="noindex, follow">',
        '<time datetime="2025-03-02">x</time>',
      ),
    });
    expect(items).toMatchObject([{ title: 'Walks — Site', date_published: '2025-03-01T00:00:00Z' }]);
  });

  it('is told where its date belongs', () => {
    expect(build({ 'a.html': page('', '<p>One</p>') }).error).toContain(
      'Add <meta property="article:published_time" content="2025-11-04"> to the head of the page',
    );
  });

  it('gets no front matter, which would make its head void', () => {
    expect(insertId(Buffer.from(page('', '<p>One</p>')), 'https://old.example/a').kind).toBe('impossible');
  });

  it('keeps its lines where they are', () => {
    const text = page('', '<main>\n<p>One</p>\n</main>');
    expect(takePageBody(text).split('\n').indexOf('<p>One</p>')).toBe(text.split('\n').indexOf('<p>One</p>'));
  });

  it.each([
    '<meta ',
    '<meta a=b>',
    '<meta a="',
    '<h1>',
    '<time ',
    '<main>',
    '<article ',
    '</main',
    '<title>',
    ' a=',
  ])('is read in time that grows with its length: %j', (text) => {
    expectLinearTime((size) => {
      const written = `<!doctype html>${text.repeat(size / text.length)}`;
      readPageFacts(written);
      takePageBody(written);
    }, 400_000);
  });
});
