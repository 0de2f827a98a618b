import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTypos } from '../src/articles/typo.ts';
import { findNearest } from '../src/problems/nearest.ts';
import { makeSite, runCli } from './run-cli.ts';

const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const ARTICLE = '---\ntitle: Hello\ndate: 2025-11-04\n---\nText.\n';
const NOW = ['--now', '2026-11-01T00:00:00Z'];

function build(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[] = []) {
  const folder = makeSite({ 'articles/good.md': ARTICLE, ...files });
  const ran = runCli(folder, ['build', ...args, ...NOW]);
  return { ...ran, feed: () => JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')) };
}

const encode = (text: string, mark: readonly number[]) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]);

describe('a file in another encoding is one problem that says so', () => {
  it.each([
    ['UTF-16 with a mark', 'articles/a.md', encode(ARTICLE, [0xff, 0xfe]), 'is UTF-16 text, not UTF-8'],
    ['UTF-16 without a mark', 'articles/a.md', encode(ARTICLE, []), 'is UTF-16 text, not UTF-8'],
    [
      'UTF-16, bytes the other way',
      'articles/a.md',
      encode(ARTICLE, []).swap16(),
      'is UTF-16 text, not UTF-8',
    ],
    [
      'plain text whose first line is the title',
      'articles/2026-01-01-a.txt',
      Buffer.from('Caf\u00e9 news\n\nText.\n', 'latin1'),
      'is not valid UTF-8',
    ],
    [
      'Markdown whose heading is the title',
      'articles/a.md',
      Buffer.from('---\ndate: 2026-01-01\n---\n# Caf\u00e9\n', 'latin1'),
      'is not valid UTF-8',
    ],
  ])('%s', (_, file, bytes, message) => {
    const { exitCode, error } = build({ 'feedwright.yaml': CONFIG, [file]: bytes });
    expect(exitCode).toBe(1);
    expect(error.match(/ (?:error|warning) /g)).toHaveLength(1);
    expect(error).toContain('not-utf8');
    expect(error).toContain(message);
  });

  it('so is a file of authors', () => {
    const { error } = build({
      'feedwright.yaml': CONFIG,
      'authors.yml': encode('ada:\n  name: Ada\n', [0xff, 0xfe]),
    });
    expect(error).toContain('authors.yml:1 error not-utf8');
  });
});

describe('what was mistyped is said', () => {
  it.each([
    ['tgas: [x]', 'tags'],
    ['darft: true', 'draft'],
    ['descripton: About it', 'description'],
    ['auhtor: Ada', 'author'],
    ['catgories: [x]', 'categories'],
  ])('in the front matter: %s', (line, nearest) => {
    const { error, exitCode } = build({
      'feedwright.yaml': CONFIG,
      'articles/a.md': ARTICLE.replace('title', `${line}\ntitle`),
    });
    const [key = ''] = line.split(':');
    expect(error).toContain(`articles/a.md:2:${line.indexOf(' ') + 2} warning misspelt-key: "${key}"`);
    expect(error).toContain(`Did you mean "${nearest}"?`);
    expect(exitCode).toBe(0);
  });

  it('a date that was mistyped is no date, and the hint names the key', () => {
    const { error } = build({
      'feedwright.yaml': CONFIG,
      'articles/a.md': '---\ntitle: A\ndtae: 2025-01-01\n---\nText.\n',
    });
    expect(error).toContain('articles/a.md:3:7 error missing-date');
    expect(error).toContain('Write "date" instead of "dtae".');
  });

  it('a date under a key of three letters is a mistyped one, too', () => {
    const { error } = build({
      'feedwright.yaml': CONFIG,
      'articles/a.md': '---\ntitle: A\ndte: 2025-01-01\nday: x\n---\nText.\n',
    });
    expect(error).toContain('Write "date" instead of "dte".');
  });

  it.each([
    ['title: Episode #12 of the show', '"title" is published without "#12 of the show"'],
    ['title: &co and friends', '"title" is published without "&co"'],
    ['title: A\ndescription: On C #and more', '"description" is published without "#and more"'],
  ])('what YAML cuts off is said: %j', (line, says) => {
    const { error } = build({
      'feedwright.yaml': CONFIG,
      'articles/a.md': `---\n${line}\ndate: 2025-01-01\n---\nText.\n`,
    });
    expect(error).toContain(`warning cut-value: ${says}`);
  });

  it.each([
    'title: "Episode #12"',
    'title: C#',
    'title: A # a remark',
    "title: 'It''s #1'",
    'title: "A" #draft',
  ])('and nothing of what it does not: %s', (line) => {
    const { error } = build({
      'feedwright.yaml': CONFIG,
      'articles/a.md': `---\n${line}\ndate: 2025-01-01\n---\nText.\n`,
    });
    expect(error).not.toContain('cut-value');
  });

  it.each([
    { math: true, path: undefined },
    { data: { a: 1 } },
    { tabs: ['a'] },
    { titles: 'x' },
    { drafts: ['x'] },
    { date: '2025-01-01', dates: '2025-01-01' },
    { tags: ['a'], tasg: ['b'] },
    { layout: 'post', weight: '1', series: 'x', type: 'post', toc: 'true', comments: 'true', slugs: 'x' },
  ])('but other words of themes are not: %j', (data) => {
    expect(findTypos(data)).toEqual([]);
  });

  it('a key that no article has makes no feeds, and that is said', () => {
    const feeds = 'feeds:\n  - by: tgas\n  - by: mood\n';
    const { error, exitCode } = build({ 'feedwright.yaml': CONFIG + feeds });
    expect(error).toContain(
      'feedwright.yaml:4:5 warning no-groups: No article has a "tgas", so "by: tgas" makes no feeds.',
    );
    expect(error).toContain('Did you mean "tags"?');
    expect(error).toContain(
      'No article has a "mood", so "by: mood" makes no feeds. Add it to the front matter',
    );
    expect(exitCode).toBe(0);
  });

  it.each([
    ['titel', 'title'],
    ['biuld', 'build'],
    ['tagz', 'tags'],
    ['xyzzy', undefined],
    ['link', undefined],
  ])('%s is nearest to %s', (word, nearest) => {
    expect(findNearest(word, ['site', 'title', 'build', 'tags', 'links-of-pages'])).toBe(nearest);
  });
});

