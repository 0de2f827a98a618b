import { expect, test } from 'vitest';
import { createHugoGlob } from '../../src/articles/hugo-glob.ts';

test.each([
  ['**.jpg', 'a/b.JPG', true],
  ['/posts/**', '/posts/2025/ice', true],
  ['{page,section}', 'page', true],
  ['/notes (old)/*', '/notes (old)/ice', true],
  ['/notes (old)/*', '/notes old/ice', false],
  ['/posts/*', '/posts/2025/ice', false],
  ['/Posts/**', '/posts/2025/ice', true],
  ['/posts/**', '/posts/.drafts/ice', true],
])('%s and %s: %s', (pattern, path, isFit) => {
  expect(createHugoGlob(pattern)?.(path)).toBe(isFit);
});

test.each(['/**/a/**/b/**/c/**', '/*a*b*c*d'])('%s has too many stars to be matched', (pattern) => {
  expect(createHugoGlob(pattern)).toBe(undefined);
});

test('no pattern keeps the matcher busy', () => {
  for (const part of ['*a', '**/', '*(a)', '+(*a)', '?*'])
    expect(createHugoGlob(`${part.repeat(40)}b`)?.('a'.repeat(250)) ?? false).toBe(false);
});
