import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cutShowNotes } from '../../src/formats/show-notes.ts';
import { expectLinearTime } from '../growth.ts';

test.each([
  ['<p>Plain <a href="https://a.example/?x=1&amp;y">link</a></p>', undefined],
  ['<h2>Notes</h2><p>A <strong>b</strong> &amp; c</p>', '<p>Notes</p>\n<p>A b &amp; c</p>\n'],
  ['<blockquote><p>One<br>two</p></blockquote>', '<p>One two</p>\n'],
  ['<p><img src="a.png" alt="x"></p><p>Text</p>', '<p>Text</p>\n'],
  [
    '<ul class="x"><li>a<ul><li><em>b</em></li></ul></li></ul>',
    '<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n</ul>\n',
  ],
  ['<a class="b" title="c>d" href="/e">f</a><!-- g --><div>h</div>', '<p><a href="/e">f</a></p>\n<p>h</p>\n'],
  ['<table><tr><td>1</td><td>2</td></tr></table>', '<p>1</p>\n<p>2</p>\n'],
])('show notes hold what directories take: %s', (html, notes) => {
  expect(cutShowNotes(html)).toBe(notes ?? html);
});

it('are cut between paragraphs, in lists too, and keep their end tags (P19)', () => {
  const notes = cutShowNotes(
    `<p>First</p><ol>${'<li><b>An entry of the list.</b></li>'.repeat(500)}</ol><p>Last</p>`,
  );
  expect(Buffer.byteLength(notes)).toBeLessThanOrEqual(4000);
  expect(Buffer.byteLength(notes)).toBeGreaterThan(3800);
  expect(notes).toMatch(/^<p>First<\/p>\n<ol><li>An entry[\s\S]*An entry of the list\.<\/li>\n<\/ol>$/);
});

it('are cut between words when there is but one long paragraph', () => {
  const notes = cutShowNotes(`<p>${'wörter 😀 '.repeat(2000)}</p>`);
  expect(Buffer.byteLength(notes)).toBeLessThanOrEqual(4000);
  expect(notes).toMatch(/^<p>(?:wörter 😀 )+wörter(?: 😀)?…<\/p>$/u);
});

it('are never longer than directories take, and never empty for a text', () => {
  const part = fc.constantFrom(
    '<p>',
    '</p>',
    '<ul><li>',
    '</li></ul>',
    '<h1>',
    '</h1>',
    'é'.repeat(900),
    'a b',
    '&amp;',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const notes = cutShowNotes(`<p>x</p>${parts.join('')}`);
      expect(Buffer.byteLength(notes)).toBeLessThanOrEqual(4000);
      expect(notes).not.toBe('');
    }),
  );
});

it('take linear time (R71)', () => {
  for (const part of ['<p>', '<', '<a "', '<!--', '<ul><li>', 'x ', '<b>x</b>'])
    expectLinearTime((size) => void cutShowNotes(part.repeat(size)), 50_000);
});
