import { Feed as PackageFeed } from 'feed';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { Feed } from '../../src/formats/feed.ts';
import { checkFeed } from '../../src/library/check-feed.ts';
import { USAGES, type Usage } from './usages.ts';

const parser = new RssParser({
  customFields: {
    item: [
      ['dc:creator', 'creators', { keepArray: true }],
      ['media:content', 'media', { keepArray: true }],
      ['itunes:duration', 'seconds'],
    ],
  },
});
type Fact = readonly [place: string, value: string];

/** What a subscriber has from a document, as an independent parser reads it. */
async function listFacts(text: string): Promise<readonly Fact[]> {
  if (text.startsWith('{')) return leaves(JSON.parse(text), '');
  const { items, ...feed } = await parser.parseString(text);
  return [...leaves(feed, ''), ...items.flatMap((item, index) => leaves(item, `items.${index}`))];
}

function leaves(value: unknown, place: string): readonly Fact[] {
  if (typeof value !== 'object' || value === null) return [[place, decodeURI(String(value))]];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, `${place}.${name}`));
}

/** Where ours says the same in another place or form, as docs/feed-class.md has it. */
const SAID_ELSEWHERE: readonly (readonly [place: RegExp, why: string])[] = [
  [/^\.(?:generator|docs|version|lastBuildDate)$/, 'names the generator; no clock'],
  [/author(?:\.|$)/, 'authors, and dc:creator'],
  [/isoDate|pubDate|date_/i, 'the same time without fractions'],
  [/Snippet$/, 'made from another field by the parser'],
  [/enclosure\.(?:type|title|duration)|enclosures?$/, 'the right type'],
  [/\.seconds$|itunes\.duration$/, 'seconds as directories have them'],
  [/^\.itunes\.categories/, 'the category that the package writes without its attribute'],
  [/items\.\d+\.creator$/, 'names alone, once each'],
  [/\.summary$/, 'plain text, as JSON Feed has it'],
  [/^\.(?:items\.\d+\.extensions|items\.\d+|)\.?itunes:/, 'elements of XML, which mean nothing in JSON'],
  [/enclosure\.length/, 'an image is no enclosure'],
];

/** What readers mind about the usage itself, and not about how it is written. */
const MINDED: Readonly<Record<string, string>> = {
  'notes on one page': 'feed-id-repeated',
  'a claim for a feed reader': 'feed-element-unknown',
};

const USED = Object.entries(USAGES) as readonly (readonly [string, Usage])[];

describe('code as people write it for the package "feed"', () => {
  it.each(USED)('%s: nothing is lost, and everything is valid', async (name, use) => {
    const [ours, theirs] = [use(Feed as unknown as typeof PackageFeed), use(PackageFeed)];
    for (const method of ['rss2', 'atom1', 'json1'] as const) {
      const text = ours[method]();
      const found = checkFeed(text).filter(
        ({ severity, code }) => severity === 'error' && code !== MINDED[name],
      );
      expect(found).toEqual([]);
      // The package throws for an id that is no URL in Atom.
      const before = attempt(() => theirs[method]());
      if (before === undefined) continue;
      const [had, has] = [await listFacts(before), await listFacts(text)];
      const values = new Set(has.map(([, value]) => value));
      const lost = had.filter(
        ([place, value]) =>
          value !== '' && !values.has(value) && !SAID_ELSEWHERE.some(([known]) => known.test(place)),
      );
      expect(lost, method).toEqual([]);
    }
  });

  it('are twenty', () => {
    expect(USED).toHaveLength(20);
  });
});

function attempt(write: () => string): string | undefined {
  try {
    return write();
  } catch {
    return undefined;
  }
}
