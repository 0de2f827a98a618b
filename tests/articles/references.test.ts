import { expect, test } from 'vitest';
import { createReferences } from '../../src/articles/references.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';

/** Resolves references between files that have their own path as URL. */
function prepare(config: string, files: readonly string[]) {
  const folder = makeSite({
    'feedwright.yaml': `site: https://h.test/\ntitle: T\n${config}`,
    ...Object.fromEntries(files.map((file) => [file, 'Text.\n'])),
  });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const articles = files.map((file) => ({ path: `${folder}/${file}`, url: file }));
  const resolve = createReferences(articles, loaded.config);
  return (reference: string, from: string) => resolve(reference, `${folder}/${from}`);
}

test('a reference means the article in the language of the one that it is in', () => {
  const folders =
    'preset: hugo\narticles: [content/he, content/en]\nlanguages: { he: content/he, en: content/en }\n';
  const inFolders = prepare(folders, [
    'content/he/posts/one.md',
    'content/en/posts/one.md',
    'content/he/posts/two.md',
    'content/en/posts/three.md',
  ]);
  expect(inFolders('one', 'content/he/posts/two.md')).toBe('content/he/posts/one.md');
  expect(inFolders('posts/one.md', 'content/en/posts/three.md')).toBe('content/en/posts/one.md');
  expect(inFolders('three', 'content/he/posts/two.md')).toBe('content/en/posts/three.md');

  const beside = prepare('preset: hugo\nlanguages: [ko, en]\n', [
    'content/posts/one.md',
    'content/posts/one.en.md',
    'content/posts/two/index.en.md',
    'content/posts/two/index.md',
  ]);
  expect(beside('one', 'content/posts/two/index.en.md')).toBe('content/posts/one.en.md');
  expect(beside('one.md', 'content/posts/two/index.md')).toBe('content/posts/one.md');
  expect(beside('one.en.md', 'content/posts/two/index.md')).toBe('content/posts/one.en.md');
  expect(beside('/posts/two', 'content/posts/one.en.md')).toBe('content/posts/two/index.en.md');
});

test('a reference that several articles of one language answer to has no answer', () => {
  const resolve = prepare('preset: hugo\n', ['content/a/one.md', 'content/b/one.md', 'content/b/two.md']);
  expect(resolve('one', 'content/b/two.md')).toBeUndefined();
  expect(resolve('a/one', 'content/b/two.md')).toBe('content/a/one.md');
});
