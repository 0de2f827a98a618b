import { expect, test } from 'vitest';
import { chooseBody } from '../../src/import/choose-body.ts';
import { addParagraphs, readShortcodes } from '../../src/import/classic-text.ts';
import { readCsv } from '../../src/import/csv.ts';
import { findMedia, nameMedia } from '../../src/import/find-media.ts';
import { createMender } from '../../src/import/mend-xml.ts';
import { createNames, toFileName } from '../../src/import/name-file.ts';
import { renderMobiledoc } from '../../src/import/read-mobiledoc.ts';
import { readPost } from '../../src/import/wordpress-post.ts';
import { joinZone } from '../../src/import/zones.ts';
import { readCopy } from '../../src/writing/read-copy.ts';
import { expectLinearTime } from '../growth.ts';

const BEGINNINGS = [
  '[caption ',
  '[caption]<img ',
  '[caption]<img>',
  '[gallery ids="1',
  '[gallery ',
  '[embed]',
  '[code]',
  'https://a.example/',
  '<p ',
  '<pre>',
  '<!-- wp:',
  '\n ',
  'a\n',
];

const NO_LIBRARY = { find: () => undefined, listOf: () => [] };

test.each(BEGINNINGS)('a text of nothing but %j takes no more time than it is long', (part) => {
  expectLinearTime(
    (size) => void addParagraphs(readShortcodes(part.repeat(size / part.length), NO_LIBRARY)),
    160_000,
  );
});

test.each([
  '<a ',
  '<img src="',
  '<img srcset="a,',
  '<img srcset="1x,',
  '<a>',
  ' src=""',
])('nor a text of nothing but %j to find its files', (part) => {
  const post = { title: '', state: 'public', authors: [], tags: [] } as const;
  const read = (size: number) =>
    nameMedia({ ...post, body: part.repeat(size / part.length) }, 'https://you.example/', () => '/x');
  expectLinearTime((size) => void read(size), 80_000);
});

test.each([
  '<!---->',
  '<b> </b>',
  '<i><b></b></i>',
  '<br>',
  '<b>x<br></b>',
])('nor HTML of nothing but %j to become Markdown', (part) => {
  const context = {
    url: 'https://you.example/a/',
    site: 'https://you.example/',
    title: '',
  };
  expectLinearTime((size) => void chooseBody(`x${part.repeat(size / part.length)}x`, context), 240_000);
});

test('a long card of Ghost is not repeated until nothing can hold it', () => {
  const html = '<b>x</b>'.repeat(5000);
  const lost: string[] = [];
  const sections = Array.from({ length: 20_000 }, () => [10, 0]);
  const body = renderMobiledoc({ sections, cards: [['html', { html }]] }, (what) => lost.push(what));
  expect(body).toContain(html);
  expect(lost).toContain('cards that are repeated too often');
  const markups = [['a', ['href', 'x'.repeat(40_000)]]];
  const markers = Array.from({ length: 20_000 }, () => [0, [0], 1, 'y']);
  expect(renderMobiledoc({ sections: [[1, 'p', markers]], markups }, () => {})).toContain('yyyy');
});

test.each(['"a', ',\n', '""'])('a table of nothing but %j, too', (part) => {
  expectLinearTime((size) => void readCsv(part.repeat(size / part.length)), 80_000);
});

test.each(['A, ', ' \n', 'By A '])('copy of nothing but %j, too', (part) => {
  expectLinearTime((size) => void readCopy(`A\n${part.repeat(size / part.length)}`), 80_000);
});

test.each(['&', '<![CDATA[', ']]>', '<', ']'])('a document of nothing but %j, too', (part) => {
  expectLinearTime((size) => void createMender().mend(part.repeat(size / part.length)), 160_000);
});

test('what is not escaped stands for itself, wherever the document is cut', () => {
  const text = 'A & B &amp; C&nbsp;&#38;<![CDATA[ & ]] ]]>]]&lt;\u0001& &x';
  const whole = 'A &amp; B &amp; C&nbsp;&#38;<![CDATA[ & ]] ]]>]]&lt;&amp; &amp;x';
  for (let cut = 0; cut <= text.length; cut++) {
    const { mend, end } = createMender();
    expect(mend(text.slice(0, cut)) + mend(text.slice(cut)) + end()).toBe(whole);
  }
});

