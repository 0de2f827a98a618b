import { expect, test } from 'vitest';
import { createPageSearch } from '../../src/articles/find-page.ts';
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

/** Resolves references of Hugo or Zola in a site whose articles are those with a date. */
function prepareSite(config: string, files: Readonly<Record<string, string>>) {
  const folder = makeSite({ 'feedwright.yaml': `site: https://h.test/\ntitle: T\n${config}`, ...files });
  const loaded = loadConfig({ workingDirectory: folder });
  if (!loaded.config) throw new Error(JSON.stringify(loaded.problems));
  const articles = Object.entries(files)
    .filter(([, text]) => text.includes('date:'))
    .map(([file]) => ({ path: `${folder}/${file}`, url: file }));
  const resolve = createReferences(articles, loaded.config, createPageSearch(loaded.config));
  return (reference: string, from: string) => resolve(reference, `${folder}/${from}`);
}

const ARTICLE = '---\ndate: 2025-01-01\ntitle: A\n---\n';
const PAGE = '---\ntitle: P\n---\n';
const SITE = {
  'content/about.md': PAGE,
  'content/posts/about.md': ARTICLE,
  'content/posts/one.md': ARTICLE,
  'content/posts/box/index.md': ARTICLE,
  'content/notes/posts/one.md': ARTICLE,
  'content/notes/_index.md': PAGE,
  'content/notes/two.md': PAGE,
  'content/notes/hidden.md': '---\ntitle: H\ndraft: true\n---\n',
  'content/notes/moved.md': '---\ntitle: M\nurl: /there/\n---\n',
};

test.each([
  ['/about', 'https://h.test/about/'],
  ['about.md', 'content/posts/about.md'],
  ['/posts/one.md', 'content/posts/one.md'],
  ['/notes/posts/one', 'content/notes/posts/one.md'],
  ['posts/one.md', 'content/posts/one.md'],
  ['/notes', 'https://h.test/notes/'],
  ['notes/_index.md', 'https://h.test/notes/'],
  ['/posts', 'https://h.test/posts/'],
  ['/notes/two', 'https://h.test/notes/two/'],
  ['/notes/moved.md', 'https://h.test/there/'],
  ['/notes/hidden.md', undefined],
  ['box', 'content/posts/box/index.md'],
  ['../about', 'https://h.test/about/'],
  ['../../../etc/passwd', undefined],
])('Hugo finds %s first by its place, then by its name, whether it is an article or not', (reference, url) => {
  const resolve = prepareSite('preset: hugo\n', SITE);
  expect(resolve(reference, 'content/posts/one.md')).toBe(url);
});

test.each([
  ['about', 'content/posts/about.md'],
  ['../about.md', 'content/posts/about.md'],
  ['../about', 'https://h.test/about/'],
  ['index.md', 'content/posts/box/index.md'],
])('a page of Hugo in a page bundle finds %s from the folder above it, or as the file that it is', (reference, url) => {
  const resolve = prepareSite('preset: hugo\n', SITE);
  expect(resolve(reference, 'content/posts/box/index.md')).toBe(url);
});

test('a page without a date has no known URL where its URL is made of the date', () => {
  const resolve = prepareSite('preset: hugo\npermalink: /:year/:slug/\n', SITE);
  expect(resolve('/notes/two', 'content/posts/one.md')).toBeUndefined();
  expect(resolve('/notes', 'content/posts/one.md')).toBe('https://h.test/notes/');
});

test.each([
  ['@/about.md', 'https://h.test/about/'],
  ['@/posts/about.md', 'content/posts/about.md'],
  ['@/posts/one.md', 'content/posts/one.md'],
  ['@/notes/_index.md', 'https://h.test/notes/'],
])('Zola finds %s by its place alone', (reference, url) => {
  const resolve = prepareSite('preset: zola\narticles: content\n', SITE);
  expect(resolve(reference, 'content/notes/posts/one.md')).toBe(url);
});
