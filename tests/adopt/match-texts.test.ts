import { describe, expect, it } from 'vitest';
import { matchWithTexts } from '../../src/adopt/match-texts.ts';
import type { Candidate } from '../../src/model/index.ts';

const DAY = 86_400_000;

const candidate = (index: number): Candidate => ({
  file: `${index}.md`,
  path: `/${index}.md`,
  relative: `${index}.md`,
  body: { format: 'markdown', offset: 0 },
  id: `https://new.example/${index}/`,
  url: `https://new.example/${index}/`,
  title: `Title ${index}`,
  published: index * DAY,
  updated: index * DAY,
});

const textOf = (index: number) =>
  Array.from({ length: 80 }, (_, word) => `w${(index * 31 + word * word) % 9973}`).join(' ');

describe('articles recognised by their text', () => {
  it('are looked for among the three hundred nearest in time, and nothing is rendered without need', () => {
    const candidates = Array.from({ length: 20_000 }, (_, index) => candidate(index));
    const rendered: number[] = [];
    const render = (articles: readonly Candidate[]) => {
      rendered.push(articles.length);
      return articles.map(({ published }) => textOf(published / DAY));
    };
    const known = { id: 'x', url: 'https://new.example/5/', line: 1, content: 'x' };
    expect(matchWithTexts([known], candidates, render).matches.length).toBe(1);
    expect(rendered).toEqual([]);
    const lost = { id: '7', title: 'Lost', published: 12_345 * DAY, line: 9, content: textOf(12_345) };
    const { matches, unmatched } = matchWithTexts([known, lost], candidates, render);
    expect(matches.map(({ article, by }) => [article.file, by])).toEqual([
      ['5.md', 'url'],
      ['12345.md', 'text and time'],
    ]);
    expect(matches[1]?.article).toBe(candidates[12_345]);
    expect([unmatched, rendered]).toEqual([[], [300]]);
  });

  it('are looked for by the three hundred first items alone, however many a feed has', () => {
    const candidates = Array.from({ length: 301 }, (_, index) => candidate(index));
    let looks = 0;
    const items = Array.from({ length: 200_000 }, (_, index) => ({
      id: `old-${index}`,
      title: `Old ${index}`,
      line: index,
      published: index * 1000,
      get content() {
        looks++;
        return 'Some text of another site.';
      },
    }));
    const { unmatched } = matchWithTexts(items, candidates, (articles) => articles.map(() => textOf(1)));
    expect(unmatched.length).toBe(200_000);
    // Whether it has one of all, and each text that is compared a few times.
    expect(looks).toBeLessThan(200_000 + 300 * 20);
  });
});
