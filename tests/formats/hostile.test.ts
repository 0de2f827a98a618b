import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../src/formats/feed.ts';
import { htmlToLine } from '../../src/formats/text.ts';
import { legalText } from '../../src/text/legal.ts';
import { expectLinearTime } from '../growth.ts';
import { options, readBack, shownText } from './sample.ts';
import { all, only, textsAt } from './xml-tree.ts';

const nasty = fc.constantFrom(
  ...[
    ']]>',
    '<![CDATA[',
    '&',
    '&amp;',
    '&#0;',
    '<',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    '<?x?>',
    '</title>',
    '\r',
    '\r\n',
  ],
  ...['\n', '\t', '\u0000', '\u000B', '\u001F', '\u007F', '\u0085', '\u0092', '\u00A0', '\u2028', '\uFEFF'],
  ...[
    '\uD800',
    '\uDFFF',
    '\uDC00\uD800',
    '\uFFFE',
    '\uFFFF',
    '\uFFFD',
    '\u{1F600}',
    '\u{1FFFE}',
    '\u{10FFFF}',
    ' ',
  ],
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** Windows-1252 from 0x80 on, as the Encoding Standard has it; 0 where it has no character. Node 20 decodes it as Latin-1. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** What XML 1.0 and HTML allow, written independently of the code: one character after the other. */
function legal(given: string): string {
  const characters = [...given.replaceAll('\r\n', '\n').replaceAll('\r', '\n')];
  return characters.map(readMeant).join('');
}

/** C1 controls are Windows-1252 that was read as Latin-1. */
function readMeant(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const meant = code >= 0x80 && code <= 0x9f ? (windows1252[code - 0x80] ?? 0) : code;
  return isLegal(meant) ? String.fromCodePoint(meant) : '';
}

function isLegal(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa;
  if (code >= 0x7f && code <= 0x9f) return false;
  if (code === 0xfeff || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe) return false;
  return code < 0xd800 || code > 0xdfff;
}

function line(given: string): string {
  return legal(given)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

describe('hostile text (R20, R22, R76)', () => {
  it('is legal afterwards, and nothing else is lost', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(legalText(given)).toBe(legal(given));
      }),
      { numRuns: 2000 },
    );
  });

  it('in every field gives well-formed documents that say it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 12, maxLength: 12 }), (given) => {
        const t = (index: number) => given[index] ?? '';
        const feed = new Feed({
          ...options,
          title: `T${t(0)}`,
          description: `D${t(1)}`,
          copyright: `C${t(2)}`,
          generator: `G${t(3)}`,
        });
        feed.addCategory(`K${t(4)}`);
        feed.addItem({
          title: `A${t(5)}`,
          link: 'https://example.org/a',
          id: `urn:${t(6)}`,
          date: new Date(0),
          content: `<p>${t(7)}</p>`,
          summary: `S${t(8)}.`,
          author: [{ name: `N${t(9)}`, email: t(9) }],
          category: [{ name: `B${t(10)}`, term: `E${t(11)}`, scheme: t(10), domain: t(11) }],
          copyright: `R${t(0)}`,
          image: { url: 'https://example.org/i.png', alt: t(1), title: t(2), type: t(3) },
          attachments: [{ url: 'https://example.org/a.mp3', title: `F${t(4)}`, type: t(5) }],
          extensions: [
            { name: 'dc:source', objects: { _attributes: { a: t(6) }, _text: `X${t(7)}` } },
            { name: '_own', objects: { text: t(8), [t(9)]: t(10) } },
          ],
        });
        const { channel, feed: atom, json } = readBack(feed);
        const entry = json.items[0];
        expect([textsAt(channel, 'title'), textsAt(atom, 'title'), json.title]).toEqual([
          [line(`T${t(0)}`)],
          [line(`T${t(0)}`)],
          line(`T${t(0)}`),
        ]);
        expect([textsAt(channel, 'item/title'), textsAt(atom, 'entry/title'), entry.title]).toEqual([
          [line(`A${t(5)}`)],
          [line(`A${t(5)}`)],
          line(`A${t(5)}`),
        ]);
        expect([textsAt(channel, 'item/guid'), entry.id]).toEqual([
          [line(`urn:${t(6)}`)],
          line(`urn:${t(6)}`),
        ]);
        const content = legal(`<p>${t(7)}</p>`);
        expect([
          textsAt(channel, 'item/content:encoded'),
          textsAt(atom, 'entry/content'),
          entry.content_html,
        ]).toEqual([[content], [content], content]);
        const summary = legal(`S${t(8)}.`);
        expect([textsAt(atom, 'entry/summary'), entry.summary]).toEqual([[summary], summary]);
        expect(shownText(only(channel, 'item/description').text)).toBe(summary);
        expect([
          textsAt(channel, 'item/dc:creator'),
          textsAt(atom, 'entry/author/name'),
          entry.authors[0]?.name,
        ]).toEqual([[line(`N${t(9)}`)], [line(`N${t(9)}`)], line(`N${t(9)}`)]);
        expect([textsAt(channel, 'item/category'), entry.tags]).toEqual([
          [line(`B${t(10)}`)],
          [line(`B${t(10)}`)],
        ]);
        expect(only(atom, 'entry/category').attributes).toMatchObject({
          term: line(`E${t(11)}`),
          label: line(`B${t(10)}`),
        });
        expect(all(atom, 'entry/link').at(-1)?.attributes.title).toBe(line(`F${t(4)}`));
        expect(textsAt(channel, 'item/dc:source')).toEqual([legal(`X${t(7)}`)]);
        expect(only(channel, 'item/dc:source').attributes.a).toBe(legal(t(6)));
        for (const document of [feed.rss2(), feed.atom1(), feed.json1()])
          expect(Buffer.from(document).toString()).toBe(document);
      }),
      { numRuns: 400 },
    );
  });

  it('as an address is refused with a sentence or written as an address', () => {
    const link = fc.oneof(
      text,
      fc.webUrl(),
      text.map((tail) => `https://example.org/${tail}`),
      text.map((tail) => `tag:${tail}`),
    );
    fc.assert(
      fc.property(link, link, (link, id) => {
        const feed = new Feed(options);
        feed.addItem({ title: 'x', link, id, date: new Date(0) });
        let documents: ReturnType<typeof readBack>;
        try {
          documents = readBack(feed);
        } catch (error) {
          expect((error as Error).message).toMatch(/^Item 1 \("x"\): "(?:link|id)" is .*\.$/s);
          return;
        }
        for (const url of textsAt(documents.channel, 'item/link'))
          expect(url).toMatch(/^[a-z][a-z\d+.-]*:[!#$%&'()*+,./:;=?@[\]\w~-]*$/i);
        expect(textsAt(documents.feed, 'entry/id')[0]).toMatch(/^[a-z][a-z\d+.-]*:[^\s<>]+$/i);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time', () => {
    const write = (long: string) => {
      const feed = new Feed(options);
      feed.addItem({
        title: '',
        link: `https://example.org/${long}`,
        id: `x ${long}`,
        date: new Date(0),
        description: long,
        content: long,
        category: [{ name: long }],
      });
      for (const method of ['rss2', 'atom1', 'json1'] as const) feed[method]();
      htmlToLine(long);
    };
    for (const bad of ['<', '&', ']]>', '<a', '&#', ' \n', '\uD800', '\u0000', '%', '[', 'é'])
      expectLinearTime((size) => write(bad.repeat(size / bad.length)), 300_000);
  });
});
