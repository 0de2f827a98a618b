import { describe, expect, it } from 'vitest';
import rss, { getRssString, pagesGlobToRssItems, type RSSOptions } from '../../src/adapters/astro-rss.ts';
import { checkFeed } from '../../src/library/check-feed.ts';
import { all, only, parseXml, textsAt } from '../formats/xml-tree.ts';

const options = (more: Partial<RSSOptions> = {}): RSSOptions => ({
  title: 'T & <b>',
  description: 'D',
  site: 'https://e.example',
  items: [{ title: 'A', link: '/blog/a', pubDate: new Date('2025-11-04T09:00:00Z'), description: 'd' }],
  ...more,
});
const channelOf = async (more: Partial<RSSOptions> = {}) =>
  only(parseXml(await getRssString(options(more))), 'rss/channel');

describe('feedwright/rss, in place of @astrojs/rss', () => {
  it('answers with a sound feed, as RSS', async () => {
    const response = await rss(options());
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8');
    const text = await response.text();
    expect(text).toBe(await getRssString(options()));
    expect(checkFeed(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('makes URLs as Astro does, with a slash at the end or without', async () => {
    const items = [
      ...['/blog/a', 'b//c/', '/x/index.html', '/f.pdf', 'https://else.example/z'].map((link) => ({
        title: 'A',
        link,
      })),
      { title: 'No link' },
    ];
    const links = async (trailingSlash?: boolean) => {
      const channel = await channelOf({ items, ...(trailingSlash === undefined ? {} : { trailingSlash }) });
      return [...textsAt(channel, 'link'), ...textsAt(channel, 'item/link')];
    };
    const base = 'https://e.example';
    expect(await links()).toEqual([
      ...[
        `${base}/`,
        `${base}/blog/a/`,
        `${base}/b/c/`,
        `${base}/x`,
        `${base}/f.pdf`,
        'https://else.example/z',
      ],
    ]);
    expect((await links(false)).slice(0, 3)).toEqual([base, `${base}/blog/a`, `${base}/b/c`]);
    expect(textsAt(await channelOf(), 'item/guid')).toEqual([`${base}/blog/a/`]);
  });

  it('says everything of an item', async () => {
    const item = {
      ...{ title: 'A', link: '/a', content: '<p>c</p>', categories: ['x', 'y'], author: 'a@e.example' },
      ...{ commentsUrl: '/a/comments', source: { url: 'https://s.example/', title: 'S <x>' } },
      enclosure: { url: '/e.mp3', length: 0, type: 'audio/mpeg' },
      customData: '<dc:creator><![CDATA[B & C]]></dc:creator><own:x a="1"><own:y/></own:x>',
    };
    const channel = await channelOf({
      items: [item],
      xmlns: { own: 'https://own.example/' },
      customData: '<language>de</language><atom:link href="https://e.example/rss.xml" rel="self"/>',
      stylesheet: '/s.xsl',
    });
    const [written] = all(channel, 'item');
    if (!written) throw new Error('no item');
    expect(textsAt(channel, 'language')).toEqual(['de']);
    expect(only(channel, 'atom:link').attributes.rel).toBe('self');
    expect(
      ['category', 'author', 'comments', 'source', 'dc:creator'].map((name) => textsAt(written, name)),
    ).toEqual([['x', 'y'], ['a@e.example'], ['https://e.example/a/comments/'], ['S <x>'], ['B & C']]);
    expect(only(written, 'enclosure').attributes).toEqual({
      url: 'https://e.example/e.mp3',
      length: '0',
      type: 'audio/mpeg',
    });
    expect(only(written, 'own:x').attributes).toEqual({ a: '1' });
  });

  it('refuses what no feed can say', async () => {
    await expect(getRssString(options({ site: 'e.example' }))).rejects.toThrow(
      '"site" is not an absolute URL',
    );
    await expect(getRssString(options({ customData: '<a>' }))).rejects.toThrow(
      '"customData" is not well-formed',
    );
    await expect(getRssString(options({ items: [{ title: 'A', pubDate: 'soon' }] }))).rejects.toThrow(
      'is not a date',
    );
  });

  it('takes what import.meta.glob finds', async () => {
    const page = (frontmatter: object, url?: string) => async () => ({ url, frontmatter });
    const items = { './a.md': page({ title: 'A', pubDate: '2025-11-04' }, '/a/') };
    expect(textsAt(await channelOf({ items }), 'item/link')).toEqual(['https://e.example/a/']);
    await expect(pagesGlobToRssItems({ './a.md': page({ title: 'A' }) })).rejects.toThrow(
      '"./a.md" is no page',
    );
    await expect(pagesGlobToRssItems({ './a.md': page({}, '/a/') })).rejects.toThrow('neither a title');
  });
});