test('a table keeps commas, quotes and line breaks in quotes', () => {
  expect(readCsv('a,b\r\n"1, ""one""","two\nlines"\r\n3,\r\n')).toEqual([
    { a: '1, "one"', b: 'two\nlines' },
    { a: '3', b: '' },
  ]);
});

test.each([
  ['2024-05-01 10:00:00', '2024-05-01 08:00:00', '2024-05-01T10:00:00+02:00'],
  ['2024-05-01 00:30:00', '2024-05-01 06:00:00', '2024-05-01T00:30:00-05:30'],
  ['2024-05-01 08:00:00', '2024-05-01 08:00:00', '2024-05-01T08:00:00Z'],
  ['2024-05-01 10:00:00', '0000-00-00 00:00:00', '2024-05-01T10:00:00'],
  ['2024-05-01 10:00:00', '2023-05-01 10:00:00', '2023-05-01T10:00:00Z'],
  ['0000-00-00 00:00:00', '0000-00-00 00:00:00', undefined],
])('%s, which is %s in UTC, is %s', (local, utc, date) => expect(joinZone(local, utc)).toBe(date));

test('a table with a quote that is never closed is none', () => {
  expect(readCsv('a,b\n1,"2\n3,4\n')).toBeUndefined();
});

test('no name is one that Windows keeps for a device', () => {
  const nameFile = createNames(() => false);
  expect(
    ['a/con', 'a/aux', 'a/lpt1', 'a/icon', 'a/2024-05-01-con'].map((path) => nameFile(path, '.md')),
  ).toEqual(['a/con-2.md', 'a/aux-2.md', 'a/lpt1-2.md', 'a/icon.md', 'a/2024-05-01-con.md']);
});

test('names differ also where upper and lower case are one', () => {
  const name = createNames((path) => path === 'x/a.md');
  expect([name('x/a', '.md'), name('x/b', '.md'), name('x/B', '.html')]).toEqual([
    'x/a-2.md',
    'x/b.md',
    'x/B-2.html',
  ]);
  expect(toFileName('\u0000../‮evil\n')).toBe('evil');
});

test('all candidates of an image are found, however they are separated', () => {
  const post = { title: '', state: 'public', authors: [], tags: [] } as const;
  const body = '<img src="/a.jpg" srcset="/a.jpg 1x,/b.jpg 2x, /c.jpg 3x">';
  expect(findMedia({ ...post, body }, 'https://you.example/').map(({ url }) => url)).toEqual([
    'https://you.example/a.jpg',
    'https://you.example/a.jpg',
    'https://you.example/b.jpg',
    'https://you.example/c.jpg',
  ]);
});

/** A post of WordPress with these texts. */
function readTexts(texts: Readonly<Record<string, string>>, leftOut = new Map<string, number>()) {
  const children = Object.entries(texts).map(([name, text]) => ({
    name,
    text,
    attributes: {},
    children: [],
  }));
  const record = { name: 'item', text: '', attributes: {}, children };
  const index = { site: {}, authors: new Map(), library: { find: () => undefined, of: () => NO_LIBRARY } };
  return readPost(record, index, leftOut);
}

test.each([
  'constructor',
  '__proto__',
  'toString',
])('a post of the status %s is left out by this name', (status) => {
  const texts = { 'wp:post_type': 'post', 'wp:status': status };
  const leftOut = new Map<string, number>();
  expect(readTexts(texts, leftOut)).toBeUndefined();
  expect([...leftOut]).toEqual([[`posts with status "${status}"`, 1]]);
});

test('code of the block editor keeps its blank lines', () => {
  const body = '<!-- wp:code --><pre><code>a\n\n\n\nb</code></pre><!-- /wp:code -->';
  const texts = { 'wp:post_type': 'post', 'wp:status': 'publish', 'content:encoded': body };
  expect(readTexts(texts)?.body).toBe('<pre><code>a\n\n\n\nb</code></pre>');
});

test('thousands of posts with one name are named in steps that grow with their number', () => {
  let asked = 0;
  const nameFile = createNames(() => {
    asked++;
    return false;
  });
  const names = new Set(Array.from({ length: 3000 }, () => nameFile('/posts/Same', '.md')));
  expect(names.size).toBe(3000);
  expect(asked).toBeLessThanOrEqual(4 * 3000);
});
