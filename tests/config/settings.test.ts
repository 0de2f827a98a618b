import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { GOOD, listPlaces, loadText, makeFolder } from './site-folder.ts';

const BASE = 'site: https://example.com/\ntitle: T\n';

describe('a complete configuration', () => {
  it('is loaded with absolute paths and addresses', () => {
    const folder = makeFolder({ 'feedwright.yaml': GOOD, 'articles/': '' });
    expect(loadConfig({ workingDirectory: folder })).toEqual({
      problems: [],
      config: {
        root: folder,
        workingDirectory: folder,
        file: 'feedwright.yaml',
        site: 'https://example.com/',
        atomBase: 'https://example.com/',
        title: 'Harbour News',
        description: 'News from the harbour',
        language: 'en',
        timeZone: 'Europe/Berlin',
        authors: [
          { name: 'Ada Lovelace', email: 'ada@example.com' },
          {
            name: 'Grace Hopper',
            email: 'grace@example.com',
            url: 'https://example.com/grace/',
            avatar: 'https://example.com/grace.png',
          },
        ],
        articles: [join(folder, 'articles')],
        ownExclusions: [{ pattern: 'drafts/**', place: { file: 'feedwright.yaml', line: 14, column: 5 } }],
        exclude: ['drafts/**'],
        output: join(folder, 'public'),
        sources: [folder],
        permalink: '/:year/:month/:day/:slug/',
        permalinks: [],
        languageFolders: {},
        id: 'tag:example.com,2024:/:slug',
        limit: 30,
        content: 'summary',
        where: [],
        feeds: [],
        facets: [],
        complete: false,
        pages: { index: 'follow/index.html', colour: '#0a5c8f' },
        lists: [
          { kind: 'opml', path: 'blog.opml' },
          { kind: 'headers', path: '_headers' },
        ],
        formats: [
          { format: 'rss', path: 'feed.xml' },
          { format: 'atom', path: 'feeds/atom.xml' },
        ],
        image: 'https://example.com/logo.png',
        icon: 'https://example.com/icon.png',
        copyright: '© Harbour News',
        hub: 'https://hub.example.com/',
        ttl: 60,
        preset: 'jekyll',
        sourceMarkdown: false,
        quiet: [],
        notes: false,
        bylines: false,
        onError: 'skip',
        flood: 5,
        allow: [],
        lines: {
          site: 1,
          title: 2,
          description: 3,
          language: 4,
          timeZone: 5,
          authors: 6,
          articles: 12,
          exclude: 13,
          output: 15,
          permalink: 16,
          id: 17,
          limit: 18,
          content: 19,
          formats: 20,
          image: 24,
          icon: 25,
          copyright: 26,
          hub: 27,
          ttl: 28,
          preset: 29,
          onError: 30,
          pages: 31,
          lists: 34,
        },
      },
    });
  });

  it('needs only site and title; every other setting has its default', () => {
    const { config, problems } = loadText(BASE);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      description: 'T',
      timeZone: 'UTC',
      authors: [],
      exclude: [],
      permalink: '/:path/',
      limit: 20,
      content: 'full',
      sourceMarkdown: false,
      formats: [
        { format: 'rss', path: 'rss.xml' },
        { format: 'atom', path: 'atom.xml' },
        { format: 'json', path: 'feed.json' },
      ],
      onError: 'stop',
    });
    expect(config?.output).toBe(join(config?.root ?? '', 'dist'));
    expect(config?.articles).toEqual([join(config?.root ?? '', 'articles')]);
    for (const key of ['language', 'id', 'image', 'icon', 'copyright', 'hub', 'ttl', 'preset'])
      expect(config).not.toHaveProperty(key);
  });
});

