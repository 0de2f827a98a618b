import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '../../src/articles/fence.ts';
import { readFrontMatter } from '../../src/articles/front-matter.ts';
import { insertId } from '../../src/articles/insert-id.ts';
import '../seed.ts';

const ID = 'https://old.example/a';

/** The file as text with the id in it; throws when it cannot be inserted. */
function insert(text: string, id = ID): string {
  const inserted = insertId(Buffer.from(text), id);
  if (inserted.kind !== 'inserted') throw new Error(inserted.kind);
  return inserted.bytes.toString();
}

function read(text: string) {
  const split = splitFrontMatter(Buffer.from(text), true);
  if (split.kind !== 'block') return { data: {}, body: text };
  const { data, problems } = readFrontMatter(split, 'a.md');
  expect(problems).toEqual([]);
  return { data: { ...data }, body: Buffer.from(text).toString('utf8', split.bodyOffset) };
}

describe('an id in the front matter of a file', () => {
  test.each([
    ['YAML', '---\n+title: A\n---\nBody\n', `id: ${ID}\n`],
    [
      'YAML with a comment and a nested map last',
      '---\n+# all\ntitle: "A" # b\nx:\n  y: 1\n---\n',
      `id: ${ID}\n`,
    ],
    ['YAML that ends in a block of text', '---\n+title: A\ntext: |+\n  a\n\n---\nBody', `id: ${ID}\n`],
    ['YAML with CR LF', '---\r\n+title: A\r\n---\r\nBody\r\n', `id: ${ID}\r\n`],
    ['YAML after a byte order mark', '\uFEFF---\n+title: A\n---\n', `id: ${ID}\n`],
    ['YAML after blank lines', '\n\n---\n+title: A\n---\n', `id: ${ID}\n`],
    ['YAML closed by dots', '---\n+title: A\n...\nBody\n---\n', `id: ${ID}\n`],
    ['YAML that is indented', '---\n+  title: A\n  tags:\n    - x\n---\n', `  id: ${ID}\n`],
    ['YAML that names itself', '---yaml\n+title: A\n---\n', `id: ${ID}\n`],
    ['YAML in braces', '---\n{+title: A, tags: [x]}\n---\n', `"id": "${ID}", `],
    ['an empty block', '---\n+---\nBody', `id: ${ID}\n`],
    ['a block of comments', '---\n+# nothing yet\n---\n', `id: ${ID}\n`],
    ['an empty file', '+', `---\nid: ${ID}\n---\n`],
    ['no front matter', '+# A\n\nBody\n', `---\nid: ${ID}\n---\n`],
    ['no front matter, CR LF', '+# A\r\nBody', `---\r\nid: ${ID}\r\n---\r\n`],
    ['no front matter, byte order mark', '\uFEFF+# A\n', `---\nid: ${ID}\n---\n`],
    ['a rule at the top', '+---\n\nBody\n', `---\nid: ${ID}\n---\n`],
    ['a longer rule at the top', '+----\n\nBody\n', `---\nid: ${ID}\n---\n`],
    ['TOML', '+++\n+title = "A"\n[extra]\nid = "x"\n+++\n', `id = "${ID}"\n`],
    ['TOML with CR LF', '+++\r\n+title = "A"\r\n+++\r\n', `id = "${ID}"\r\n`],
    ['JSON', '{\n+  "title": "A"\n}\nBody\n', `  "id": "${ID}",\n`],
    ['JSON with tabs and CR LF', '{\r\n+\t"title": "A"\r\n}\r\nBody\n', `\t"id": "${ID}",\r\n`],
    ['JSON on one line', '{+"title": "A"}\nBody\n', `"id": "${ID}", `],
    ['JSON without anything', '{+}\nBody\n', `"id": "${ID}"`],
    ['JSON without anything on two lines', '{\n+}\nBody\n', `  "id": "${ID}"\n`],
    ['JSON after a byte order mark and a blank', '\uFEFF {\n+ "title": "A"}\n', ` "id": "${ID}",\n`],
    ['JSON between dashes', '---json\n{\n+  "title": "A"\n}\n---\n', `  "id": "${ID}",\n`],
    ['JSON between semicolons', ';;;\n+"title": "A",\n"x": { "id": 1 }\n;;;\n', `"id": "${ID}",\n`],
    ['nothing between semicolons', ';;;\n+;;;\n', `"id": "${ID}"\n`],
  ])('%s', (_, marked, line) => {
    // The second plus of TOML fences is no mark.
    const at = marked.search(/(?<!\+|^)\+(?!\+)|^\+(?!\+\+)/);
    const before = marked.slice(0, at) + marked.slice(at + 1);
    const after = insert(before);
    expect(after).toBe(marked.slice(0, at) + line + marked.slice(at + 1));
    expect(read(after).data).toEqual({ ...read(before).data, id: ID });
    expect(read(after).body).toBe(read(before).body.replace(/^\uFEFF/, ''));
  });

  it.each([
    ['an id', '---\nid: mine\n---\n', 'has-id'],
    ['an empty id, which would stand twice', '---\ntitle: A\nid:\n---\n', 'has-id'],
    ['a guid', '---\nguid: mine\n---\n', 'has-id'],
    ['front matter that is code', '---js\n{ title: "A" }\n---\n', 'impossible'],
    ['broken front matter', '---\ntitle: "A\n---\n', 'impossible'],
    ['no closing fence', '---\ntitle: A\n', 'impossible'],
    ['no opening fence', 'title: A\ndate: 2025-01-01\n---\nBody\n', 'impossible'],
    ['a tag before its keys', '---\n!!map\ntitle: A\n---\n', 'impossible'],
  ])('is not touched in a file with %s', (_, text, kind) => {
    expect(insertId(Buffer.from(text), ID)).toEqual({ kind });
  });

  it('is refused in a file that is not UTF-8', () => {
    expect(insertId(Buffer.from('---\ntitle: \xe9\n---\n', 'latin1'), ID).kind).toBe('impossible');
  });

  it.each([
    'a  b',
    ' a',
    'a\n',
    '',
    'true',
    '00000000-0000-0000-0000-000000000000',
  ])('is refused when front matter cannot keep it: %j', (id) => {
    expect(insertId(Buffer.from('---\ntitle: A\n---\n'), id).kind).toBe('impossible');
  });

  it.each([
    '42',
    '0x1F',
    '1:30',
    'null',
    '~',
    '# x',
    'a: b',
    'a #b',
    "'",
    '"\\',
    '&a',
    '*a',
    '{',
    '- a',
    'é',
    'x:',
  ])('is text to parsers that we did not write: %j', (id) => {
    const body = (text: string) => text.split(/^(?:---|\+\+\+)$/m)[1] ?? '';
    expect(load(body(insert('---\ntitle: A\n---\n', id)))).toEqual({ title: 'A', id });
    expect({ ...parseToml(body(insert('+++\ntitle = "A"\n+++\n', id))) }).toEqual({ title: 'A', id });
    expect(JSON.parse(insert('{"title":"A"}', id))).toEqual({ title: 'A', id });
  });
});

