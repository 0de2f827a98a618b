import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { listPlaces, loadText, makeFolder } from './site-folder.ts';

describe('problems', () => {
  it('are reported all at once, in the order of the file', () => {
    const loaded = loadText(
      [
        'site: example.com',
        'titel: Harbour',
        'limit: 0',
        'authors:',
        '  - name: Ada',
        '    mail: ada@example.com',
        '  - 5',
        'formats: { rss: ../up.xml, json: 1 }',
        'timeZone: Mars/Olympus',
        'permalink: /:yaer/:slug',
      ].join('\n'),
    );
    expect(listPlaces(loaded)).toEqual([
      'missing-key@1:-',
      'bad-value@1:7',
      'unknown-key@2:1',
      'bad-value@3:8',
      'unknown-key@6:5',
      'bad-value@7:5',
      'bad-value@8:17',
      'bad-value@8:34',
      'bad-value@9:11',
      'unknown-placeholder@10:12',
    ]);
  });

  it.each([
    ['a comment above', '# note\n\nsite: x y\ntitle: T\n', 'bad-value@3:7'],
    ['quoted keys and values', 'title: T\n"site" : "x y"\n', 'bad-value@2:10'],
    ['CRLF line ends', 'title: T\r\nlimit: x\r\nsite: https://example.com/\r\n', 'bad-value@2:8'],
    ['a byte order mark', '\uFEFFsite: x y\ntitle: T\n', 'bad-value@1:7'],
    [
      'characters beyond the basic plane',
      'site: https://example.com/\ntitle: "😀"\nlimit: x\n',
      'bad-value@3:8',
    ],
    ['a document marker', '---\nsite: x y\ntitle: T\n...\n', 'bad-value@2:7'],
    ['flow style', '{ site: https://example.com/, title: T, limit: x }', 'bad-value@1:48'],
    [
      'JSON with tabs',
      '{\n\t"site": "https://example.com/",\n\t"title": "T",\n\t"limit": "x"\n}',
      'bad-value@4:11',
    ],
    ['a tagged value', 'site: https://example.com/\ntitle: T\nlimit: !!str 5\n', 'bad-value@3:14'],
    ['an empty value', 'site: https://example.com/\ntitle:\n', 'empty-value@2:1'],
    ['a block scalar', 'title: T\nsite: |\n  x y\n', 'bad-value@3:1'],
  ])('stand at the right place after %s', (_, text, place) => {
    expect(listPlaces(loadText(text))).toEqual([place]);
  });
});

describe('a text with characters that no feed can carry', () => {
  it.each([
    ['the title', 'title: "\\u0001\\u0002"\nsite: https://example.com/\n', 'title', 1, 8],
    [
      'one character of a name',
      'site: https://example.com/\ntitle: T\nauthor: "A\\u000Bda"\n',
      'author',
      3,
      9,
    ],
    [
      'a title of a feed',
      'site: https://example.com/\ntitle: T\nfeeds:\n  - where: { tag: a }\n    title: "\\uFFFF"\n',
      'feeds[0].title',
      5,
      12,
    ],
    ['half of a pair', '{"site": "https://example.com/", "title": "\\uD800"}', 'title', 1, 43],
  ])('%s: refused at its place', (_, text, key, line, column) => {
    const loaded = loadText(text);
    expect(listPlaces(loaded)).toContain(`illegal-setting@${line}:${column}`);
    expect(loaded.problems.find(({ code }) => code === 'illegal-setting')?.message).toContain(
      `"${key}" contains U+`,
    );
  });
});

describe('a file that cannot be parsed', () => {
  it.each([
    ['an open list', 'site: https://example.com/\nformats: [rss,\n', 2, 1],
    ['a colon in plain text', 'title: a: b\n', 1, 9],
    ['a tab as indentation', 'author:\n\tname: Ada\n', 2, 1],
    ['an open quote', 'title: "T\n', 1, 1],
    ['an open quote with more lines below', 'title: "T\nsite: https://example.com/\nlimit: 5\n', 1, 1],
    ['an open single quote', "limit: 5\ntitle: 'T\nsite: x\n", 2, 1],
    ['a NUL byte', 'title: a\0b\n', 1, 9],
    ['an unknown tag', 'title: !!js/function f\n', 1, 8],
    ['two documents', 'title: T\n---\ntitle: U\n', 2, 1],
    ['a list as key', 'title: T\n? [a, b]\n: c\n', 2, 3],
  ])('%s: its line and column', (_, text, line, column) => {
    const loaded = loadText(text);
    expect(listPlaces(loaded)).toEqual([`bad-config-syntax@${line}:${column}`]);
    expect(loaded.problems[0]?.file).toBe('feedwright.yaml');
  });

  it('anchors are refused: nothing can grow or refer to itself (R68)', () => {
    expect(listPlaces(loadText('title: &t T\nsite: *t\n'))).toEqual(['bad-config-syntax@2:7']);
    expect(listPlaces(loadText('authors: &a [*a]\n'))).toEqual(['bad-config-syntax@1:14']);
  });

  it('deep nesting is refused (R68)', () => {
    expect(listPlaces(loadText('['.repeat(100_000)))[0]).toMatch(/^bad-config-syntax@1:/);
  });

  it('an empty key that repeats an empty one has the place of the first', () => {
    expect(listPlaces(loadText('? |\n? '))).toContain('repeated-key@2:1');
  });

  it.each(['- a\n', 'text\n', '5', '[]'])('%j is no configuration', (text) => {
    expect(listPlaces(loadText(text))).toEqual(['config-not-mapping@1:1']);
  });

  it.each(['', '# only a comment\n', '---\n', '{}'])('%j lacks both required settings', (text) => {
    const { problems } = loadText(text);
    expect(problems.map(({ message }) => message)).toEqual(['"site" is missing.', '"title" is missing.']);
    expect(problems[1]?.hint).toBe(
      `Add a line such as "title: My blog", or run the command with --title 'My blog'.`,
    );
  });
});

describe('a file that cannot be read', () => {
  it('says the line of the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('site: https://example.com/\ntitle: caf'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    const loaded = loadConfig({ workingDirectory: makeFolder({ 'feedwright.yaml': bytes }) });
    expect(listPlaces(loaded)).toEqual(['unreadable-config@2:-']);
    expect(loaded.problems[0]?.message).toContain('it is not UTF-8');
  });

  it('accepts the replacement character where somebody wrote it', () => {
    expect(loadText('site: https://example.com/\ntitle: "\uFFFD"\n').config?.title).toBe('\uFFFD');
  });

  it('has a size that no configuration has', () => {
    const loaded = loadText(`# ${'x'.repeat(1_048_576)}\n`);
    expect(listPlaces(loaded)).toEqual(['unreadable-config@1:-']);
  });
});
