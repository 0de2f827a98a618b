import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTags } from '../../src/lint/html-tags.ts';
import { parseJson } from '../../src/lint/json-tree.ts';
import { inspectFeed } from '../../src/lint/lint-feed.ts';
import { expectLinearTime } from '../growth.ts';
import { atom, json, rdf, rss } from './good-feeds.ts';

const inspect = (bytes: Uint8Array) => inspectFeed(bytes, { file: 'feed', now: 0 });

/** Pieces of feeds in any order, and a good feed cut, doubled or with characters exchanged. */
const words = [...new Set([rss, atom, json, rdf].flatMap((text) => text.split(/(?<=[>"])/)))];
const pieces = fc.array(fc.constantFrom(...words, '&', '<', ']]>', '\0', '\uD800'), { maxLength: 40 });
const damaged = fc
  .record({
    text: fc.constantFrom(rss, atom, json, rdf),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    put: fc.string({ unit: 'binary', maxLength: 20 }),
  })
  .map(({ text, at, length, put }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + put + text.slice(start + length);
  });

describe('documents by strangers', () => {
  it('are inspected without failing, whatever they are; every finding has a place in the document', () => {
    const any = fc.oneof(
      damaged.map((text) => Buffer.from(text)),
      pieces.map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        const lines = Buffer.from(bytes).toString('utf8').split('\n').length + 1;
        for (const { line, column = 1, message, hint } of inspect(bytes)) {
          expect(line).toBeGreaterThan(0);
          // UTF-16 has line ends that this count does not see.
          if (bytes[0] !== 0xfe && bytes[0] !== 0xff) expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['tags without end', `${'<a href="'.repeat(100_000)}`],
    ['open elements', '<p>'.repeat(300_000)],
    ['quotes', `<a ${'"=\''.repeat(200_000)}>`],
    ['blanks', `<a ${' '.repeat(500_000)}=`],
    ['comments', '<!--'.repeat(200_000)],
    ['scripts', '<script>'.repeat(150_000)],
    ['entities', '&a'.repeat(300_000)],
  ])('are read in time: %s', (_, content) => {
    expectLinearTime((size) => {
      const part = content.slice(0, size);
      inspect(Buffer.from(rss.replace('<p>A <a', `${part.replaceAll(']]>', '')}<p>A <a`)));
      inspect(Buffer.from(rss.replace('<title>Second', `<title>${part.replaceAll(/[<&]/g, '&lt;')}`)));
      const item = { content_html: part };
      inspect(Buffer.from(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [item] })));
    }, content.length);
  });

  it('are read in time: values of any length', () => {
    for (const part of ['a', ' ', '1', 'a@', 'a.', 'a-', 'Mon, ', '('])
      for (const before of ['', 'a@', 'tag:'])
        expectLinearTime((size) => {
          const value = before + part.repeat(size);
          const dated = rss.replaceAll('Mon, 03 Nov 2025', value);
          inspect(Buffer.from(dated.replace('mail@harbour.example (Ada Pier)', value)));
          const linked = atom.replaceAll('https://harbour.example/ships/', value);
          inspect(Buffer.from(linked.replaceAll('text/html', value)));
        }, 100_000);
  });
});

describe('JSON', () => {
  it('is what JSON.parse takes, and nothing else', () => {
    const like = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '1',
        '-0',
        '1.',
        '.5',
        '1e3',
        'true',
        'nul',
        ' ',
        '\n',
        '"\\u00e4"',
        '"\\x"',
      ),
      { maxLength: 12 },
    );
    const text = fc.oneof(
      fc.json(),
      like.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        let isJson = true;
        try {
          JSON.parse(written);
        } catch {
          isJson = false;
        }
        expect('node' in parseJson(written)).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tags', () => {
  it.each([
    ['<a href="x>y" title=\'<b>\'>z</a>', ['a']],
    ['a < b <i>c</i>', ['i']],
    ['<!-- <b> --><u>', ['u']],
    ['<script>if (a<b) "<i>"</script><em>', ['script', 'em']],
    ['<IMG SRC=a.png/>', ['img']],
    ['<p', []],
  ])('of %s', (html, names) => {
    expect(readTags(html).map(({ name }) => name)).toEqual(names);
  });
});
