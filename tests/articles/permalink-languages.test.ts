import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles } from '../../src/list.ts';
import { makeSite } from '../run-cli.ts';

const article = (more = '') => `---\ntitle: One\ndate: 2025-01-01\n${more}---\nText.\n`;

/** The URL of the article, below the site. */
function locate(path: string, permalink: string, more = '', settings = ''): string | undefined {
  const text = `site: https://you.example/\ntitle: T\narticles: articles\npermalink: ${permalink}\n${settings}`;
  const files = {
    'articles/news/one.md': article(),
    'articles/log/one.md': article(),
    [path]: article(more),
  };
  const folder = makeSite({ 'feedwright.yaml': text, ...files });
  const { config, problems } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error(JSON.stringify(problems));
  const { articles } = listArticles(config, Date.parse('2026-11-01'));
  return articles.find(({ file }) => file === path)?.url?.replace('https://you.example', '');
}

const RULES =
  '{ news: "/n/:slug/", de: { news: "/de/neues/:slug/", default: "/de/:path/" }, sv: "/sv/:path/", default: "/:path/" }';
const HUGO = 'preset: hugo\nlanguages: [en, de, sv]\n';

it.each([
  ['a folder of a language', 'articles/news/two.de.md', '/de/neues/two/'],
  ['the rest of a language that has folders', 'articles/log/two.de.md', '/de/log/two/'],
  [
    'a folder before a language without folders, and the language in front',
    'articles/news/two.sv.md',
    '/sv/n/two/',
  ],
  ['a language without folders', 'articles/log/two.sv.md', '/sv/log/two/'],
  ['the main language', 'articles/news/two.md', '/n/two/'],
])('the permalink of %s is used', (_, path, expected) => {
  expect(locate(path, RULES, 'slug: two\n', HUGO)).toBe(expected);
});

it.each([
  ['says', 'lang: de\n', '', '/de/neues/one/'],
  ['says with a region', 'lang: de_AT\n', '', '/de/neues/one/'],
  ['has as one of the main language', '', 'languages: [de, en]\n', '/de/neues/one/'],
  ['has by the language of the site', '', 'language: de-CH\n', '/de/neues/one/'],
  ['does not have', 'lang: en\n', 'languages: [de, en]\n', '/n/one/'],
])('an article has the permalink of the language that it %s', (_, more, settings, expected) => {
  expect(locate('articles/news/one.md', RULES, more, settings)).toBe(expected);
});

it('a file of Hugo has the language of its name, whatever it says', () => {
  expect(locate('articles/news/one.md', RULES, 'lang: de\n', HUGO)).toBe('/n/one/');
});

it('a language has the innermost folder that is one of a language', () => {
  const settings = 'languages: { en: articles, de: articles/log }\n';
  expect(locate('articles/log/one.md', '{ de: "/de/:slug/", default: "/:path/" }', '', settings)).toBe(
    '/de/one/',
  );
});

it.each([
  ['', 'as in Hugo'],
  ['articles: content\n', 'also when the folder around them is named'],
])('folders of languages are the top of the content, with %j (%s)', (settings) => {
  const folder = makeSite({
    'feedwright.yaml': `site: https://you.example/\ntitle: T\npreset: hugo\n${settings}languages: { en: content/english, pt-BR: content/brasil }\n`,
    'content/english/posts/one.md': article(),
    'content/brasil/posts/um.md': article(),
  });
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  expect(
    listArticles(config, Date.parse('2026-11-01'))
      .articles.map(({ url }) => url)
      .toSorted(),
  ).toEqual(['https://you.example/posts/one/', 'https://you.example/pt-br/posts/um/']);
});

it.each([
  ['the folder of all articles in it', 'articles/sv/box/one.md', '/sv/box/one/'],
  ['the name of a file in the folder of the article', 'articles/box/sv.md', '/sv/box/'],
  ['nothing, as one of the main language', 'articles/box/one.md', '/en/box/one/'],
])('the language in a URL is that of %s', (_, path, expected) => {
  const rest = path.endsWith('sv.md') ? ':sections' : path.includes('/sv/') ? ':sections[1:]/:slug' : ':path';
  expect(locate(path, `"/:language/${rest}/"`, '', 'languages: [en, sv]\n')).toBe(expected);
});

it('the same article in the files of one folder is translated', () => {
  const folder = makeSite({
    'feedwright.yaml':
      'site: https://you.example/\ntitle: T\nlanguages: [en, sv]\npermalink: /:language/:sections/\nfeeds: [{ by: language }]\n',
    'articles/box/en.md': article(),
    'articles/box/sv.md': article(),
  });
  const { config } = loadConfig({ workingDirectory: folder });
  if (!config) throw new Error('no configuration');
  build(config, { now: Date.parse('2026-11-01') });
  const feed = readFileSync(join(folder, 'dist/sv/atom.xml'), 'utf8');
  expect(feed).toContain('hreflang="en" href="https://you.example/en/box/"');
});