describe('the language of an article', () => {
  it.each(['English', 'german', 'deutsch-at'])('is a tag, and %s is none', (language) => {
    const { error, feed } = build({
      'feedwright.yaml': CONFIG,
      'articles/good.md': ARTICLE.replace('title', `lang: ${language}\ntitle`),
    });
    expect(error).toContain('bad-language');
    expect(feed().items[0].language).toBeUndefined();
  });
});

describe('the author of the site', () => {
  it.each(['_data/authors.yml', 'authors.yml'])('is who the name stands for in %s', (file) => {
    const { feed, error } = build({
      'feedwright.yaml': `${CONFIG}author: ada\nfeeds:\n  - by: author\n`,
      [file]: 'ada:\n  name: Ada Lovelace\n  url: https://example.org/ada/\n',
    });
    expect(error).not.toContain('warning');
    expect(feed().authors).toEqual([{ name: 'Ada Lovelace', url: 'https://example.org/ada/' }]);
  });

  it('has of a key that appears twice the last value, as Jekyll reads its data', () => {
    const { feed, error } = build({
      'feedwright.yaml': `${CONFIG}preset: jekyll\narticles: articles\nauthor: ada\n`,
      '_data/authors.yml': 'ada:\n  name: A. Lovelace\n  name: Ada Lovelace\n',
    });
    expect(error).not.toContain('bad-front-matter');
    expect(feed().authors).toEqual([{ name: 'Ada Lovelace' }]);
  });

  it('stays as it is written when it says more than a name', () => {
    const { feed } = build({
      'feedwright.yaml': `${CONFIG}author: { name: ada, url: https://ada.example/ }\n`,
      'authors.yml': 'ada:\n  name: Ada Lovelace\n',
    });
    expect(feed().authors).toEqual([{ name: 'ada', url: 'https://ada.example/' }]);
  });
});

describe('what is printed', () => {
  it('names the folder where there is no configuration, and no line of an option', () => {
    const folder = makeSite({ 'articles/plan.docx': '' });
    const flags = ['--site', 'https://example.org/', '--title', 'T'];
    expect(runCli(folder, ['build', ...flags]).error).toMatch(/^articles\/ error no-articles: /);
    expect(runCli(folder, ['build', '--site', 'x y', '--title', 'T']).error).toMatch(
      /^--site error bad-value: /,
    );
  });

  it('says where a first configuration comes from', () => {
    expect(runCli(makeSite({ 'articles/a.md': ARTICLE }), ['build']).error).toContain('npx feedwright init');
  });

  it('counts one article as one', () => {
    const one = makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': ARTICLE });
    expect(runCli(one, ['list', ...NOW]).error).toBe('1 article: 1 in the feed\n');
    const two = makeSite({ 'feedwright.yaml': CONFIG, 'articles/a.md': ARTICLE, 'articles/b.md': ARTICLE });
    expect(runCli(two, ['list', ...NOW]).error).toBe('2 articles: 2 in the feed\n');
  });

  it('is, in the help of a command, about that command alone', () => {
    const help = (...names: string[]) => runCli('.', [...names, '--help']).out;
    expect(help()).toContain('init: keep the URLs and IDs');
    expect(help('build')).toContain('compare with the feeds');
    expect(help('init')).not.toContain('compare with the feeds');
    for (const command of ['build', 'check', 'diff', 'list', 'links', 'adopt', 'pin', 'notify', 'init'])
      expect(help(command).split('\nExamples')[0]).not.toMatch(/^ .*\b(?:build|check|diff|notify|init): /m);
  });
});
