import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '../../src/articles/fence.ts';
import { readFrontMatter } from '../../src/articles/front-matter.ts';
import { readSource } from '../../src/articles/read.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite } from '../run-cli.ts';

/** The data of a whole file, or the code and line of what is wrong; and the body. */
function read(text: string): { data?: object; body?: string; problem?: string } {
  const bytes = Buffer.from(text);
  const split = splitFrontMatter(bytes, true);
  if (split.kind === 'none') return { data: {}, body: bytes.toString('utf8', split.bodyOffset) };
  if (split.kind !== 'block') return { problem: `${split.kind}:${'line' in split ? split.line : ''}` };
  const { data, problems } = readFrontMatter(split, 'a.md');
  const [first] = problems;
  if (first) return { problem: `${first.code}:${first.line}:${first.column ?? ''} ${first.message}` };
  return { data: { ...data }, body: bytes.toString('utf8', split.bodyOffset) };
}

test.each([
  ['TOML', `+++\na = ${'['.repeat(2000)}\n+++\n`],
  ['YAML', `---\na: ${'{a: '.repeat(2000)}\n---\n`],
])('front matter that is nested too deeply is refused: %s', (_, text) => {
  expect(read(text).problem).toMatch(/^bad-front-matter:.*: it is nested too deeply\.$/);
});

describe('every kind of front matter is read', () => {
  test.each([
    ['YAML', '---\ntitle: Hello\ndraft: no\n---\nBody\n', { title: 'Hello', draft: 'no' }, 'Body\n'],
    ['Windows line ends', '---\r\ntitle: Hello\r\n---\r\nBody\r\n', { title: 'Hello' }, 'Body\r\n'],
    ['a byte order mark', '\uFEFF---\ntitle: Hello\n---\nBody', { title: 'Hello' }, 'Body'],
    ['a blank line first', '\n\n---\ntitle: Hello\n---\nBody', { title: 'Hello' }, 'Body'],
    ['spaces after the fences', '---  \ntitle: Hello\n---\t\nBody', { title: 'Hello' }, 'Body'],
    ['closed by dots', '---\ntitle: Hello\n...\nBody\n\n---\n', { title: 'Hello' }, 'Body\n\n---\n'],
    [
      'a rule in the body',
      '---\ntitle: Hello\n---\nBody\n\n---\nMore',
      { title: 'Hello' },
      'Body\n\n---\nMore',
    ],
    [
      'dashes in a value',
      '---\ntitle: Foo --- Bar\nx: |\n  ---\n---\nBody',
      { title: 'Foo --- Bar', x: '---\n' },
      'Body',
    ],
    ['TOML', '+++\ntitle = "Hello"\ndate = 2025-11-04\n+++\nBody', { title: 'Hello' }, 'Body'],
    ['JSON named', '---json\n{ "title": "Hello" }\n---\nBody', { title: 'Hello' }, 'Body'],
    ['JSON of Hexo', ';;;\n"title": "Hello",\n"a": 1\n;;;\nBody', { title: 'Hello', a: 1 }, 'Body'],
    [
      'bare JSON',
      '{\n  "title": "a } \\" b",\n  "x": { "y": [1] }\n}\nBody',
      { title: 'a } " b', x: { y: [1] } },
      '\nBody',
    ],
    ['an empty block', '---\n---\nBody', {}, 'Body'],
    ['a comment only', '---\n# nothing\n---\nBody', {}, 'Body'],
    ['no front matter', 'Body only', {}, 'Body only'],
    ['one newline', '\n', {}, '\n'],
    ['nothing', '', {}, ''],
    ['a rule first', '---\n\nJust text after a rule.\n', {}, '---\n\nJust text after a rule.\n'],
    ['template code first', '{% include x %}\ntext', {}, '{% include x %}\ntext'],
    ['a closing fence at the end of the file', '---\ntitle: Hello\n---', { title: 'Hello' }, ''],
  ])('%s', (_, text, data, body) => {
    const result = read(text);
    expect(result.data).toMatchObject(data);
    expect(result.body).toBe(body);
  });

  it('keeps numbers, dates and words as they were written', () => {
    const { data } = read('---\ntitle: 1.10\ndate: 2024-01-02 10:00\nn: 1:30\nyes: Yes\nnone: ~\n---\n');
    expect(data).toEqual({ title: '1.10', date: '2024-01-02 10:00', n: '1:30', yes: 'Yes', none: null });
  });
});