/** The line that is added to site and title, and what the configuration then holds. */
const ACCEPTED: readonly (readonly [line: string, expected: object])[] = [
  ['description: "  two\\n  lines "', { description: 'two lines' }],
  ['language: zh-Hans-CN', { language: 'zh-Hans-CN' }],
  ['timeZone: America/Argentina/Buenos_Aires', { timeZone: 'America/Argentina/Buenos_Aires' }],
  ['timeZone: UTC', { timeZone: 'UTC' }],
  ['author: Ada Lovelace', { authors: [{ name: 'Ada Lovelace' }] }],
  ['author: Ada, Countess of Lovelace', { authors: [{ name: 'Ada, Countess of Lovelace' }] }],
  ['author: Ada <mailto:ada@example.com>', { authors: [{ name: 'Ada', email: 'ada@example.com' }] }],
  ['author: Ada <https://ada.example>', { authors: [{ name: 'Ada', url: 'https://ada.example/' }] }],
  ['author: <ada@example.com>', { authors: [{ name: 'ada@example.com', email: 'ada@example.com' }] }],
  ['author: Ada <3', { authors: [{ name: 'Ada <3' }] }],
  ['authors: { name: Ada }', { authors: [{ name: 'Ada' }] }],
  [
    'authors: [Ada, { name: Bea, url: /bea }]',
    { authors: [{ name: 'Ada' }, { name: 'Bea', url: 'https://example.com/bea' }] },
  ],
  ['exclude: ./old/', { exclude: ['old/**'] }],
  ['exclude: ["a/*", "a/*", b.md]', { exclude: ['a/*', 'b.md'] }],
  ['permalink: :year/:title.html', { permalink: '/:year/:title.html' }],
  ['permalink: pretty', { permalink: 'pretty' }],
  ['id: https://old.example/?p=:slug', { id: 'https://old.example/?p=:slug' }],
  ['id: ":url#old"', { id: ':url#old' }],
  ['limit: 1', { limit: 1 }],
  ['limit: 1000', { limit: 1000 }],
  ['flood: 0', { flood: 0 }],
  ['allow: flood', { allow: ['flood'] }],
  ['allow: [id-changed, feed-url-changed]', { allow: ['id-changed', 'feed-url-changed'] }],
  ['content: full', { content: 'full' }],
  [
    'formats: [json, rss]',
    {
      formats: [
        { format: 'rss', path: 'rss.xml' },
        { format: 'json', path: 'feed.json' },
      ],
    },
  ],
  [
    'formats: { rss: index.xml, atom: false, json: true }',
    {
      formats: [
        { format: 'rss', path: 'index.xml' },
        { format: 'json', path: 'feed.json' },
      ],
    },
  ],
  [
    'formats: { rss: { path: a.xml, aliases: [feed.xml, old/index.rdf] }, atom: { aliases: old.xml }, json: false }',
    {
      formats: [
        { format: 'rss', path: 'a.xml', aliases: ['feed.xml', 'old/index.rdf'] },
        { format: 'atom', path: 'atom.xml', aliases: ['old.xml'] },
      ],
    },
  ],
  [
    'formats: { rss: a/b.c/ü.rss, atom: x.atom, json: y.json }',
    {
      formats: [
        { format: 'rss', path: 'a/b.c/ü.rss' },
        { format: 'atom', path: 'x.atom' },
        { format: 'json', path: 'y.json' },
      ],
    },
  ],
  ['image: https://cdn.example.com/a.png', { image: 'https://cdn.example.com/a.png' }],
  ['icon: //cdn.example.com/a.png', { icon: 'https://cdn.example.com/a.png' }],
  ['hub: HTTP://hub.example.com', { hub: 'http://hub.example.com/' }],
  ['ttl: 1', { ttl: 1 }],
  ['onError: stop', { onError: 'stop' }],
  ['sourceMarkdown: true', { sourceMarkdown: true }],
  ['$schema: ./feedwright.schema.json', { title: 'T' }],
];

