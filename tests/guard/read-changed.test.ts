import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIri } from '../../src/articles/url-and-id.ts';
import { Feed } from '../../src/formats/feed.ts';
import { divideDocument, joinDocument, locateItems } from '../../src/formats/split-at-items.ts';
import { comparePublished, type KnownArticle } from '../../src/guard/compare.ts';
import type { FeedFormat } from '../../src/model/index.ts';

const HOME = 'https://port.example/';
const FORMATS: readonly FeedFormat[] = ['rss', 'atom', 'json'];

interface Story {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly tags: readonly string[];
}

const published = (number: number) => Date.UTC(2025, 0, number + 1);

function write(stories: readonly Story[], format: FeedFormat): string {
  const feedLinks = Object.fromEntries(FORMATS.map((each) => [each, `${HOME}${each}`]));
  const feed = new Feed({ title: 'Port', id: HOME, link: HOME, feedLinks, generator: 'feedwright' });
  for (const { number, id, title, content, tags } of stories)
    feed.addItem({
      ...{ id, title, content, link: `${HOME}${number}/`, date: new Date(published(number)) },
      category: tags.map((name) => ({ name })),
      atomId: toIri(id, HOME),
    });
  return { rss: () => feed.rss2(), atom: () => feed.atom1(), json: () => feed.json1() }[format]();
}

const know = ({ number, id, title, content }: Story): KnownArticle => ({
  ...{ id, title, content, published: published(number), url: `${HOME}${number}/`, file: `${number}.md` },
  ...(toIri(id, HOME) === id ? {} : { atomId: toIri(id, HOME) }),
  state: 'live',
});

/** What is said when a document is replaced, of the articles of a site. */
function compare(before: string, after: readonly Story[], all: readonly Story[], format: FeedFormat) {
  const articles = new Map(all.map((story) => [story.number, know(story)]));
  const documents = [{ path: format, url: `${HOME}${format}`, format, text: write(after, format) }];
  const carried = after.flatMap(({ number }) => articles.get(number) ?? []);
  return comparePublished(
    [{ title: 'Port', documents, articles: carried }],
    [...articles.values()],
    [{ source: format, path: format, bytes: Buffer.from(before) }],
    {
      site: HOME,
      flood: 3,
      now: Date.UTC(2026, 0),
      placeOf: ({ file }) => ({ file }),
      settingPlace: (file) => ({ file }),
    },
    () => undefined,
  );
}

/** The same feed in a document that is not as we write it. */
function respell(text: string): string {
  return text
    .replace(/\n {2}<\/channel>\n<\/rss>\n$/, '<!--\n    <item>\n--></channel></rss>')
    .replace(/\n<\/feed>\n$/, '<!--\n  <entry>\n--></feed>')
    .replace(/\n {2}\]\n\}\n$/, '],\n  "_x": [\n    {\n    }\n  ]\n}');
}

const text = fc.constantFrom(
  'One',
  'Two & <three>',
  'é ]]> —',
  '<p>a</p>\n    </item>\n    <item>\n<b>b</b>',
  '<p>x</p>\n  </entry>\n  <entry>\n    <id>q</id>',
  Array.from({ length: 40 }, (_, index) => `word${index}`).join(' '),
);
const story = fc.record({
  id: fc.constantFrom('', '?a=1&b=2', '"x"', 'é', '#2'),
  title: text,
  content: text,
  tags: fc.subarray(['news', 'a & b']),
});

describe('a document of ours', () => {
  it('gives the same comparison whether all of it is read, or only what differs (property)', () => {
    const stories = fc.array(story, { minLength: 1, maxLength: 6 });
    const edits = fc.array(fc.tuple(fc.nat(5), story), { maxLength: 2 });
    const range = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(
        stories,
        edits,
        range,
        range,
        fc.constantFrom(...FORMATS),
        (given, changes, a, b, format) => {
          const old = given.map((each, number) => ({ ...each, number, id: `${HOME}${number}/${each.id}` }));
          const all = old.map((each) => {
            const change = changes.find(([number]) => number === each.number)?.[1];
            const id = change?.id ? `${HOME}${each.number}/${change.id}` : each.id;
            return { ...each, ...change, id };
          });
          const before = write(old.toReversed().slice(...a), format);
          const after = all.toReversed().slice(...b);
          fc.pre(after.length > 0);
          const lines = ({ problems, changes: found }: ReturnType<typeof compare>) => [
            problems.map(({ code, file, message }) => `${file} ${code} ${message}`),
            found,
          ];
          expect(lines(compare(before, after, all, format))).toEqual(
            lines(compare(respell(before), after, all, format)),
          );
        },
      ),
    );
  });

  it.each(FORMATS)('of %s is cut at its items, with their lines, and joined again', (format) => {
    const stories = [3, 2, 1].map((number) => ({
      ...{ number, id: `${HOME}${number}`, title: `Story ${number}`, content: '<p>a\nb</p>', tags: [] },
    }));
    const document = write(stories, format);
    const divided = divideDocument(document, format);
    expect(divided?.items.length).toBe(3);
    expect(divided && joinDocument(divided, divided.items)).toBe(document);
    const lines = document.split('\n');
    for (const line of divided ? locateItems(divided, format) : [])
      expect(lines[line - 1]).toMatch(/^ +(?:<item>|<entry>|"id": .*)$/);
    const two = divided && joinDocument(divided, divided.items.slice(0, 2));
    expect(two).toBe(write(stories.slice(0, 2), format));
    for (const strange of ['', '<rss/>', '{"items": []}', document.slice(0, -80), respell(document)])
      expect(divideDocument(strange, format)).toBeUndefined();
  });
});
