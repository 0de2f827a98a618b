import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/formats/direction.ts';
import { createDateWriter } from '../../src/pages/dates.ts';
import { writeFeedPage } from '../../src/pages/feed-page.ts';
import { writeIndexPage } from '../../src/pages/index-page.ts';
import type { PageFeed } from '../../src/pages/site.ts';
import { chooseWords } from '../../src/pages/words.ts';
import { legalText } from '../../src/text/legal.ts';
import { arabicFeed, arabicSite, feed, item, site } from './sample.ts';

const RUNS = Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 200);

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Every element of a page as a browser would see it. */
function readPage(page: string): readonly Element[] {
  const elements: Element[] = [];
  const textOf = (node: Tree.ParentNode): string =>
    node.childNodes
      .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
      .join('');
  const walk = (node: Tree.ParentNode) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const attributes = new Map(child.attrs.map(({ name, value }) => [name, value]));
      elements.push({ name: child.tagName, attributes, text: textOf(child) });
      walk(child);
    }
  };
  walk(parse(page));
  return elements;
}

const find = (page: string, name: string) => readPage(page).filter((element) => element.name === name);
const attribute = (page: string, name: string, wanted: string) =>
  find(page, name).flatMap(({ attributes }) => attributes.get(wanted) ?? []);

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</title></style></textarea><svg onload=alert(1)>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#60;',
  '\u0000\u000B\uFFFE\ud83d',
  '\u202Etxt.exe',
  '{{title}}',
];

