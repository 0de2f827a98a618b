import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFrontMatter } from '../../src/articles/front-matter.ts';
import { insertId } from '../../src/articles/insert-id.ts';
import { splitArticle } from '../../src/articles/split-article.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite, runCli } from '../run-cli.ts';
import '../seed.ts';

/** The metadata and the body of an article without a preset; nothing where the text has no metadata. */
function read(text: string) {
  const bytes = Buffer.from(text);
  const split = splitArticle(bytes, true, undefined);
  if (split.kind !== 'block') return undefined;
  const { data, problems } = readFrontMatter(split, 'a.md');
  expect(problems).toEqual([]);
  return { data: { ...data }, body: bytes.toString('utf8', split.bodyOffset) };
}

describe('metadata without fences', () => {
  const data = { Title: 'A: b "c"', Date: '2020-01-05 10:00' };
  test.each([
    ['up to a blank line', 'Title: A: b "c"\nDate: 2020-01-05 10:00\n\nText: x\n', data, 'Text: x\n'],
    ['with CR LF', 'Title: A: b "c"\r\nDate: 2020-01-05 10:00\r\n\r\nText\r\n', data, 'Text\r\n'],
    ['after a byte order mark', '\uFEFFTitle: A: b "c"\nDate: 2020-01-05 10:00\n\nText', data, 'Text'],
    ['up to the first other line', 'Title: A: b "c"\nDate: 2020-01-05 10:00\n# Text\n', data, '# Text\n'],
    ['alone', 'Title: A: b "c"\nDate: 2020-01-05 10:00', data, ''],
    ['with longer values', 'Title: A:\n    b\n\t"c"\nDate: 2020-01-05 10:00\n\nText', data, 'Text'],
    ['twice', 'Title: A: b "c"\nTitle: D\n    E\nDate: 2020-01-05 10:00\n\nText', data, 'Text'],
    [
      'with lists',
      'Title: A\nTags: b, c\nAuthors: Doe, Jane; Roe\n\nText',
      { Title: 'A', Tags: ['b', 'c'], Authors: ['Doe, Jane', 'Roe'] },
      'Text',
    ],
    [
      'in a comment',
      '<!--\n.. title: A: b "c"\n.. slug:\n-->\n\nText',
      { title: 'A: b "c"', slug: '' },
      '\n\nText',
    ],
  ])('is read %s', (_, text, expected, body) => {
    expect(read(text)).toEqual({ data: expected, body });
  });

  test.each([
    ['text with a colon', 'Warning: do not touch\n\nText'],
    ['a heading', '# Title: A\nDate: 2020-01-05\n'],
    ['a URL', 'https://example.com/\nTitle: A\n'],
    ['words before a colon', 'The title: of it\n'],
    ['YAML whose fences were forgotten', 'title: A\ntags:\n  - b\n\nText'],
    ['a comment', '<!-- title: A -->\n\nText'],
    ['a comment of several lines', '<!--\ntitle: A\n-->\n\nText'],
    ['an empty title', 'Title:\nAuthor: Ann\n\nText'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is none where the tool reads none', () => {
    const bytes = Buffer.from('Title: A\nDate: 2020-01-05\n\nText');
    expect(splitArticle(bytes, true, 'hugo').kind).toBe('none');
  });

  it('goes on where the first page of a file ends', () => {
    expect(splitArticle(Buffer.from('Title: A\nSummary: b'), false, undefined).kind).toBe('incomplete');
  });

  it('loses no text, whatever it is', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Title: A',
        'Date: 2020-01-05',
        '',
        '    more',
        '- item',
        '<!--',
        '.. title: A',
        '-->',
        '---',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const split = splitArticle(Buffer.from(text), true, undefined);
        if (split.kind !== 'block' || split.language !== 'lines') return;
        const body = Buffer.from(text).toString('utf8', split.bodyOffset);
        const between = text.slice(0, text.length - body.length).split(split.text);
        expect(between.join('')).toMatch(/^(?:\uFEFF)?(?:<!--\s*-->|\s*)$/);
      }),
    );
  });

  it('takes no time', () => {
    expectLinearTime((size) => read(`Title: A\n${'    b\n'.repeat(size)}`), 20_000);
    expectLinearTime((size) => read(`Title: A\n${'Title: b\n'.repeat(size)}`), 10_000);
    expectLinearTime((size) => read(`<!--\n${'.. title: A\n'.repeat(size)}`), 10_000);
  });
});

describe('an id in metadata without fences', () => {
  test.each([
    [
      'Title: A\nDate: 2020-01-05\n\nText\n',
      'id: https://old.example/a\nTitle: A\nDate: 2020-01-05\n\nText\n',
    ],
    ['Title: A\r\n\r\nText\r\n', 'id: https://old.example/a\r\nTitle: A\r\n\r\nText\r\n'],
    ['<!--\n.. title: A\n-->\nText\n', '<!--\n.. id: https://old.example/a\n.. title: A\n-->\nText\n'],
  ])('is a line of it: %j', (text, expected) => {
    const inserted = insertId(Buffer.from(text), 'https://old.example/a');
    expect(inserted).toMatchObject({ kind: 'inserted', lines: 1 });
    expect('bytes' in inserted && inserted.bytes.toString()).toBe(expected);
  });

  it('stands between fences where the tool reads no metadata', () => {
    const inserted = insertId(Buffer.from('Title: A\n\nText\n'), 'https://old.example/a', 'hugo');
    expect('bytes' in inserted && inserted.bytes.toString()).toMatch(/^---\nid: .*\n---\nTitle: A\n/);
  });
});

describe('a folder made for Pelican', () => {
  it('becomes feeds as it is', () => {
    const folder = makeSite({
      'feedwright.yaml': 'site: https://example.org/blog/\ntitle: Quay\narticles: content\nformats: [json]\n',
      'content/tides.md':
        'Title: Tides: high & low\nDate: 2020-01-05 10:00\nTags: sea, moon\nAuthors: Doe, Jane; Max Roe\nStatus: published\n\n' +
        'See [nets]({filename}/nets.md#a), [lost]({filename}lost.rst), [tag]({tag}sea), [home]({index}) ![tide]({static}/images/tide.png)\n',
      'content/nets.md': 'Title: Nets\nDate: 2020-01-04\nSlug: mending-nets\n\nText.\n',
      'content/later.md': 'Title: Later\nDate: 2020-01-06\nStatus: draft\n\nText.\n',
      'content/unseen.md': 'Title: Unseen\nDate: 2020-01-06\nStatus: hidden\n\nText.\n',
    });
    const { error } = runCli(folder, ['build']);
    const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
    expect(items).toMatchObject([
      {
        title: 'Tides: high & low',
        tags: ['sea', 'moon'],
        authors: [{ name: 'Doe, Jane' }, { name: 'Max Roe' }],
        content_html:
          '<p>See <a href="https://example.org/blog/mending-nets/#a">nets</a>, lost, tag, <a href="https://example.org/blog/">home</a> ' +
          '<img src="https://example.org/blog/images/tide.png" alt="tide"></p>',
      },
      { title: 'Nets', url: 'https://example.org/blog/mending-nets/' },
    ]);
    expect(items).toHaveLength(2);
    expect(error).toContain('content/tides.md:7 warning removed-content');
    expect(error).toContain('"link to a page of Pelican"');
    expect(error).toContain('"link to an unknown article"');
  });
});
