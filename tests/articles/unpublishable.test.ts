import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isUri } from '../../src/articles/id-syntax.ts';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const CONFIG = 'site: https://example.org/\ntitle: Example\n';
const GOOD = '---\ntitle: Good\ndate: 2025-11-04\n---\nGood.\n';

const site = (frontMatter: string, config = '') =>
  makeSite({
    'feedwright.yaml': CONFIG + config,
    'articles/good.md': GOOD,
    'articles/b.md': `${frontMatter}Text.\n`,
  });
const yaml = (lines: string) => `---\ndate: 2025-11-05\n${lines}\n---\n`;
const told = (error: string) =>
  error
    .split('\n')
    .map((line) => line.split(': ')[0])
    .filter((line) => line?.startsWith('articles/b.md'));

describe('text that feeds cannot carry is said at its line', () => {
  it.each([
    ['a title in YAML', yaml('title: "\\u0008"'), 'articles/b.md:3:9 error unpublishable-text'],
    [
      'a title in TOML',
      '+++\ndate = 2025-11-05\ntitle = "\\u0008"\n+++\n',
      'articles/b.md:3:10 error unpublishable-text',
    ],
    [
      'a title in JSON',
      '---json\n{"date": "2025-11-05",\n"title": "\\uFFFF \\uD800"}\n---\n',
      'articles/b.md:3:11 error unpublishable-text',
    ],
    ['an id', yaml('title: B\nid: "\\u0000"'), 'articles/b.md:4:6 error unpublishable-text'],
    ['a tag', yaml('title: B\ntags: ["a", "\\u0001"]'), 'articles/b.md:4:7 warning unpublishable-text'],
    [
      'an author',
      yaml('title: B\nauthor: { name: "\\x7F" }'),
      'articles/b.md:4:9 warning unpublishable-text',
    ],
    ['a part of a title', yaml('title: "a\\u0008b"'), 'articles/b.md:3:9 warning illegal-characters'],
    ['an id with two blanks', yaml('title: B\nid: "a  b"'), 'articles/b.md:4:6 warning unclean-id'],
    ['an id with an outer blank', yaml('title: B\nguid: " a"'), 'articles/b.md:4:9 warning unclean-id'],
    ['an id with such a character', yaml('title: B\nid: "a\\u0008"'), 'articles/b.md:4:6 warning unclean-id'],
    [
      'a tag URI without a colon',
      yaml('title: B\nid: tag:example.org,2025'),
      'articles/b.md:4:5 warning invalid-id',
    ],
    ['a UUID that is none', yaml('title: B\nid: urn:uuid:1234'), 'articles/b.md:4:5 warning invalid-id'],
  ])('%s', (_, frontMatter, says) => {
    const folder = site(frontMatter, 'onError: stop\n');
    for (const command of [
      ['build', ...NOW],
      ['list', ...NOW],
      ['adopt', 'dist/rss.xml'],
    ]) {
      // What an article warns of is the matter of a build, but for its id.
      if (command[0] === 'adopt' && !/error|-id$/.test(says)) continue;
      if (command[0] === 'adopt') runCli(site(''), ['build', '--output', join(folder, 'dist'), ...NOW]);
      const ran = runCli(folder, command);
      expect(told(ran.error), command[0]).toContain(says);
      expect(ran.exitCode, command[0]).toBe(says.includes('error') ? 1 : 0);
    }
  });

  it('and with onError: skip only that article is left out', () => {
    const folder = site(yaml('title: "\\u0008"'), 'onError: skip\n');
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Good']);
  });

  it('two ids or tags that are one without such characters are one', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/a.md': yaml('title: A\nid: x\ntags: [a, "a\\u0008"]'),
      'articles/b.md': yaml('title: B\nid: "x\\u0008"'),
    });
    expect(runCli(folder, ['build', ...NOW]).error).toContain('error duplicate-id');
  });

  it('an article named after such a character has a title', () => {
    const folder = makeSite({
      'feedwright.yaml': CONFIG,
      'articles/\u0008.md': '---\ndate: 2025-11-05\n---\nText.\n',
    });
    expect(runCli(folder, ['build', ...NOW]).error).toContain('missing-title');
    expect(readFileSync(join(folder, 'dist/rss.xml'), 'utf8')).toContain('<title>Untitled</title>');
  });
});

describe('the template of all ids', () => {
  it('gives every article an id, or an error at the article', () => {
    const folder = makeSite({
      'feedwright.yaml': `${CONFIG}preset: hugo\nid: ":slug"\n`,
      'articles/good.md': GOOD,
      'articles/b.md': yaml('title: "!?"'),
    });
    const { error, exitCode } = runCli(folder, ['build', ...NOW]);
    expect(error).toContain('articles/b.md:1 error empty-id');
    expect(exitCode).toBe(1);
  });

  it.each([
    ['tag:example.org,2025:slug', 'feedwright.yaml:3 warning invalid-id'],
    ['urn:uuid::slug', 'feedwright.yaml:3 warning invalid-id'],
    ['tag:example.org,2025::slug', ''],
    ['tag:example.org,:year-:month-:day:/:path', ''],
    [':url', ''],
    ['urn:example:a:slug', ''],
  ])('%s', (id, says) => {
    const { error } = runCli(site(yaml('title: B'), `id: "${id}"\n`), ['list', ...NOW]);
    expect(error.match(/^.* warning (?:invalid|changed)-id/)?.[0] ?? '').toBe(says);
  });
});

describe('a tag: or urn: URI', () => {
  it.each([
    'tag:example.org,2025:',
    'tag:ann@example.org,2025-11-04:a/b#c',
    'tag:example.org,2025:é',
    'urn:isbn:3',
    'urn:uuid:00000000-0000-4000-8000-000000000001',
    'TAG:x,2000:y',
  ])('%s', (id) => {
    expect(isUri(id)).toBe(true);
  });
  it.each([
    'tag:example.org:x',
    'tag:,2025:x',
    'tag:example.org,25:x',
    'tag:example.org,2025:a b',
    'urn:x',
    'urn:example:',
    'urn:uuid:x',
  ])('%s is none', (id) => {
    expect(isUri(id)).toBe(false);
  });
  it('is told from other text in linear time', () => {
    const measure = (length: number) => {
      const text = `tag:${'a.'.repeat(length)},2025:${'%é'.repeat(length)}`;
      const from = performance.now();
      for (let i = 0; i < 20; i++) isUri(text);
      return performance.now() - from;
    };
    measure(1000);
    expect(measure(80_000) / measure(10_000)).toBeLessThan(40);
  });
});