describe('the page of a feed', () => {
  const page = writeFeedPage(site, feed);

  it('says what a feed is, has the address to select, and the latest articles with day and summary', () => {
    expect(page).toContain('A feed is a list of the newest articles');
    expect(attribute(page, 'input', 'value')).toEqual(feed.documents.map(({ url }) => url));
    expect(find(page, 'input').every(({ attributes }) => attributes.has('readonly'))).toBe(true);
    expect(find(page, 'h3').at(-1)?.text).toBe(item.title);
    expect(page).toContain(item.summary);
  });

  it('shows days in the time zone of the site, in words that no platform changes (R58, R75)', () => {
    expect(page).toContain('<time datetime="2025-12-12">12 December 2025</time>');
    expect(writeFeedPage({ ...site, timeZone: 'UTC' }, feed)).toContain('>11 December 2025<');
    const write = (language: string) =>
      createDateWriter('UTC', chooseWords(language).words)(Date.parse('2025-01-04T00:00:00Z')).text;
    expect(['de', 'fr', 'es', 'pl', 'he', 'ja', 'zh-Hans', 'tlh'].map(write)).toEqual([
      '4. Januar 2025',
      '4 janvier 2025',
      '4 de enero de 2025',
      '4 stycznia 2025',
      '4 בינואר 2025',
      '2025年1月4日',
      '2025年1月4日',
      '4 January 2025',
    ]);
  });

  it('shows the same day in UTC with and without the calendar of the platform', () => {
    const { words } = chooseWords('en');
    const [quick, thorough] = ['UTC', 'Etc/UTC'].map((zone) => createDateWriter(zone, words));
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(quick?.(date.getTime())).toEqual(thorough?.(date.getTime()));
        },
      ),
    );
  });

  it('offers readers the XML address, and its feeds to whoever is given the address of the page (R44)', () => {
    const links = attribute(page, 'a', 'href').filter((href) => href.includes('newsroom.example%2Frss.xml'));
    expect(links.map((href) => new URL(href).host)).toEqual([
      'feedly.com',
      'www.inoreader.com',
      'www.newsblur.com',
      'theoldreader.com',
      'feedbin.com',
    ]);
    const discovered = find(page, 'link').filter(({ attributes }) => attributes.get('rel') === 'alternate');
    expect(discovered.map(({ attributes }) => [attributes.get('type'), attributes.get('href')])).toEqual([
      ['application/rss+xml', 'https://newsroom.example/rss.xml'],
      ['application/atom+xml', 'https://newsroom.example/atom.xml'],
      ['application/feed+json', 'https://newsroom.example/feed.json'],
    ]);
  });

  it('lets nothing load or run but its own style and script, by hash (R70)', () => {
    const policy =
      attribute(page, 'meta', 'content').find((content) => content.includes('default-src')) ?? '';
    const hashOf = (name: string) =>
      createHash('sha256')
        .update(find(page, name)[0]?.text ?? '')
        .digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hashOf('style')}'`,
      `script-src 'sha256-${hashOf('script')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(writeFeedPage({ ...site, icon: 'https://cdn.example/i;x.png' }, feed)).toContain(
      'img-src https://cdn.example;',
    );
  });

  it('is written in the language of the site, else in English that says so', () => {
    expect(attribute(writeFeedPage({ ...site, language: 'de-AT' }, feed), 'html', 'lang')).toEqual(['de-AT']);
    const other = writeFeedPage({ ...site, language: 'sw' }, feed);
    expect(attribute(other, 'html', 'lang')).toEqual(['en']);
    expect(attribute(other, 'h1', 'lang')).toEqual(['sw']);
    expect(chooseWords('zh-Hant-TW').language).toBe('en');
  });

  it('runs right to left where the language does, and an article in another language its own way', () => {
    const arabic = writeFeedPage(arabicSite, arabicFeed);
    expect(attribute(arabic, 'html', 'dir')).toEqual(['rtl']);
    expect(find(arabic, 'li').at(-1)?.attributes.get('dir')).toBe('ltr');
    expect(['ar', 'he-IL', 'fa', 'ur', 'uz-Arab', 'yi', 'en', 'ar-Latn', 'az'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
  });
});

describe('the line above the title', () => {
  it.each([
    ['https://newsroom.example/', 'newsroom.example'],
    ['https://xn--mnchen-3ya.example/blog/', 'münchen.example/blog'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
  ])('of %s leads home and says %s', (home, shown) => {
    expect(find(writeFeedPage({ ...site, home }, feed), 'a')[0]).toEqual({
      name: 'a',
      attributes: new Map([
        ['href', home],
        ['dir', 'ltr'],
      ]),
      text: shown,
    });
  });
});

describe('a site that does not say its language', () => {
  it('has texts that run as their first letter does', () => {
    const { language: _, ...silent } = site;
    expect(attribute(writeFeedPage(silent, feed), 'h1', 'dir')).toEqual(['auto']);
    expect(attribute(writeFeedPage(silent, feed), 'h1', 'lang')).toEqual([]);
  });
});

describe('the page of all feeds', () => {
  it('links the page and the documents of every feed, and the OPML file', () => {
    const page = writeIndexPage(site, [
      feed,
      { ...feed, title: 'Harbour', url: 'https://newsroom.example/h.html' },
    ]);
    const links = attribute(page, 'a', 'href');
    expect(links).toEqual(expect.arrayContaining([feed.url, 'https://newsroom.example/h.html', site.opml]));
    expect(find(page, 'script')).toEqual([]);
  });
});

describe('hostile text (R70)', () => {
  const names = (page: string) => readPage(page).map(({ name }) => name);
  const withText = (text: string): PageFeed => ({
    ...feed,
    title: text,
    description: text,
    items: [{ ...item, title: text, summary: text }],
  });
  const plain = names(writeFeedPage(site, withText('text')));

  it.each(hostile)('%j stays text', (text) => {
    const page = writeFeedPage({ ...site, title: text }, withText(text));
    expect(names(page)).toEqual(plain);
    const handlers = readPage(page).flatMap(({ attributes }) =>
      [...attributes.keys()].filter((key) => key.startsWith('on')),
    );
    expect(handlers).toEqual([]);
  });

  it('any text gives a page with the same elements, well-formed also as XML, which says that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const page = writeFeedPage({ ...site, title: text }, withText(text));
        expect(names(page)).toEqual(plain);
        expect(find(page, 'h1')[0]?.text).toBe(legalText(text));
        new SaxesParser({ xmlns: true }).write(page).close();
        expect(names(writeIndexPage({ ...site, title: text }, [withText(text)]))).toEqual(
          names(writeIndexPage(site, [withText('text')])),
        );
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' javascript:alert(1)',
    'vbscript:x',
    '//evil.example',
  ])('an address such as %j is not linked', (url) => {
    const page = writeFeedPage(site, { ...feed, items: [{ ...item, url }] });
    expect(attribute(page, 'a', 'href')).not.toContain(url);
    expect(page).toContain(item.title);
  });
});
