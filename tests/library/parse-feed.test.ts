import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../src/formats/feed.ts';
import { parseFeed } from '../../src/index.ts';
import { expectLinearTime } from '../growth.ts';

const UNDATED = new Date(0);
const dist = join(import.meta.dirname, '../../dist');
const open = (document: string | Uint8Array, undated?: Date) => {
  const parsed = parseFeed(document, undated ? { undated } : {});
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return parsed.feed;
};
const published = (name: string) => readFileSync(join(dist, name), 'utf8');

describe('parseFeed', () => {
  it.each(['rss.xml', 'atom.xml', 'feed.json'])('reads %s so that it is written again as it was', (name) => {
    const feed = open(published(name));
    const method = { 'rss.xml': 'rss2', 'atom.xml': 'atom1', 'feed.json': 'json1' }[name] as 'rss2';
    const items = (text: string) => text.slice(text.search(/<item>|<entry|"items"/));
    expect(items(feed[method]())).toBe(items(published(name)));
  });

  it.each(['rss.xml', 'atom.xml'])('makes of %s the JSON Feed that the same articles have', (name) => {
    const facts = (text: string) =>
      JSON.parse(text).items.map((item: Record<string, unknown>) => {
        const { id, url, title, date_published, date_modified, content_html, tags, authors } = item;
        const names = (authors as { name: string }[] | undefined)?.map((each) => each.name);
        return { id, url, title, date_published, date_modified, content_html, tags, names };
      });
    expect(facts(open(published(name)).json1())).toEqual(facts(published('feed.json')));
  });

  it('takes a description without markup for a plain summary, and one with markup for HTML', () => {
    const feed = open(published('rss.xml'));
    expect(feed.atom1()).toContain('<summary type="text">The hall wins by 61 votes.');
    const item = '<item><link>https://e.example/a</link><description>&lt;b&gt;B&lt;/b&gt;</description>';
    const encoded = '<content:encoded>C</content:encoded></item>';
    const rss = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://e.example/</link>${item}${encoded}</channel></rss>`;
    expect(open(rss, new Date(0)).atom1()).toContain('<summary type="html"><![CDATA[<b>B</b>]]></summary>');
  });

  it('keeps files, pictures, durations and elements of other namespaces', () => {
    const made = new Feed({ title: 'T', link: 'https://e.example/', podcast: true, explicit: false });
    made.addItem({
      title: 'A',
      id: 'x 1',
      link: 'https://e.example/a',
      date: new Date(0),
      audio: { url: 'https://e.example/a.mp3', length: 3, type: 'audio/mpeg', duration: 3723 },
      image: { url: 'https://e.example/i.png', type: 'image/png', width: 4, height: 5, alt: 'I' },
      extensions: [
        {
          name: 'podcast:person',
          objects: [{ _text: 'Ann' }, { _text: 'Bo', _attributes: { role: 'guest' } }] as never,
        },
        { name: 'itunes:season', objects: { _text: 2 } },
        { name: 'own:x', objects: { 'own:y': { _text: 'z' } } },
      ],
    });
    made.options.namespaces = { own: 'https://e.example/ns' };
    const again = open(made.rss2());
    expect(again.rss2()).toBe(made.rss2());
    expect(JSON.parse(again.json1()).items[0]).toMatchObject({
      id: 'x 1',
      image: 'https://e.example/i.png',
      attachments: [{ url: 'https://e.example/a.mp3', size_in_bytes: 3, duration_in_seconds: 3723 }],
    });
    expect(again.atom1()).toContain('<podcast:person role="guest">Bo</podcast:person>');
  });

  it('reads what other generators write', () => {
    const feed = open(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://e.example/"><title>T</title><link>https://e.example/</link><description>D</description></channel>
<item rdf:about="urn:x:1"><title>A &amp;amp; B</title><link>/a</link><dc:date>2025-01-02</dc:date><dc:creator>Ann</dc:creator></item></rdf:RDF>`);
    expect(JSON.parse(feed.json1())).toMatchObject({
      title: 'T',
      description: 'D',
      items: [
        {
          id: 'urn:x:1',
          title: 'A & B',
          url: 'https://e.example/a',
          date_published: '2025-01-02T00:00:00Z',
          authors: [{ name: 'Ann' }],
        },
      ],
    });
  });

  it('keeps what directories read of a show and its episodes', () => {
    const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
    const rdf =
      'xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
    const channel = [
      '<pubDate>Sun, 20 May 2012 04:00:00 GMT</pubDate>',
      '<itunes:category text="Arts"><itunes:category text="Books"/></itunes:category><itunes:category text="News"/>',
      '<admin:generatorAgent rdf:resource="https://e.example/"/>',
    ];
    const item = [
      '<itunes:explicit>true</itunes:explicit>',
      '<itunes:image href="https://e.example/i.jpg"/>',
      '<itunes:author>Guest</itunes:author>',
      '<itunes:duration>7:04</itunes:duration>',
      '<itunes:title>Short</itunes:title>',
    ];
    const rss = `<rss version="2.0" ${itunes} ${rdf}><channel><title>T</title><link>https://e.example/</link>
      <lastBuildDate>Mon, 21 May 2012 04:00:00 GMT</lastBuildDate>${channel.join('')}
      <item><guid>1</guid><title>A</title>${item.join('')}</item></channel></rss>`;
    const written = open(rss).rss2().replace(/>\s+</g, '><');
    for (const element of [...channel, ...item]) expect(written.split(element), element).toHaveLength(2);
  });

  it('gives items without a date the one that it is told, and else none', () => {
    const rss =
      '<rss version="2.0"><channel><link>https://e.example/</link><item><guid>1</guid></item></channel></rss>';
    expect(open(rss).json1()).not.toContain('date_');
    expect(() => open(rss).atom1()).toThrow('"date" is not a date');
    expect(open(rss, new Date(0)).json1()).toContain('1970-01-01T00:00:00Z');
  });

  it('says what is no feed, with the place', () => {
    for (const [text, reason] of [
      ['<html></html>', 'HTML page'],
      ['<rss><channel>', 'cut off'],
      ['{"a":1}', 'not a JSON Feed'],
      ['{', 'not JSON'],
      ['<x/>', 'root element is <x>'],
    ] as const)
      expect(parseFeed(text, { source: 's.xml' })).toMatchObject({
        problem: { code: 'unreadable-feed', file: 's.xml', message: expect.stringContaining(reason) },
      });
  });

  it('throws for no document, whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const xml = fc.letrec((tie) => ({
      node: fc.oneof(
        text.map((each) => each.replace(/[<&]/g, '')),
        fc
          .tuple(
            fc.constantFrom('item', 'title', 'link', 'guid', 'enclosure', 'pubDate', 'x:y', 'category'),
            fc.array(tie('node')),
          )
          .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
      ),
    })).node;
    fc.assert(
      fc.property(xml, (inside) => {
        const parsed = parseFeed(`<rss xmlns:x="urn:x"><channel>${inside}</channel></rss>`, {
          undated: new Date(0),
        });
        if ('feed' in parsed) {
          parsed.feed.options.onProblem = () => undefined;
          parsed.feed.options.link = 'https://e.example/';
          expect(JSON.parse(parsed.feed.json1()).version).toContain('jsonfeed');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a document of thousands of elements that no field says', () => {
  const start = '<rss version="2.0" xmlns:x="urn:x"><channel><title>t</title><item><title>t</title>';

  it.each([
    ['beside each other', (all: string) => all],
    ['in one', (all: string) => `<x:all>${all}</x:all>`],
  ])('is read in time that grows with its length: %s', (_, hold) => {
    expectLinearTime((size) => {
      const feed = open(`${start}${hold('<x:a b="c">d</x:a>'.repeat(size))}</item></channel></rss>`, UNDATED);
      expect(feed.items).toHaveLength(1);
    }, 16_000);
  });

  it('has no element that changes what all objects have', () => {
    const feed = open(
      `${start}<x:all><__proto__><y>z</y></__proto__></x:all></item></channel></rss>`,
      UNDATED,
    );
    const [all] = feed.items[0]?.extensions ?? [];
    expect(Object.getPrototypeOf(all?.objects)).toBe(Object.prototype);
  });
});