/** The third line of a configuration, the column of the problem, its code, and what the line of the hint says. */
const REFUSED: readonly (readonly [line: string, column: number, code: string, hint: string])[] = [
  ['description: 5', 14, 'bad-value', "description: '5'"],
  ['description: ""', 14, 'bad-value', 'description: News from the harbour'],
  ['description:', 1, 'empty-value', 'description: News from the harbour'],
  ['language: en_US.UTF-8', 11, 'bad-value', 'language: en-US'],
  ['language: [en]', 11, 'bad-value', 'language: en'],
  ['timeZone: Berlin', 11, 'bad-value', 'timeZone: Europe/Berlin'],
  ['timeZone: America/New York', 11, 'bad-value', 'timeZone: Europe/Berlin'],
  ['timeZone: Europe/Belrin', 11, 'bad-value', 'timeZone: Europe/Berlin'],
  ['timeZone: "+02:00"', 11, 'bad-value', 'timeZone: Europe/Berlin'],
  ['author: []', 9, 'bad-value', 'author: Ada Lovelace <ada@example.com>'],
  ['author: true', 9, 'bad-value', "author: 'true'"],
  ['author: { name: Ada, mail: a@b.c }', 22, 'unknown-key', 'email'],
  ['author: { email: a@b.c }', 9, 'missing-key', 'name: Ada Lovelace'],
  ['authors: [Ada, { name: B, email: b }]', 34, 'bad-value', 'email: ada@example.com'],
  ['authors: [Ada, { name: B, url: "javascript:x" }]', 32, 'bad-value', 'url: '],
  ['authors: [Ada, { name: B, url: "https://[" }]', 32, 'bad-value', 'url: '],
  ['authors: [Ada, 7]', 16, 'bad-value', "'7'"],
  ['articles: 5', 11, 'bad-value', "articles: '5'"],
  ['articles: []', 11, 'bad-value', 'articles: articles'],
  ['articles: nowhere', 11, 'folder-not-found', 'articles: articles'],
  ['articles: [articles, nowhere]', 22, 'folder-not-found', 'articles: articles'],
  ['articles: feedwright.yaml', 11, 'folder-not-found', 'articles: articles'],
  ['articles: [., notes]', 11, 'nested-folder', 'Remove one'],
  ['exclude: 1', 10, 'bad-value', "exclude: '1'"],
  ['exclude: { a: b }', 10, 'bad-value', 'exclude: '],
  ['output: []', 9, 'bad-value', 'output: dist'],
  ['output: "a\\0b"', 9, 'bad-value', 'output: dist'],
  ['permalink: /blog/', 12, 'bad-value', 'permalink: /:year/:month/:day/:slug/'],
  ['permalink: https://example.com/:slug', 12, 'bad-value', 'permalink: /:slug'],
  ['permalink: /../:slug', 12, 'bad-value', 'permalink: '],
  ['permalink: /:slug/..', 12, 'bad-value', 'permalink: '],
  ['permalink: /:yaer/:slug', 12, 'unknown-placeholder', ':year'],
  ['permalink: { de: { default: /:yaer/ } }', 29, 'unknown-placeholder', ':year'],
  ['permalink: { de: { nowhere: /:slug/ } }', 20, 'folder-not-found', 'relative'],
  ['permalink: { articles: { default: /:slug/ } }', 24, 'bad-value', 'articles: /:year/:month/:day/:slug/'],
  ['permalink: { de: { default: { a: /:slug/ } } }', 29, 'bad-value', 'default: '],
  ['id: fixed', 5, 'bad-value', 'id: '],
  ['id: tag:example.com,2024:all', 5, 'unknown-placeholder', ':slug'],
  ['id: https://example.com/:sulg', 5, 'unknown-placeholder', ':slug'],
  ['flood: -1', 8, 'bad-value', 'flood: 5'],
  ['allow: missing-date', 8, 'bad-value', 'allow: '],
  ['limit: 0', 8, 'bad-value', 'limit: 1000'],
  ['limit: all', 8, 'bad-value', 'limit: 1000'],
  ['limit: 1001', 8, 'bad-value', 'limit: 1000'],
  ['limit: "20"', 8, 'bad-value', 'limit: 20'],
  ['limit: 2.5', 8, 'bad-value', 'limit: 3'],
  ['limit: .nan', 8, 'bad-value', 'limit: 20'],
  ['content: Full', 10, 'bad-value', 'content: full'],
  ['content: sumary', 10, 'bad-value', 'content: summary'],
  ['formats: rss', 10, 'bad-value', 'formats: '],
  ['formats: []', 10, 'bad-value', 'formats: '],
  ['formats: [rss, rss]', 10, 'bad-value', 'formats: '],
  ['formats: [rss, jsno]', 16, 'bad-value', 'json'],
  ['formats: { rss: ../feed.xml }', 17, 'bad-value', 'rss: feed.xml'],
  ['formats: { rss: a/../../feed.xml }', 17, 'bad-value', 'rss: '],
  ['formats: { rss: /feed.xml }', 17, 'bad-value', 'rss: feed.xml'],
  ['formats: { rss: C:\\feed.xml }', 17, 'bad-value', 'rss: rss.xml'],
  ['formats: { rss: "a\\0.xml" }', 17, 'bad-value', 'rss: rss.xml'],
  ['formats: { rss: feed }', 17, 'bad-value', 'rss: feed.xml'],
  ['formats: { json: feed.xml }', 18, 'bad-value', 'json: '],
  ['formats: { rdf: feed.xml }', 12, 'unknown-key', 'rss'],
  ['formats: { rss: { path: ../a.xml } }', 25, 'bad-value', 'path: '],
  ['formats: { rss: { aliases: ../a.xml } }', 28, 'bad-value', 'aliases: a.xml'],
  ['formats: { rss: { aliases: [a.xml, b/../../a.xml] } }', 36, 'bad-value', 'feed.xml'],
  ['formats: { rss: { aliases: [/a.xml] } }', 29, 'bad-value', 'a.xml'],
  ['formats: { rss: { aliases: [a.xml, a.xml] } }', 28, 'bad-value', 'aliases: [feed.xml]'],
  ['formats: { rss: { alias: a.xml } }', 19, 'unknown-key', 'aliases'],
  ['formats: { rss: { aliases: [Rss.xml] } }', 28, 'same-feed-path', 'different path'],
  ['formats: { rss: { aliases: [feed.xml] }, atom: feed.xml }', 28, 'same-feed-path', 'different path'],
  ['formats: { json: { aliases: index.xml } }', 29, 'bad-value', 'for example "aliases: index.json"'],
  ['formats: { rss: feed.xml, atom: FEED.xml }', 33, 'same-feed-path', 'different path'],
  ['formats: { rss: false, atom: false, json: false }', 10, 'no-formats', 'Remove one'],
  ['image: "data:image/png;base64,AA"', 8, 'bad-value', 'image: /logo.png'],
  ['image: "https://["', 8, 'bad-value', 'image: /logo.png'],
  ['icon: javascript:alert(1)', 7, 'bad-value', 'icon: /icon.png'],
  ['copyright: 2024', 12, 'bad-value', "copyright: '2024'"],
  ['hub: hub.example.com', 6, 'bad-value', 'hub: https://hub.example.com'],
  ['hub: /hub', 6, 'bad-value', 'hub: https://hub.example.com/'],
  ['ttl: 0', 6, 'bad-value', 'ttl: 60'],
  ['ttl: 1 hour', 6, 'bad-value', 'ttl: 60'],
  ['preset: jekyl', 9, 'bad-value', 'preset: jekyll'],
  ['preset: gatsby', 9, 'bad-value', 'preset: '],
  ['onError: ignore', 10, 'bad-value', 'onError: '],
  ['onError: false', 10, 'bad-value', 'onError: skip'],
];

