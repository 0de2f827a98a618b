import { describe, expect, test } from 'vitest';
import { readPath } from '../../src/articles/path-facts.ts';

const read = (path: string, preset?: 'jekyll' | 'hugo') =>
  readPath(path, { languages: [], ...(preset === undefined ? {} : { preset }) });

describe('a note that is named after the minute in which it was begun', () => {
  test.each([
    ['202511040930.md', '202511040930'],
    ['202511040930 Hello there.md', '202511040930 Hello there'],
    ['notes/20251104093015-hello.md', '20251104093015-hello'],
    ['2025-11-04T0930 hello.md', '2025-11-04T0930 hello'],
  ])('%s has that time, and its URL as it is', (path, slug) => {
    expect(read(path)).toMatchObject({ date: '2025-11-04T09:30', slug });
  });

  test.each([
    '202511042530 hello.md',
    '202513040930 hello.md',
    '2025110409301 hello.md',
    '2025-1104T0930.md',
  ])('%s is none', (path) => {
    expect(read(path).date).toBeUndefined();
  });

  test('is read as its tool reads it where there is one', () => {
    expect(read('202511040930 hello.md', 'hugo').date).toBeUndefined();
    expect(read('2025-11-04T0930 hello.md', 'jekyll').date).toBeUndefined();
  });
});