test.each([
  ['TOML', '+++\nid = 114235009789423262\nx = [9007199254740993, 7]\n+++\n'],
  ['YAML', '---\nid: 114235009789423262\nx: [9007199254740993, "7"]\n---\n'],
  ['JSON', '{ "id": 114235009789423262, "x": [9007199254740993, 7] }\n'],
])('an integer that no number can hold keeps all of its digits: %s', (_, text) => {
  const { data } = read(text);
  expect(data).toMatchObject({ id: '114235009789423262' });
  expect(JSON.stringify(data)).toMatch(/"x":\["9007199254740993",(?:7|"7")\]/);
});

test('long digits stay what they are in a text of JSON, in a fraction and in hostile text', () => {
  const json =
    '{ "a": "say \\"12345678901234567890\\"", "b": 0.12345678901234567, "c": 12345678901234567e2 }';
  expect(read(`${json}\n`).data).toEqual(JSON.parse(json));
  expectLinearTime((size) => {
    expect(read(`;;;\n"a": "${'\\"1234567890123456'.repeat(size)}\\\n;;;\n`).problem).toMatch(
      /^bad-front-matter/,
    );
  }, 200);
});

describe('a text in quotes', () => {
  test.each([
    ['at the margin', 'title: "Low\ntide"\ntags: [a]', { title: 'Low tide', tags: ['a'] }],
    ['with a blank line', 'title: "Low\n\ntide"\nb: c', { title: 'Low\ntide', b: 'c' }],
    ['in single quotes', "title: 'It''s\nlow'\nb: 'c'", { title: "It's low", b: 'c' }],
    ['with escaped quotes', 'title: "a \\"\nb\\" c"\nd: e', { title: 'a " b" c', d: 'e' }],
    [
      'in a list',
      'people:\n  - bio: "First.\nSecond."\n    name: Ann',
      { people: [{ bio: 'First. Second.', name: 'Ann' }] },
    ],
  ])('may go on in the next line %s, as for Hugo and Jekyll', (_, yaml, data) => {
    expect(read(`---\n${yaml}\n---\n`).data).toEqual(data);
  });
});

test.each([
  ['after double quotes', 'title: "Low tide"# of May\ntags: [a]', { title: 'Low tide', tags: ['a'] }],
  ['after single quotes', "title: 'It''s low'#x\nb: c", { title: "It's low", b: 'c' }],
  ['in a list', 'tags:\n  - "a"# x\n  - "b#c"', { tags: ['a', 'b#c'] }],
])('a comment may stand right after a quote %s, as for Hugo and Jekyll', (_, yaml, data) => {
  expect(read(`---\n${yaml}\n---\n`).data).toEqual(data);
});

describe('a list or mapping in brackets', () => {
  test.each([
    ['with its end at the margin', "a: [\n  'b',\n  'c',\n]\nd: e", { a: ['b', 'c'], d: 'e' }],
    ['with all lines at the margin', 'a: [\nb, # x ]\n"]"\n]\nd: e', { a: ['b', ']'], d: 'e' }],
    ['as a mapping', 'a: {\n  b: [c,\nd]\n}\ne: f', { a: { b: ['c', 'd'] }, e: 'f' }],
    ['in a list', 'a:\n  - {b: c,\nd: e}\n  - f', { a: [{ b: 'c', d: 'e' }, 'f'] }],
  ])('may go on %s, as for Hugo, Jekyll and gray-matter', (_, yaml, data) => {
    expect(read(`---\n${yaml}\n---\n`).data).toEqual(data);
  });
});

