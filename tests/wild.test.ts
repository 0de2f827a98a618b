import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { build } from '../src/build.ts';
import { loadConfig } from '../src/config/load.ts';
import { makeSite } from './run-cli.ts';

interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date_published: string;
  readonly date_modified?: string;
  readonly summary?: string;
  readonly content_html?: string;
  readonly authors?: readonly { readonly name: string; readonly url?: string }[];
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly attachments?: readonly object[];
}

interface Built {
  readonly items: readonly JsonItem[];
  /** `file:line code` */
  readonly problems: readonly string[];
  readonly heldBack: readonly string[];
}

/** Builds a site of these articles, without network, clock or output of the command line. */
function buildSite(articles: Readonly<Record<string, string | Uint8Array>>, config = ''): Built {
  const files = Object.entries(articles).map(([path, text]) => [
    path.startsWith('/') ? path.slice(1) : `articles/${path}`,
    text,
  ]);
  const folder = makeSite({
    'feedwright.yaml': `site: https://example.org/\ntitle: Example\n${config}`,
    ...Object.fromEntries(files),
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const report = build(loaded.config, { now: Date.parse('2026-11-01T00:00:00Z') });
  const problems = report.problems.map(
    ({ file, line, code }) => `${file.replace('articles/', '')}:${line} ${code}`,
  );
  const heldBack = report.heldBack.map(({ file, due }) => `${file} ${due}`);
  if (report.feeds.length === 0) return { items: [], problems, heldBack };
  const feed = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  return { items: feed.items, problems, heldBack };
}

const article = (frontMatter: string, body = 'Text.') => `---\n${frontMatter}\n---\n${body}\n`;
const dated = (frontMatter: string, body?: string) =>
  article(`title: Hello\ndate: 2025-11-04\n${frontMatter}`, body);
const only = (built: Built): JsonItem => {
  const [item, ...more] = built.items;
  if (!item || more.length > 0) throw new Error(`${built.items.length} items; ${built.problems.join(', ')}`);
  return item;
};

describe('articles in the wild, fact by fact', () => {
  test('1: the date is only in the file name, in the key path, in the folders, or nowhere', () => {
    const published = (path: string, text: string) => only(buildSite({ [path]: text })).date_published;
    expect(published('2014-12-12-title.md', article('title: A'))).toBe('2014-12-12T00:00:00Z');
    expect(published('2014/12/12/title.md', article('title: A'))).toBe('2014-12-12T00:00:00Z');
    expect(published('2014/12/12-title.md', article('title: A'))).toBe('2014-12-12T00:00:00Z');
    expect(published('2014-12-12-title/index.md', article('title: A'))).toBe('2014-12-12T00:00:00Z');
    expect(published('a.md', '+++\ntitle = "A"\npath = "2014/12/12/1.0-Timeline"\n+++\n')).toBe(
      '2014-12-12T00:00:00Z',
    );
    expect(buildSite({ 'a.md': article('title: A') }).problems).toEqual(['a.md:1 missing-date']);
  });

  test.each([
    ['2019-10-01 20:46:50 -0400', '2019-10-02T00:46:50Z'],
    ['2019-10-01 20:46:50 +05:30', '2019-10-01T15:16:50Z'],
    ['2019-10-01T20:46:50+02:00', '2019-10-01T18:46:50Z'],
    ['2019-10-01T20:46:50Z', '2019-10-01T20:46:50Z'],
    ['2019-10-01', '2019-09-30T22:00:00Z'],
    ['2019-10-01 20:46', '2019-10-01T18:46:00Z'],
    ['2019-10-01T20:46:50+0200', '2019-10-01T18:46:50Z'],
  ])('2: the date %s', (written, expected) => {
    const item = only(
      buildSite({ 'a.md': article(`title: A\ndate: ${written}`) }, 'timeZone: Europe/Paris\n'),
    );
    expect(item.date_published).toBe(expected);
  });

  test('3: garbage is refused at its line, what is clear is read, year 2099 waits', () => {
    expect(buildSite({ 'a.md': article('title: A\ndate: 2021-02-08 16:30-:00+16:30') }).problems).toEqual([
      'a.md:3 bad-date',
    ]);
    expect(
      only(buildSite({ 'a.md': article('title: A\ndate: 2023-01-29 18:30:22 2023 -0800') })).date_published,
    ).toBe('2023-01-30T02:30:22Z');
    const far = buildSite({ 'a.md': article('title: A\ndate: 2021-02-08 16:30 +16:30') });
    expect([only(far).date_published, far.problems]).toEqual([
      '2021-02-08T00:00:00Z',
      ['a.md:3 unusual-offset'],
    ]);
    expect(only(buildSite({ 'a.md': article('title: A\ndate: \u00a02021-02-08') })).date_published).toBe(
      '2021-02-08T00:00:00Z',
    );
    const waiting = buildSite({ 'a.md': dated(''), 'b.md': article('title: B\ndate: 2099-01-01') });
    expect([waiting.items.length, waiting.heldBack]).toEqual([1, ['articles/b.md 2099-01-01T00:00:00Z']]);
  });

  test('4: the front matter wins over the file name, with a warning above one day', () => {
    const near = buildSite({ '2020-01-01-a.md': article('title: A\ndate: 2020-01-02') });
    expect([only(near).date_published, near.problems]).toEqual(['2020-01-02T00:00:00Z', []]);
    expect(buildSite({ '2020-01-01-a.md': article('title: A\ndate: 2020-01-03') }).problems.length).toBe(1);
    const off = buildSite({ '2020-01-01-a.md': article('title: A\ndate: 2020-01-05') });
    expect([only(off).date_published, off.problems]).toEqual([
      '2020-01-05T00:00:00Z',
      ['2020-01-01-a.md:3 date-mismatch'],
    ]);
  });

  test('5: articles of one instant are in the order of their ids', () => {
    const same = Object.fromEntries(['c', 'a', 'd', 'b'].map((name) => [`${name}.md`, dated('')]));
    expect(buildSite(same).items.map(({ url }) => url.slice(-2, -1))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('6: YAML, TOML and bare JSON', () => {
    const built = buildSite({
      'a.md': dated(''),
      'b.md': '+++\ntitle = "Hello"\ndate = 2025-11-04T00:00:00Z\n[taxonomies]\ntags = ["x"]\n+++\n',
      'c.md': '{\n "title": "Hello",\n "date": "2025-11-04"\n}\nText.',
    });
    expect(built.items.map(({ title, date_published }) => [title, date_published])).toEqual(
      Array(3).fill(['Hello', '2025-11-04T00:00:00Z']),
    );
  });

  test('7: broken fences', () => {
    const lines = 'title: Hello\ndate: 2025-11-04';
    expect(buildSite({ 'a.md': `${lines}\n---\nText` }).problems).toEqual(['a.md:1 unopened-front-matter']);
    expect(only(buildSite({ 'a.md': `\n---\n${lines}\n---\nText` })).title).toBe('Hello');
    expect(only(buildSite({ 'a.md': `---\n${lines}\n...\nText` })).title).toBe('Hello');
    expect(only(buildSite({ '2025-11-04-empty-block.md': '---\n---\nText' })).title).toBe('Empty block');
    expect(only(buildSite({ '2025-11-04-one-newline.md': '\n' })).title).toBe('One newline');
  });

  test('8: a YAML key that stands twice is refused, both lines named', () => {
    expect(buildSite({ 'a.md': article('title: A\ndate: 2025-11-04\ntitle: B') }).problems).toEqual([
      'a.md:4 bad-front-matter',
    ]);
  });

  test('9: ---json is read, ---js is refused', () => {
    expect(only(buildSite({ 'a.md': '---json\n{"title":"Hello","date":"2025-11-04"}\n---\n' })).title).toBe(
      'Hello',
    );
    expect(buildSite({ 'a.md': '---js\n({})\n---\n' }).problems).toEqual(['a.md:1 front-matter-code']);
  });

  test.each([
    ['a.md', dated('draft: true')],
    ['a.md', dated('draft: "yes"')],
    ['a.md', dated('published: false')],
    ['_drafts/a.md', dated('')],
    ['_a.md', dated('')],
    ['a.md', dated('status: private')],
  ])('10: a draft is no item: %s %j', (path, text) => {
    const built = buildSite({ [path]: text, 'b.md': dated('') });
    expect(only(built).url).toBe('https://example.org/b/');
    expect(built.problems).toEqual([]);
  });

  test('11: the summary is given, stands before a marker, or is left out', () => {
    const marked = (marker: string) =>
      only(buildSite({ 'a.md': dated('', `First *part*.\n\n${marker}\n\nSecond.`) })).summary;
    expect(only(buildSite({ 'a.md': dated('description: Short.') })).summary).toBe('Short.');
    expect(['<!-- more -->', '<!--more-->', '<!-- truncate -->'].map(marked)).toEqual(
      Array(3).fill('First part.'),
    );
    expect(only(buildSite({ 'a.md': dated('') })).summary).toBeUndefined();
  });

  test('12: authors', () => {
    const names = (lines: string, more = {}) =>
      only(buildSite({ 'a.md': dated(lines), ...more })).authors?.map(({ name }) => name);
    expect(names('')).toBeUndefined();
    expect(names('author: Mary Major, Editor in Chief')).toEqual(['Mary Major, Editor in Chief']);
    expect(names('author: Mary Major <mary@example.org>, Ann Other <ann@example.org>')).toEqual([
      'Mary Major',
      'Ann Other',
    ]);
    expect(names('authors: [Mary, Ann]')).toEqual(['Mary', 'Ann']);
    expect(names('authors:\n  - name: Mary\n    url: https://mary.example/\n  - name: Ann')).toEqual([
      'Mary',
      'Ann',
    ]);
    const staff = { 'authors.yml': 'mm:\n  name: Mary Major\nao:\n  name: Ann Other\n' };
    expect(names('author: mm, ao', staff)).toEqual(['Mary Major', 'Ann Other']);
    expect(names('authors: [jd]', { 'authors.yml': 'jd:\n  display_name: Jo Doe\n' })).toEqual(['Jo Doe']);
    const page = '---\ntitle: Ann Bee\ndraft: true\n---\n';
    expect(names('authors: [ann]', { 'authors/ann/_index.md': page })).toEqual(['Ann Bee']);
    expect(names('authors: [ann]', { 'authors/ann.json': '{ "name": "Ann Bee" }' })).toEqual(['Ann Bee']);
    expect(names('authors: [ann, Ann]', { 'posts/ann.md': page })).toEqual(['ann', 'Ann']);
    expect(names('authors: mm', { 'authors.yml': 'mm:\n  name: Mary Major\n' })).toEqual(['Mary Major']);
  });

  test('13: tags and categories', () => {
    const tags = (lines: string, config?: string) => only(buildSite({ 'a.md': dated(lines) }, config)).tags;
    expect(tags('tags: [News, news, " Sport  page "]\ncategories: [Town]')).toEqual([
      'News',
      'Sport page',
      'Town',
    ]);
    expect(tags('category: News')).toEqual(['News']);
    expect(tags('tags: []\ncategories: null')).toBeUndefined();
    expect(tags('tags: one, two words')).toEqual(['one', 'two words']);
    expect(tags('categories: Machine Learning')).toEqual(['Machine Learning']);
    expect(tags('categories: foo bar', 'preset: jekyll\narticles: articles\n')).toEqual(['foo', 'bar']);
  });

  test('14: ids and links of imports, slugs, the nil UUID, slugs used in two sections', () => {
    const one = (lines: string) => only(buildSite({ 'a.md': dated(lines) }));
    expect(one('link: https://example.org/2012/05/old/\nwordpress_id: 12').url).toBe(
      'https://example.org/2012/05/old/',
    );
    expect(one('link: https://elsewhere.example/').url).toBe('https://example.org/a/');
    expect(one('slug: another-name').url).toBe('https://example.org/another-name/');
    expect(one('guid: https://example.org/?p=12').id).toBe('https://example.org/?p=12');
    expect(one('uuid: 0C2D3E4F-0000-4000-8000-00000000000A').id).toBe(
      'urn:uuid:0c2d3e4f-0000-4000-8000-00000000000a',
    );
    for (const id of ['42', '42 at https://old.example', '/old/path', '0C2D3E4F-0000-4000-8000-00000000000A'])
      expect(one(`id: "${id}"`).id).toBe(id);
    const template = (id: string) =>
      only(buildSite({ 'x/a.md': dated('') }, `permalink: /:path.html\nid: ${id}\n`)).id;
    expect(template('http://old.example/:url_path')).toBe('http://old.example/x/a.html');
    expect(template(':url#main')).toBe('https://example.org/x/a.html#main');
    expect(template('tag:old.example,2020:/:url_path/')).toBe('tag:old.example,2020:/x/a.html/');
    const twice = { 'a.md': dated('id: 42'), 'b.md': dated('id: https://example.org/#42') };
    expect(buildSite(twice).problems).toEqual(['b.md:1 duplicate-id']);
    const nil = buildSite({ 'a.md': dated('uuid: 00000000-0000-0000-0000-000000000000') });
    expect([only(nil).id, nil.problems]).toEqual(['https://example.org/a/', ['a.md:4 nil-id']]);
    expect(buildSite({ 'x/same.md': dated(''), 'y/same.md': dated('') }).items.length).toBe(2);
  });

  test('15: enclosures', () => {
    const attached = (lines: string) => only(buildSite({ 'a.md': dated(lines) })).attachments?.[0];
    expect(
      attached('enclosure:\n  url: https://example.org/1.mp3\n  length: null\n  duration: "1:21:23"'),
    ).toEqual({
      url: 'https://example.org/1.mp3',
      mime_type: 'audio/mpeg',
      duration_in_seconds: 4883,
    });
    expect(attached('audio: /1.mp3')).toMatchObject({
      url: 'https://example.org/1.mp3',
      mime_type: 'audio/mpeg',
    });
    expect(attached('enclosure:\n  url: /1.mp3\n  length: "1"')).toMatchObject({ size_in_bytes: 1 });
    expect(
      attached('episode: special\nenclosure: "https://example.org/1.mp3 1234 audio/mpeg"'),
    ).toMatchObject({ size_in_bytes: 1234 });
  });

  test('16: language folders and suffixes, sections, page bundles', () => {
    const hugo = 'preset: hugo\narticles: articles\n';
    const bundle = only(buildSite({ 'posts/my-post/index.fr.md': dated('') }, hugo));
    expect([bundle.url, bundle.language]).toEqual(['https://example.org/fr/posts/my-post/', 'fr']);
    const both = buildSite({ 'posts/c.md': dated(''), 'posts/c.fr.md': dated('') }, hugo).items.map(
      ({ url }) => url,
    );
    expect(both).toEqual(['https://example.org/fr/posts/c/', 'https://example.org/posts/c/']);
    expect(only(buildSite({ 'news/a.md': dated('') }, 'permalink: /:section/:slug.html\n')).url).toBe(
      'https://example.org/news/a.html',
    );
    expect(only(buildSite({ 'a.md': dated('lang: pt_BR') })).language).toBe('pt-BR');
  });

  test('17: illegal characters are dropped with a warning, the rest stays', () => {
    const built = buildSite({ 'a.md': dated('', 'A\u000bB \u0008 C ]]> D \u200b E') });
    expect(built.problems.join()).toContain('a.md');
    expect(only(built).content_html).toContain('AB');
    expect(only(built).content_html).toContain(']]&gt; D \u200b E');
    expect(only(buildSite({ 'a.md': dated('').replaceAll('\n', '\r\n') })).title).toBe('Hello');
    const title = buildSite({ 'a.md': article('date: 2025-11-04\ntitle: "Bell \\x07 rings"') });
    expect([only(title).title, title.problems]).toEqual(['Bell rings', ['a.md:3 illegal-characters']]);
  });

  test.each([
    'AT&T & Sons',
    'Using <b> and <script>',
    'Wait&hellip;',
    '`code` and *stars*',
    'Tea ☕️ 🍵',
    '  outer  ',
  ])('18: the title %j is text', (title) => {
    const item = only(buildSite({ 'a.md': article(`title: ${JSON.stringify(title)}\ndate: 2025-11-04`) }));
    expect(item.title).toBe(title.trim());
  });

  test('19: every URL of a body is absolute, empty ones go', () => {
    const html = only(
      buildSite({
        'a.md': dated(
          '',
          '[a](//cdn.example/x) [b](/root) [c](rel.html) [d]() ![e](img/p.png) <img src="data:image/png;base64,AAAA">',
        ),
      }),
    ).content_html;
    expect(html).toContain('href="https://cdn.example/x"');
    expect(html).toContain('href="https://example.org/root"');
    expect(html).toContain('href="https://example.org/a/rel.html"');
    expect(html).toContain('src="https://example.org/a/img/p.png"');
    expect(html).not.toMatch(/(?:href|src)=""/);
    const large = buildSite({
      'a.md': dated('', `Text <img src="data:image/png;base64,${'A'.repeat(283_000)}">`),
    });
    expect(only(large).content_html).not.toContain('data:');
    expect(large.problems.length).toBe(1);
  });

  test('20: nothing that acts', () => {
    const body =
      '<script>a()</script><style>b{}</style><form action="/x"><input></form><p onclick="x()">T <a href="javascript:x()">l</a></p><iframe src="https://evil.example/"></iframe>';
    const html = only(buildSite({ 'a.md': dated('', body) })).content_html ?? '';
    expect(html).not.toMatch(/script|style|form|input|onclick|iframe/);
    expect(html).toContain('T ');
  });

  test('21: no template code is left in a body', () => {
    const body =
      '{{ page.x }} {% include y.html %}\n\n[caption id="1"]<img src="/a.png"> Words[/caption]\n\nPara\n{: .x}\n\n:::note\nMind this.\n:::\n\n{{< figure src="/b.png" caption="Cap" >}}\n\n`{{ kept }}`\n';
    const html = only(buildSite({ 'a.md': dated('', body) })).content_html ?? '';
    expect(html.replace('{{ kept }}', '')).not.toMatch(/\{\{|\{%|\[caption|\{:|:::/);
    for (const kept of ['{{ kept }}', 'Words', 'Mind this.', 'b.png', 'Cap']) expect(html).toContain(kept);
  });

  test('21: references between articles become links', () => {
    const body = '[one]({% post_url 2025-11-03-other %}) [two](other.md) [three]({{< ref "other" >}})';
    const built = buildSite({
      '_posts/2025-11-04-a.md': dated('', body),
      '_posts/2025-11-03-other.md': article('title: Other'),
    });
    const html = built.items.find(({ title }) => title === 'Hello')?.content_html ?? '';
    expect(html.match(/href="https:\/\/example\.org\/other\/"/g)?.length).toBe(3);
    expect(built.problems).toEqual([]);
  });

  it('22: file names of all kinds, extensions, empty bodies, a heading that repeats the title', () => {
    const url = (name: string) => only(buildSite({ [name]: dated('') })).url;
    expect(url('grüße.md')).toBe('https://example.org/gr%C3%BC%C3%9Fe/');
    expect(url('C# & 100%?.md')).toBe('https://example.org/C%23%20&%20100%25%3F/');
    expect(url('with space.markdown')).toBe('https://example.org/with%20space/');
    for (const extension of ['mkdn', 'text', 'Rmd', 'html'])
      expect(url(`a.${extension}`)).toBe('https://example.org/a/');
    expect(only(buildSite({ 'a.md': article('title: Hello\ndate: 2025-11-04', '') })).title).toBe('Hello');
    expect(only(buildSite({ 'a.md': dated('', '# Hello\n\nText.') })).content_html).not.toContain('<h1>');
  });

  it.each(['constructor', '__proto__'])('a file whose ending is "%s" has no type (R68)', (ending) => {
    const at = (key: string) => `${key}: https://cdn.example/a.${ending}`;
    const built = buildSite({ 'a.md': dated(`${at('image')}\n${at('audio')}`) });
    expect(only(built).attachments).toBeUndefined();
    expect(built.problems).toEqual(['a.md:5 unknown-type']);
  });

  it('shows the newest first, nothing expired, and no date in the future (R12, R14)', () => {
    const built = buildSite({
      'old.md': article('title: Old\ndate: 2025-01-01'),
      'new.md': article('title: New\ndate: 2025-02-01\nupdated: 2099-01-01'),
      'gone.md': article('title: Gone\ndate: 2025-03-01\nexpires: 2025-04-01'),
    });
    expect(built.items.map(({ title }) => title)).toEqual(['New', 'Old']);
    expect(built.items[0]?.date_modified).toBe('2025-02-01T00:00:00Z');
    expect(built.problems).toEqual(['new.md:1 updated-in-future']);
  });
});
