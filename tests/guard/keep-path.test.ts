import { describe, expect, it } from 'vitest';
import type { DocumentNow, FeedNow } from '../../src/guard/documents.ts';
import { keepPath } from '../../src/guard/keep-path.ts';

const documentAt = (path: string): DocumentNow => ({
  path,
  url: `https://port.example/${path}`,
  format: 'rss',
  text: '',
});
const feedOf = (more: Partial<FeedNow>): FeedNow => ({ title: 'T', documents: [], articles: [], ...more });
const group = (facet: string, value: string, slug: string) => feedOf({ group: { facet, value, slug } });

/** What no line of settings says ready to copy. */
const BY_HAND = '"oldPath" (the old folder, with ":tag") and "aliases: { old: new }" beside "by: tag"';

describe('the setting that keeps a copy at an old path', () => {
  it.each<readonly [name: string, old: string, feed: FeedNow, path: string, setting: string]>([
    [
      'of the main feed',
      'rss.xml',
      feedOf({ isMain: true }),
      'feed.xml',
      '"formats: { rss: { path: feed.xml, aliases: [rss.xml] } }"',
    ],
    [
      'of a renamed value',
      'tags/news/rss.xml',
      group('tag', 'notices', 'notices'),
      'tags/notices/rss.xml',
      '"aliases: { news: notices }" beside "by: tag"',
    ],
    [
      'of a value that YAML would read otherwise',
      'tags/c/rss.xml',
      group('tag', 'C++: x', 'c-x'),
      'tags/c-x/rss.xml',
      '"aliases: { c: "C++: x" }" beside "by: tag"',
    ],
    [
      'of a folder that moved',
      'tags/news/rss.xml',
      group('tag', 'News', 'news'),
      'topics/news/rss.xml',
      '"oldPath: tags/:tag/" beside "by: tag"',
    ],
    [
      'of documents with other names',
      'tags/news.xml',
      group('tag', 'News', 'news'),
      'tags/news/feed.xml',
      '"oldPath: tags/:tag.xml" beside "by: tag"',
    ],
    [
      'of a folder with more levels',
      'tags/a/b/rss.xml',
      group('tag', 'News', 'news'),
      'tags/news/rss.xml',
      BY_HAND,
    ],
    [
      'of both at once',
      'tags/news/rss.xml',
      group('tag', 'notices', 'notices'),
      'topics/notices/rss.xml',
      BY_HAND,
    ],
    [
      'of another group',
      'tags/news/rss.xml',
      group('category', 'News', 'news'),
      'categories/news/rss.xml',
      '"oldPath: tags/:category/" beside "by: category"',
    ],
    [
      'of a feed made by hand',
      'news/rss.xml',
      feedOf({}),
      'latest/rss.xml',
      '"oldPath: news/" beside its "path"',
    ],
  ])('%s', (_, old, feed, path, setting) => {
    expect(keepPath(old, feed, documentAt(path))).toBe(setting);
  });
});