it('a key that appears twice with the same value has that value', () => {
  expect(read('---\ndate: 2004-12-30\nlayout: page\ndate: 2004-12-30 \ntags: [a]\n---\n').data).toEqual({
    date: '2004-12-30',
    layout: 'page',
    tags: ['a'],
  });
  expect(read('---\ndate: 2004-12-30\ntitle: "One,\ntwo"\ndate: 2004-12-30\n---\n').data).toEqual({
    date: '2004-12-30',
    title: 'One, two',
  });
});

test.each([
  'jekyll',
  'hugo',
] as const)('of a key that appears twice, the last value counts with %s', (preset) => {
  const folder = makeSite({ 'a.md': '---\ntitle: One\ntags: [a]\ntitle: Two\n---\n' });
  const file = { path: join(folder, 'a.md'), relative: 'a.md', file: 'a.md', format: 'markdown' } as const;
  expect(readSource(file, preset).source?.data).toEqual({ title: 'Two', tags: ['a'] });
  expect(readSource(file, 'zola').problems.map(({ code }) => code)).toEqual(['bad-front-matter']);
});

describe('what is broken is named with its line', () => {
  test.each([
    ['---\ntitle: Hello\n', 'unclosed:1'],
    ['+++\ntitle = "x"\n', 'unclosed:1'],
    ['title: Hello\ndate: 2025-11-04\n---\nBody', 'unopened:1'],
    ['----\ntitle: Hello\n----\nBody', 'unopened:1'],
    ['\n—\ntitle: Hello\ntags:\n  - a\n—\nBody', 'unopened:2'],
    ['++++\ntitle = "Hello"\n++++\nBody', 'unopened:1'],
    [
      '---\ntitle:Hello\ndate: 2025-11-04\n---\n',
      'bad-front-matter:2: The front matter is not valid YAML: a space is missing after ":".',
    ],
    [
      '---\ntitle: *Star* wars\n---\n',
      'bad-front-matter:2:15 The front matter is not valid YAML: text can\'t begin with "*"',
    ],
    [
      '---\ntitle: a: b\n---\n',
      'bad-front-matter:2:9 The front matter is not valid YAML: the text contains ": ", which begins another value.',
    ],
    [
      '---\na: 1\nb: 2\na: 3\n---\n',
      'bad-front-matter:4:1 The front matter is not valid YAML: the key "a" appears twice (first on line 2).',
    ],
    [
      '\n---\na: 1\na: 3\n---\n',
      'bad-front-matter:4:1 The front matter is not valid YAML: the key "a" appears twice (first on line 3).',
    ],
    [
      '---\na:\n  - 1\nb: 2\na:\n  - 1\n---\n',
      'bad-front-matter:5:1 The front matter is not valid YAML: the key "a" appears twice (first on line 2).',
    ],
    ['+++\na = 1\nb = \n+++\n', 'bad-front-matter:3:'],
    ['---\n- a\n- b\n---\n', 'front-matter-not-mapping:1: The front matter is a list'],
    ['---\nhello\n---\n', 'front-matter-not-mapping:1: The front matter is one value'],
    ['---js\n({ title: "x" })\n---\n', 'front-matter-code:1:'],
    ['---javascript\n{}\n---\n', 'front-matter-code:1:'],
    ['---\ntitle: x\n__proto__:\n  admin: true\n---\n', 'forbidden-key:3:'],
    ['---\nconstructor: x\n---\n', 'forbidden-key:2:'],
    [
      '---\na: !!js/function "x"\n---\n',
      'bad-front-matter:2:4 The front matter is not valid YAML: a value that begins with "!" is not text.',
    ],
  ])('%j', (text, expected) => {
    expect(read(text).problem?.slice(0, expected.length)).toBe(expected);
  });
});

