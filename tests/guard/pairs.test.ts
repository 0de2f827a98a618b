import { describe, expect, it } from 'vitest';
import { findPairs } from '../../src/guard/match-by-key.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const all = { ofItem: () => 'Weekly', ofArticle: () => ['Weekly'] };

describe('pairs of items and articles', () => {
  it('are looked at one by one when they share a key, unless so many do that it would take minutes', () => {
    let looks = 0;
    const agree = (item: number, article: number) => {
      looks++;
      return item === article;
    };
    expect(findPairs(numbers(60), numbers(50), { ...all, agree }).length).toBe(50);
    expect(looks).toBe(3000);
    looks = 0;
    expect(findPairs(numbers(20_000), numbers(10_000), { ...all, agree })).toEqual([]);
    expect(looks).toBe(0);
    expect(findPairs(numbers(20_000), numbers(10_000), all)).toEqual([]);
  });

  it('are not made of what has a second choice, or no key', () => {
    const pairs = (items: readonly string[], articles: readonly string[]) =>
      findPairs(items.map(wrap), articles.map(wrap), {
        ofItem: ({ key }) => key,
        ofArticle: ({ key }) => (key === '' ? [''] : key.split('')),
      }).map(([item, article]) => `${item.key} ${article.key}`);
    expect(pairs(['a', 'b', 'c', 'c'], ['ax', 'bb', 'c'])).toEqual(['a ax', 'b bb']);
    expect(pairs(['a', 'b'], ['ab', 'a'])).toEqual(['a a']);
    expect(pairs(['a', ''], ['a', 'a', ''])).toEqual([]);
  });
});

/** Two with one key are two. */
function wrap(key: string) {
  return { key };
}
