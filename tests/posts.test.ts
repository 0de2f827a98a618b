import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { build } from '../src/build.ts';
import { loadConfig } from '../src/config/load.ts';
import { listArticles } from '../src/list.ts';
import { makeSite } from './run-cli.ts';

const NOW = Date.parse('2026-11-01T00:00:00Z');

function configure(files: Readonly<Record<string, string | Uint8Array>>, config: string) {
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\n${config}`,
    ...files,
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  return { folder, config: loaded.config };
}

/** A site of one article, and what its feeds say of it. */
function publish(frontMatter: string, body = 'Text.', config = '', name = 'articles/a.md', files = {}) {
  const text = `---\ndate: 2026-01-01\n${frontMatter}\n---\n${body}\n`;
  const site = configure({ [name]: text, ...files }, config);
  const report = build(site.config, { now: NOW });
  const read = (file: string) => readFileSync(join(site.folder, 'dist', file), 'utf8');
  const [item] = JSON.parse(read('feed.json')).items;
  return {
    item,
    rss: read('rss.xml'),
    atom: read('atom.xml'),
    problems: report.problems.map(({ code }) => code),
  };
}

describe('a note has no title where none is needed', () => {
  const BODY = 'The harbour froze last night, and the ferry to the island stays where it is until Monday.';
  const WORDS = 'The harbour froze last night, and the ferry to the island…';

  test.each([
    ['an empty title', 'title: ""', '', 'articles/a.md'],
    ['no title, where notes are configured', '', 'notes: true\n', 'articles/a.md'],
    ['a name without letters', '', '', 'articles/1767261600.md'],
    ['a UUID', '', '', 'articles/3f2504e0-4f89-11d3-9a0c-0305e82c3301.md'],
    ['a hash', '', '', 'articles/9f86d081884c7d659a2feaa0.md'],
    ['a date for a name', '', '', 'articles/2026-01-01.md'],
  ])('%s', (_name, line, config, file) => {
    const { item, rss, atom, problems } = publish(line, BODY, config, file);
    expect([item.title, problems]).toEqual([undefined, []]);
    expect(/<item>[\s\S]*<title>/.test(rss)).toBe(false);
    expect(/<entry>[\s\S]*?<title type="text">([^<]*)/.exec(atom)?.[1]).toBe(WORDS);
    expect(item.content_html).toBe(`<p>${BODY}</p>`);
  });

  it('a photo is called in Atom what it shows', () => {
    const { item, atom } = publish('title: ""', '![A gull on a post](/gull.jpg)');
    expect(item.title).toBeUndefined();
    expect(item.content_html).toBe('<p><img src="https://example.org/gull.jpg" alt="A gull on a post"></p>');
    expect(atom).toContain('<title type="text">A gull on a post</title>');
  });

  it('an article with a heading or another name keeps its title', () => {
    expect(publish('title: ""', '# Own\n\nText.').item.title).toBe('Own');
    const { item, problems } = publish('', 'Text.', '', 'articles/winter-notes.md');
    expect([item.title, problems]).toEqual(['Winter notes', ['missing-title']]);
  });

  it.each([
    ['vitepress', 'articles/2026-01-01-winter.md', '# First steps\n\nText.', 'First steps'],
    ['docusaurus', 'articles/2026-01-01-winter.md', '# First steps\n\nText.', 'First steps'],
    ['jekyll', 'articles/2026-01-01-winter-notes.md', 'Text.', 'Winter Notes'],
  ])('where %s itself takes a title from the name or the heading, nothing is said of it', (preset, name, body, title) => {
    const { item, problems } = publish('', body, `preset: ${preset}\n`, name);
    expect([item.title, problems]).toEqual([title, []]);
  });

  it('with Jekyll, a post without front matter is named by its heading, as GitHub Pages does', () => {
    const files = { 'articles/2026-01-01-winter.md': '# First steps\n\nText.\n' };
    const { config } = configure(files, 'preset: jekyll\n');
    build(config, { now: NOW });
    const { items } = JSON.parse(readFileSync(join(config.output, 'feed.json'), 'utf8'));
    expect(items[0]).toMatchObject({ title: 'First steps', content_html: '<p>Text.</p>' });
  });

  it('with Jekyll, a dated file names its post, and a heading stays one', () => {
    const { item } = publish(
      '',
      '# First steps\n\nText.',
      'preset: jekyll\n',
      'articles/2026-01-01-winter-NOTES.md',
    );
    expect(item.title).toBe('Winter Notes');
    expect(item.content_html).toBe('<h1>First steps</h1>\n<p>Text.</p>');
    expect(publish('', '# First steps\n\nText.', '', 'articles/2026-01-01-winter.md').item.title).toBe(
      'First steps',
    );
  });

  it('what the page hides is no title', () => {
    const { atom } = publish(
      'title: ""',
      '<h2 hidden>Zebra</h2>\n\n%% zebra %%\n\n<p hidden>Zebra</p>\n\nSeen.',
    );
    expect(atom).toContain('<title type="text">Seen.</title>');
    expect(/zebra/i.test(atom)).toBe(false);
  });
});

describe('the link of a link post is in every format, and the article keeps its own address', () => {
  test.each([
    'link: https://other.example/story',
    'external_url: https://other.example/story',
    'externalUrl: https://other.example/story',
    'link_to: https://other.example/story',
    'source: https://other.example/story',
    'sourceUrl: https://other.example/story',
    'external_link: https://other.example/story',
    'linked-list-url: https://other.example/story',
    'bookmark-of: https://other.example/story',
    'redirect_to: https://other.example/story',
    'link: {url: "https://other.example/story", title: "A story"}',
    'params: {externalLink: "https://other.example/story"}',
    'params: {link: "https://other.example/story"}',
    'extra: {external_url: "https://other.example/story"}',
    'extra: {link_to: "https://other.example/story"}',
    'params: {source: "https://other.example/story"}',
  ])('%s', (line) => {
    const { item, rss, atom } = publish(`title: A\n${line}`);
    expect([item.url, item.id, item.external_url]).toEqual([
      'https://example.org/a/',
      'https://example.org/a/',
      'https://other.example/story',
    ]);
    expect(atom).toContain('<link rel="related" type="text/html" href="https://other.example/story"/>');
    expect(item.content_html).toBe(
      '<p><a href="https://other.example/story">other.example</a></p>\n<p>Text.</p>',
    );
    expect(rss).toContain('https://other.example/story');
  });

  it('says it once, and none of its own site or of what is no address', () => {
    const shown = publish('title: A\nlink: https://other.example/x', 'See [it](https://other.example/x).');
    expect(shown.item.content_html.match(/other\.example/g)?.length).toBe(1);
    for (const line of [
      'link: https://example.org/a/',
      'source: The Times',
      'link: /x',
      'link: javascript:alert(1)',
      // The copy that a vault of Obsidian has in Notion.
      'link: https://www.notion.so/A-6b43\nnotionID: 6b43',
      'link: https://www.notion.so/A-6b43\nNotionID-work: 6b43',
    ])
      expect(publish(`title: A\n${line}`).item.external_url).toBeUndefined();
  });
});

describe('the lead image stands before the text unless the text shows it', () => {
  const image = (body: string) => publish('title: A\nimage: /pictures/port.jpg', body).item.content_html;
  const LEAD = '<p><img src="https://example.org/pictures/port.jpg" alt="A"></p>\n';

  test.each([
    '![x](/pictures/port.jpg)',
    '![x](https://example.org/pictures/port.jpg)',
    '![x](/pictures/port-300x200.jpg)',
    '![x](/pictures/port-scaled.jpg)',
    '![x](/pictures/port@2x.jpg)',
    '![x](/pictures/port.jpg?w=300)',
    '<img srcset="/pictures/port.jpg 2x" src="/pictures/port.jpg">',
    '<img srcset="/pictures/small.jpg, /pictures/port.jpg 2x" src="/pictures/small.jpg">',
    '![x](http://example.org/pictures/port.jpg)',
  ])('not before %s', (body) => expect(image(body).startsWith(LEAD)).toBe(false));

  test.each([
    '![x](/other/port.jpg)',
    '![x](/pictures/airport.jpg)',
    '[The picture](/pictures/port.jpg)',
    '![x](https://elsewhere.example/pictures/port.jpg)',
    'Text.',
  ])('before %s', (body) => expect(image(body).startsWith(LEAD)).toBe(true));

  test.each([
    ['https://cdn.example/image?id=1', 'https://cdn.example/image?id=2', 2],
    ['https://cdn.example/image?id=1&w=900', 'https://cdn.example/image?w=300&id=1', 1],
    [
      'https://c.example/a/image/upload/w_900/gull.jpg',
      'https://c.example/a/image/upload/c_fill,w_90/gull.jpg',
      1,
    ],
    ['https://c.example/cdn-cgi/image/width=900,quality=75/gull.jpg', 'https://c.example/gull.jpg', 1],
    [
      'https://g.example/content/images/2026/gull.jpg',
      'https://g.example/content/images/size/w600/2026/gull.jpg',
      1,
    ],
  ])('%s and %s are %i', (lead, shown, count) => {
    const html = publish(`title: A\nimage: ${lead}`, `![x](${shown})`).item.content_html;
    expect(html.split('<img').length - 1).toBe(count);
  });
});

describe('what newsrooms say beside the text', () => {
  it('caption, credit, dateline and corrections are shown', () => {
    const { item } = publish(
      'title: A\nimage: /a.jpg\ncaption: The port at dawn.\ncredit: Zed\ndateline: LISBON\ncorrections:\n  - The ship is 90 m long.\n  - text: Named Ann & Co.',
    );
    expect(item.content_html).toBe(
      '<figure><img src="https://example.org/a.jpg" alt="A"><figcaption>The port at dawn. (Zed)</figcaption></figure>\n' +
        '<p><strong>LISBON</strong></p>\n<p>Text.</p>\n<p><em>The ship is 90 m long.</em></p>\n<p><em>Named Ann &amp; Co.</em></p>',
    );
  });

  it.each([
    [
      'the image in its own paragraph',
      'Text.\n\n![x](/a.jpg)',
      '<p>Text.</p>\n<figure><img src="https://example.org/a.jpg" alt="x"><figcaption>At dawn. (Zed)</figcaption></figure>',
    ],
    [
      'the image in a sentence',
      'A ![x](/a.jpg) b',
      '<p><em>At dawn. (Zed)</em></p>\n<p>A <img src="https://example.org/a.jpg" alt="x"> b</p>',
    ],
    [
      'the caption too',
      '![x](/a.jpg)\n\nAt dawn. (Zed)',
      '<p><img src="https://example.org/a.jpg" alt="x"></p>\n<p>At dawn. (Zed)</p>',
    ],
  ])('the caption is shown where the text has %s', (_, body, html) => {
    const keys = 'title: A\nimage: /a.jpg\ncaption: At dawn.\ncredit: Zed';
    expect(publish(keys, body).item.content_html).toBe(html);
  });

  it('a dateline that the text begins with is said once, and markup in values is text', () => {
    expect(publish('title: A\ndateline: LISBON', 'LISBON — Text.').item.content_html).toBe(
      '<p>LISBON — Text.</p>',
    );
    const { item } = publish(
      'title: A\nimage: /a.jpg\ncaption: "<script>x</script>"\ncorrection: "<b onclick=x>y"',
    );
    expect(/<script|<b /.test(item.content_html)).toBe(false);
  });

  it('a byline names several people where the configuration says so', () => {
    const names = (config: string, author: string) =>
      publish(`title: A\nauthor: ${author}`, 'Text.', config).item.authors.map(
        ({ name }: { name: string }) => name,
      );
    for (const author of ['Ann and Carl', 'By Ann & Carl', 'Ann, Carl', 'Ann; Carl', 'Ann, and Carl'])
      expect(names('bylines: true\n', author)).toEqual(['Ann', 'Carl']);
    expect(names('bylines: true\n', 'Anderson Brandy')).toEqual(['Anderson Brandy']);
    expect(names('', 'Ann and Carl')).toEqual(['Ann and Carl']);
  });
});

describe('front matter as the tool reads it', () => {
  it('a parameter of Hugo is that of the page, else that of the site, in any case', () => {
    const { item, problems } = publish(
      'title: A\nparams: { Version: 7 }\nchannel: beta',
      'On {{< param version >}}, {{% param "Channel" %}}, {{< param owner.name >}}.',
      'preset: hugo\narticles: articles\n',
      'articles/a.md',
      { 'hugo.yaml': 'params: { owner: { name: Ann }, version: 6 }\n' },
    );
    expect([item.content_html, problems]).toEqual(['<p>On 7, beta, Ann.</p>', []]);
  });

  it('an entity in a title is the character with Jekyll and WordPress', () => {
    const title = (preset: string) =>
      publish(
        'title: "Tom &amp; Jerry &#8217;s &hellip; &nosuch;"',
        'Text.',
        `preset: ${preset}\narticles: articles\n`,
      ).item.title;
    for (const preset of ['jekyll', 'wordpress']) expect(title(preset)).toBe('Tom & Jerry ’s … &nosuch;');
    expect(title('hugo')).toBe('Tom &amp; Jerry &#8217;s &hellip; &nosuch;');
  });

  it('the same in a summary, of which comments are no part', () => {
    const line = 'description: "A <!-- b -->  <!-- c -->Tom &amp; <em>Jerry</em> a<b"';
    const summary = (preset: string) =>
      publish(`title: A\n${line}`, 'Text.', `preset: ${preset}\narticles: articles\n`).item.summary;
    for (const preset of ['jekyll', 'wordpress']) expect(summary(preset)).toBe('A Tom & Jerry a<b');
    expect(summary('hugo')).toBe('A <!-- b --> <!-- c -->Tom &amp; <em>Jerry</em> a<b');
  });

  it('and so are the tags that shape its words, but not what only looks like one', () => {
    const title = (preset: string) =>
      publish(
        'title: "On <em class=x>Emma</em><br/> and Vec<T>"',
        'Text.',
        `preset: ${preset}\narticles: articles\n`,
      ).item.title;
    for (const preset of ['jekyll', 'wordpress']) expect(title(preset)).toBe('On Emma and Vec<T>');
    expect(title('hugo')).toBe('On <em class=x>Emma</em><br/> and Vec<T>');
  });

  it('of a key that stands twice the last counts with Jekyll, and is refused elsewhere', () => {
    const twice = (preset: string) =>
      configure(
        { 'articles/2026-01-01-a.md': '---\ntitle: Old\ntitle: New\ndate: 2026-01-01\n---\nText.\n' },
        `articles: articles\n${preset}`,
      );
    expect(listArticles(twice('preset: jekyll\n').config, NOW).articles[0]?.title).toBe('New');
    expect(listArticles(twice('').config, NOW).articles[0]?.state).toBe('refused');
  });

  it('a hash sign is no part of a tag', () => {
    expect(publish('title: A\ntags: ["#seed", "C#"]').item.tags).toEqual(['seed', 'C#']);
  });

  it('plain text that is no UTF-8 is refused by list as by build', () => {
    const text = Buffer.from('A caf\xe9 by the sea\n\nText.\n', 'latin1');
    const { config } = configure(
      { 'articles/2026-01-01-a.txt': text, 'articles/2026-01-02-b.txt': 'B\n\nText.\n' },
      '',
    );
    const listed = listArticles(config, NOW);
    expect(listed.articles.map(({ state }) => state).toSorted()).toEqual(['in the feed', 'refused']);
    expect(build(config, { now: NOW, write: false }).problems.map(({ code }) => code)).toEqual(['not-utf8']);
    expect(listed.problems.map(({ code }) => code)).toEqual(['not-utf8']);
  });
});

describe('text that is written from right to left says so', () => {
  const BODY = 'שלום, English ועוד 2026.';

  test.each([
    ['an article with a language', 'title: A\nlanguage: he', ''],
    ['a script of its own', 'title: A\nlanguage: az-Arab', 'language: en\n'],
    ['a site with a language', 'title: A', 'language: fa\n'],
  ])('%s', (_name, lines, config) => {
    expect(publish(lines, BODY, config).item.content_html).toBe(`<div dir="rtl">\n<p>${BODY}</p>\n</div>`);
  });

  it('other text stays as it is', () => {
    expect(publish('title: A\nlanguage: en', BODY, 'language: fa\n').item.content_html).toBe(
      `<p>${BODY}</p>`,
    );
  });

  it('an article without a text stays without one', () => {
    expect(publish('title: A\nlanguage: he', '').item.content_html ?? '').not.toContain('rtl');
  });
});

describe('where an article is discussed', () => {
  test.each([
    ['a URL', 'comments_url: https://talk.example/1', 'https://talk.example/1', undefined],
    ['a place on the page', "comments: '#comments'", 'https://example.org/a/#comments', undefined],
    ['a number', 'comments: https://talk.example/1\ncomments_count: 12', 'https://talk.example/1', '12'],
    ['a mapping', 'comments: { url: /talk/1, count: 0 }', 'https://example.org/talk/1', '0'],
    [
      'a post',
      'comments: { host: social.example, username: ann, id: 117 }',
      'https://social.example/@ann/117',
      undefined,
    ],
  ])('%s', (_name, lines, url, count) => {
    const { rss, atom, problems } = publish(`title: A\n${lines}`);
    expect(rss).toContain(`<comments>${url}</comments>`);
    expect(/<slash:comments [^>]*>(\d+)</.exec(rss)?.[1]).toBe(count);
    expect(atom).toContain(`rel="replies" type="text/html" href="${url}"`);
    expect(/thr:count="(\d+)"/.exec(atom)?.[1]).toBe(count);
    expect(problems).toEqual([]);
  });

  test.each([
    'comments: true',
    'comments: false',
    'comments: disqus',
    'comments: "javascript:x"',
  ])('%s says nothing', (line) => {
    const { rss, atom } = publish(`title: A\n${line}`);
    expect([rss.includes('<comments'), atom.includes('replies')]).toEqual([false, false]);
  });
});

describe('":language" in permalinks', () => {
  test.each([
    ['what the article says', 'language: pt_BR', 'language: en\n', 'https://example.org/pt-BR/a/'],
    ['what the site says', '', 'language: en\n', 'https://example.org/en/a/'],
    ['nothing', '', '', 'https://example.org/a/'],
  ])('is %s', (_name, line, config, url) => {
    expect(publish(`title: A\n${line}`, 'Text.', `${config}permalink: /:language/:slug/\n`).item.url).toBe(
      url,
    );
  });
});