describe('any file', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ab é"\'#:{}[]-+.,\\|>&*!%=\t'), maxLength: 12 });
  const key = fc.constantFrom('title', 'date', 'x', 'a-b', 'nested');
  const value = fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.dictionary(key, word, { maxKeys: 2 }));
  const data = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });
  const json = (given: unknown) => JSON.stringify(given);
  const fenced = data.chain((given) => {
    const yaml = Object.entries(given).map(([name, inner]) => `${name}: ${json(inner)}\n`);
    const plain = Object.entries(given).map(([name, inner]) => `${name}: ${String(Object.values(inner))}\n`);
    const block = Object.entries(given).map(([name, inner]) => `${name}: |\n  ${json(inner)}\n\n`);
    const toml = Object.entries(given).map(([name, inner]) =>
      typeof inner === 'string' || Array.isArray(inner) ? `${name} = ${json(inner)}\n` : `[${name}]\n`,
    );
    return fc.constantFrom(
      `---\n${yaml.join('')}---\n`,
      `---\n# comment\n\n${plain.join('')}...\n`,
      `---\n${block.join('')}---\n`,
      `---\n  ${yaml.join('  ')}---\n`,
      `---\n${json(given)}\n---\n`,
      `+++\n${toml.sort((a, b) => Number(a.startsWith('[')) - Number(b.startsWith('['))).join('')}+++\n`,
      `;;;\n${json(given)}\n;;;\n`,
      `;;;\n${json(given).slice(1, -1)}\n;;;\n`,
      `---json\n${JSON.stringify(given, null, 2)}\n---\n`,
      `${JSON.stringify(given, null, '\t')}\n`,
      '',
    );
  });
  const file = fc
    .tuple(fc.constantFrom('', '\uFEFF', '\n'), fenced, word, fc.boolean())
    .map(
      ([mark, front, body, isWindows]) =>
        mark + (isWindows ? (front + body).replaceAll('\n', '\r\n') : front + body),
    );
  const id = fc.oneof(fc.webUrl(), word, fc.string({ unit: 'grapheme', maxLength: 20 }));

  it('says the same with the id as before, and has its bytes without the addition', () => {
    let inserted = 0;
    fc.assert(
      fc.property(file, id, (text, wanted) => {
        const bytes = Buffer.from(text);
        const result = insertId(bytes, wanted);
        if (result.kind !== 'inserted') return;
        inserted++;
        const after = result.bytes.toString();
        expect(read(after).data).toEqual({ ...read(text).data, id: wanted });
        const added = result.bytes.length - bytes.length;
        let start = 0;
        while (start < bytes.length && bytes[start] === result.bytes[start]) start++;
        // Where the addition begins like what follows it, it may as well begin earlier.
        const isWhole = Array.from({ length: start + 1 }, (_, at) =>
          Buffer.concat([result.bytes.subarray(0, at), result.bytes.subarray(at + added)]),
        ).some((without) => without.equals(bytes));
        expect(isWhole).toBe(true);
        expect(after.split('\n').length - text.split('\n').length).toBe(result.lines);
        expect(insertId(result.bytes, wanted).kind).toBe('has-id');
      }),
      { numRuns: 2000 },
    );
    expect(inserted).toBeGreaterThan(500);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), word, (bytes, wanted) => {
        insertId(Buffer.from(bytes), wanted);
      }),
    );
  });
});