describe('each setting', () => {
  it.each(ACCEPTED)('%s is accepted', (line, expected) => {
    const { config, problems } = loadText(`${BASE}${line}\n`);
    expect(problems).toEqual([]);
    expect(config).toMatchObject(expected);
  });

  it.each(REFUSED)('%s is refused at its place, with a way out', (line, column, code, hint) => {
    const loaded = loadText(`${BASE}${line}\n`);
    expect(loaded.config).toBeUndefined();
    expect(listPlaces(loaded)).toEqual([`${code}@3:${column}`]);
    expect(loaded.problems[0]?.hint).toContain(hint);
  });

  it('names the key, the value and what was expected', () => {
    const { problems } = loadText(`${BASE}limit: lots\n`);
    expect(problems[0]?.message).toBe('"limit" must be a whole number from 1 to 1000, not "lots".');
  });
});

describe('site', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['https://Example.com/blog', 'https://example.com/blog/'],
    ['http://example.com:8080/a/b/', 'http://example.com:8080/a/b/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
  ])('%s becomes %s', (site, expected) => {
    expect(loadText(`site: ${site}\ntitle: T\n`).config?.site).toBe(expected);
  });

  it.each([
    ['example.com', 'site: https://example.com'],
    ['//example.com/a', 'site: https://example.com/a'],
    ['localhost:4000', 'site: https://localhost:4000'],
    ['https://example.com/?page=1', 'site: https://example.com/'],
    ['"https://example.com/#top"', 'site: https://example.com/'],
    ['"example.com/my blog"', 'site: https://example.com/my%20blog'],
  ])('%s is refused; the hint says what was meant: %s', (site, hint) => {
    const loaded = loadText(`site: ${site}\ntitle: T\n`);
    expect(listPlaces(loaded)).toEqual(['bad-value@1:7']);
    expect(loaded.problems[0]?.hint.replaceAll("'", '')).toBe(`Write "${hint}".`);
  });

  it.each([
    'ftp://example.com/',
    'https://',
    '"https://["',
    '"https://exa mple.com/"',
    '5',
  ])('%s is refused; nobody knows what was meant, so the hint is an example', (site) => {
    const loaded = loadText(`site: ${site}\ntitle: T\n`);
    expect(listPlaces(loaded)).toEqual(['bad-value@1:7']);
    expect(loaded.problems[0]?.hint).toBe('Write for example "site: https://example.com/".');
  });

  it('holds no password, and the message does not repeat it (R72)', () => {
    const { problems } = loadText('site: https://me:secret@example.com/\ntitle: T\n');
    expect(problems[0]?.message).toContain('without user name and password');
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  it.each([
    'http://localhost:8000/',
    'http://127.0.0.1/',
    'http://mac.local/',
  ])('%s is a warning: nobody else can reach it (R38)', (site) => {
    const loaded = loadText(`site: ${site}\ntitle: T\n`);
    expect(loaded.config?.site).toBe(site);
    expect(listPlaces(loaded)).toEqual(['local-site@1:7']);
    expect(loaded.problems[0]?.severity).toBe('warning');
  });
});

