import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWhole, measureItem, toSummary } from '../../src/feeds/whole-or-summary.ts';
import type { Item } from '../../src/model/index.ts';
import { article, buildSite, makeSite, readOutput } from './site.ts';

const LONG = Array.from({ length: 600 }, (_, index) => `"Paragraph" ${index} of <b>words</b>, länger.`).join(
  '\n\n',
);

interface JsonItem {
  readonly content_html?: string;
  readonly summary?: string;
}

function itemsOf(text: string | undefined): readonly JsonItem[] {
  return JSON.parse(text ?? '{}').items;
}

function posts(count: number, body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(2024, 0, index + 1)).toISOString();
      return [`a${index}.md`, article({ title: `A ${index}`, date }, body)];
    }),
  );
}

describe('content: auto', () => {
  const folder = makeSite('content: auto\nlimit: 30\n', posts(30, LONG));
  const report = buildSite(folder);
  const output = readOutput(folder);

  it('keeps every document below 250 KB, and near to it (R47)', () => {
    expect(report.problems).toEqual([]);
    for (const { bytes } of report.feeds) {
      expect(bytes).toBeLessThanOrEqual(250_000);
      expect(bytes).toBeGreaterThan(150_000);
    }
  });

  it('has the newest in full and the rest as summaries, in every format the same', () => {
    const items = itemsOf(output.get('feed.json'));
    expect(items).toHaveLength(30);
    const whole = items.filter(({ content_html }) => content_html !== undefined);
    expect(whole.length).toBeGreaterThan(3);
    expect(items.slice(0, whole.length)).toEqual(whole);
    for (const { summary } of items.slice(whole.length)) expect(summary).toContain('Paragraph');
    const contents = output.get('atom.xml')?.match(/<content /g) ?? [];
    expect(contents).toHaveLength(whole.length);
    expect(output.get('rss.xml')?.match(/Paragraph" 599/g)).toHaveLength(whole.length);
  });

  it('is full as long as everything fits', () => {
    const small = makeSite('content: auto\n', posts(20, 'Short.'));
    buildSite(small);
    expect(itemsOf(readOutput(small).get('feed.json')).every(({ content_html }) => content_html)).toBe(true);
  });

  it('never has a whole article after a shortened one, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60_000 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const items = texts.map(makeItem);
        const isWhole = chooseWhole(items.map(measureItem), 'auto');
        const firstCut = isWhole.indexOf(false);
        if (firstCut >= 0) expect(isWhole.slice(firstCut)).not.toContain(true);
        const chosen = items.map((item, index) => (isWhole[index] ? item : toSummary(item)));
        expect(Buffer.byteLength(JSON.stringify(chosen))).toBeLessThanOrEqual(250_000 + 70_000);
      }),
      { numRuns: 30 },
    );
  });
});

function makeItem(content: string): Item {
  return {
    title: 'T',
    id: 'i',
    url: 'u',
    authors: [],
    tags: [],
    attachments: [],
    content,
    lead: 'Lead',
  } as unknown as Item;
}

describe('an article in several feeds', () => {
  it('is whole in one and a summary in the other', () => {
    const folder = makeSite(
      'formats: [json]\nfeeds: [{ by: year, content: summary }]\n',
      posts(2, '# Heading\n\nFirst words.\n\nMore words.'),
    );
    buildSite(folder);
    const output = readOutput(folder);
    expect(itemsOf(output.get('feed.json'))[0]?.content_html).toContain('More words');
    const [item] = itemsOf(output.get('2024/feed.json'));
    expect(item?.content_html).toBeUndefined();
    expect(item?.summary).toContain('First words.');
  });
});