describe('a mistake in YAML is explained in words that an author knows', () => {
  test.each([
    ['title: {{ x }}', '2: a value that begins with "{" or "?" is not text', 'title: "{{ x }}"'],
    ['title: {% x %}', '2:9: text in brackets is not a list with commas', 'in quotes'],
    ['title: a\u0010b', '2:9: it contains an invisible control character', 'Delete the character'],
    ['title:\n\ta: 1', '3:1: a tab is used for indentation', 'Replace the tab'],
    ['title: "a\nb: 1', '2: text that begins with " has no closing "', 'closing quote'],
    ["title: 'a\nb: 1", "2: text that begins with ' has no closing '", 'closing quote'],
    ['title: [a, b\nc: d', '2: the "[" is not closed', 'Close it'],
    ['title: @me', '2:8: text can\'t begin with "@" unless it is in quotes', 'in quotes'],
    ['title: "a" b', '2:12: there is text after the closing quote', 'in quotes'],
    ['title: *x', '2:9: a value that begins with "*" or "&" is not text', 'in quotes'],
    ['title: "\\d"', '2:10: a backslash in double quotes', 'single quotes'],
    ['title: a\nfoo\nb: c', '4:2: this line or the one above is not "key: value"', 'Write "key: value"'],
    ['title: a\n b: c', '3:3: the indentation of this line', 'Indent this line'],
  ])('%j', (yaml, reason, hint) => {
    const split = splitFrontMatter(Buffer.from(`---\n${yaml}\n---\n`), true);
    const [found] = split.kind === 'block' ? readFrontMatter(split, 'a.md').problems : [];
    const said = found?.message.replace('The front matter is not valid YAML: ', '');
    expect(`${found?.line}${found?.column ? `:${found.column}` : ''}: ${said}`).toContain(reason);
    expect(found?.hint).toContain(hint);
    expect(said).not.toMatch(/mapping entry|flow collection|scalar|complex key|stream/);
  });
});

describe('hostile front matter never runs, crashes or hangs (R67, R68, R76)', () => {
  const runs = Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 1000);
  const piece = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'a: ',
        '- ',
        '? ',
        '&x ',
        '*x',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '|\n  ',
        '>-\n',
        '\n',
        '\n  ',
        '<<: *x',
        '!!js/function ',
        '!!binary ',
        '!!set ',
        '!foo ',
        '%YAML 1.2\n',
        '---',
        '...',
        '#',
        ',',
        ': ',
        '\0',
        '\uFEFF',
        '__proto__: ',
        'constructor: ',
        '\t',
      ),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const block = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it(`${runs} generated documents of each language`, () => {
    const opening = fc.constantFrom('---', '+++', ';;;', '---json', '---js', '---toml', '{');
    fc.assert(
      fc.property(opening, block, (open, text) => {
        const { data } = read(`${open}\n${text}\n${open.slice(0, 3)}\nBody`);
        expect(({} as { admin?: unknown }).admin).toBeUndefined();
        if (data) expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
      }),
      { numRuns: runs, verbose: 1 },
    );
  });

  test.each([
    [
      'an alias bomb',
      `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`},`.repeat(9)}]`).join('\n')}`,
    ],
    ['more than front matter may have', `a: ${'x'.repeat(1_000_000)}`],
    [
      'many merge keys',
      `a: &a {${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join(',')}}\n${'b: {<<: [*a,*a,*a,*a]}\n'.repeat(3)}`,
    ],
    ['a NUL byte', 'a: \0'],
    ['a cyclic anchor', 'authors: &x [*x]\ntags: *x'],
  ])('%s', (_, text) => {
    read(`---\n${text}\n---\nBody`);
  });

  test.each([
    ['deep nesting', (size: number) => `a: ${'['.repeat(size)}`],
    ['a long line', (size: number) => `title: x\n${'-'.repeat(size)}`],
    ['a long key', (size: number) => `${'k'.repeat(size)}: 1`],
    [
      'deep indentation',
      (size: number) =>
        Array.from({ length: Math.sqrt(size) * 5 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
  ])('%s takes linear time (R71)', (_, text) => {
    expectLinearTime((size) => void read(`---\n${text(size)}\n---\nBody`), 200_000);
  });
});