describe('a hint says what was meant, or is an example', () => {
  it.each([
    ['image: "https://cdn.example/l o.png"', 'Write "image: \'https://cdn.example/l%20o.png\'".'],
    ['image: "l o.png"', 'Write "image: \'l%20o.png\'".'],
    ['hub: "https://hub.example.com/a?x=1 2"', 'Write "hub: \'https://hub.example.com/a?x=1%202\'".'],
    [
      'hub: "https://hub.example.com/a\\r\\nX-Header: b"',
      'Write for example "hub: https://hub.example.com/".',
    ],
    ['language: german', 'Write "language: de".'],
    ['language: Français', 'Write "language: fr".'],
    ['language: en_US.UTF-8', 'Write "language: en-US".'],
    ['language: klingonish', 'Write for example "language: en".'],
    ['timeZone: Mars/Phobos', 'Write for example "timeZone: Europe/Berlin".'],
    ['timeZone: Berlin', 'Write "timeZone: Europe/Berlin".'],
    ['preset: jekyl', 'Write "preset: jekyll".'],
    ['preset: next', 'Write for example "preset: jekyll".'],
    ['formats: { rss: feed.html }', 'Write for example "rss: rss.xml".'],
  ])('%s: %s', (line, hint) => {
    const loaded = loadText(`site: https://example.com/\ntitle: T\n${line}\n`);
    expect(loaded.problems.map((found) => found.hint)).toEqual([hint]);
  });
});
