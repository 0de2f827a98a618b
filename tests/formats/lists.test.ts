import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseOpml } from 'feedsmith';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { writeFeedMenu } from '../../src/formats/feed-menu.ts';
import { writeHeaders } from '../../src/formats/headers.ts';
import { writeLinks } from '../../src/formats/links.ts';
import { type ListedFeed, writeOpml } from '../../src/formats/opml.ts';
import { readXml } from '../../src/publish/read-xml.ts';

const address = (path: string) => ({ path, url: `https://you.example/${path}` });
const main: ListedFeed = {
  title: 'You & <b>me</b>',
  description: 'Notes "quoted"',
  language: 'de-AT',
  documents: [
    { format: 'rss', ...address('rss.xml') },
    { format: 'atom', ...address('atom.xml') },
    { format: 'json', ...address('feed.json') },
  ],
  url: 'https://you.example/rss.html',
};
const news: ListedFeed = {
  title: 'News',
  documents: [{ format: 'atom', ...address('tags/%C3%BC/atom.xml') }],
  url: 'https://you.example/',
};
const jsonOnly: ListedFeed = {
  ...news,
  title: 'Machine',
  documents: [{ format: 'json', ...address('m.json') }],
};

describe('feeds.opml', () => {
  it('lists every feed once, as OPML 2.0 says, for a parser that is not ours (R44)', () => {
    const opml = parseOpml(writeOpml('All of You', [main, news, jsonOnly]));
    expect(opml.head?.title).toBe('All of You');
    expect(opml.body?.outlines).toEqual([
      {
        text: main.title,
        title: main.title,
        type: 'rss',
        version: 'RSS2',
        xmlUrl: 'https://you.example/rss.xml',
        htmlUrl: main.url,
        language: 'de-at',
        description: main.description,
      },
      {
        text: 'News',
        title: 'News',
        type: 'rss',
        version: 'ATOM1',
        xmlUrl: 'https://you.example/tags/%C3%BC/atom.xml',
        htmlUrl: 'https://you.example/',
      },
      {
        text: 'Machine',
        title: 'Machine',
        type: 'rss',
        xmlUrl: 'https://you.example/m.json',
        htmlUrl: 'https://you.example/',
      },
    ]);
  });

  it('is well-formed and keeps any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        let outlines = 0;
        readXml(writeOpml(title, [{ ...news, title, description: title }]), {
          wants: () => false,
          read: (path) => {
            if (path === 'opml/body/outline') outlines += 1;
          },
        });
        expect(outlines).toBe(1);
      }),
    );
  });
});

describe('autodiscovery links', () => {
  it('have the default feed first, with type, title and address (R44)', () => {
    const links = parseFragment(
      writeLinks([
        { ...main, language: 'en' },
        { ...news, language: 'de' },
      ]),
    ).childNodes.filter((node) => 'attrs' in node);
    expect(links.map(({ attrs }) => attrs.map(({ value }) => value))).toEqual([
      ['alternate', 'application/rss+xml', 'You & <b>me</b> (RSS)', 'https://you.example/rss.xml'],
      ['alternate', 'application/atom+xml', 'You & <b>me</b> (Atom)', 'https://you.example/atom.xml'],
      ['alternate', 'application/feed+json', 'You & <b>me</b> (JSON Feed)', 'https://you.example/feed.json'],
      ['alternate', 'application/atom+xml', 'de', 'News', 'https://you.example/tags/%C3%BC/atom.xml'],
    ]);
  });

  it('keep any title inside its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const nodes = parseFragment(writeLinks([{ ...news, title }])).childNodes;
        expect(nodes.map(({ nodeName }) => nodeName)).toEqual(['link', '#text']);
      }),
    );
  });
});

describe('_headers', () => {
  it('has a rule with type and age for every document', () => {
    expect(writeHeaders(news.documents, {})).toBe(
      '/tags/%C3%BC/atom.xml\n' +
        '  Content-Type: application/atom+xml; charset=utf-8\n' +
        '  Cache-Control: public, max-age=900\n' +
        '  X-Content-Type-Options: nosniff\n',
    );
  });

  it('announces the hub and the feed itself for WebSub (R43), and keeps to the ttl', () => {
    const text = writeHeaders(main.documents, { hub: 'https://hub.example/\nX-Evil: 1', ttl: 60 });
    expect(text.match(/^ {2}Link: .*$/gm)).toEqual(
      main.documents.map(
        ({ url }) => `  Link: <https://hub.example/X-Evil:%201>; rel="hub", <${url}>; rel="self"`,
      ),
    );
    expect(text).toContain('max-age=3600');
  });
});

describe('feed-menu.json', () => {
  // The schema of draft-nottingham-feed-menu-00, in short.
  const text = { type: 'string' };
  const isMenu = new Ajv().compile({
    type: 'object',
    required: ['feed-menu', 'items'],
    additionalProperties: false,
    properties: {
      'feed-menu': text,
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['feed-title'],
          anyOf: [{ required: ['rss'] }, { required: ['atom'] }],
          properties: { 'feed-title': text, description: text, rss: text, atom: text },
          additionalProperties: false,
        },
      },
    },
  });

  it('has one entry for each feed that is RSS or Atom', () => {
    const menu = JSON.parse(writeFeedMenu('You', [main, news, jsonOnly]));
    expect(isMenu(menu)).toBe(true);
    expect(menu.items).toEqual([
      {
        'feed-title': main.title,
        description: main.description,
        rss: 'https://you.example/rss.xml',
        atom: 'https://you.example/atom.xml',
      },
      { 'feed-title': 'News', atom: 'https://you.example/tags/%C3%BC/atom.xml' },
    ]);
  });
});
