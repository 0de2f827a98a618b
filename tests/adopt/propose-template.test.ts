import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Example, proposeTemplate } from '../../src/adopt/propose-template.ts';
import { createIdTrials } from '../../src/articles/try-ids.ts';
import { readArticles } from '../../src/build/read-articles.ts';
import { loadConfig } from '../../src/config/load.ts';
import { makeSite } from '../run-cli.ts';
import '../seed.ts';

const SITE = 'https://new.example/';

const files = {
  'articles/2021/first.md': '---\ntitle: The First\ndate: 2021-03-04\ncategories: [a]\n---\n',
  'articles/2022/second.md': '---\ntitle: Second\ndate: 2022-12-09\n---\n',
  'articles/2023/third.md': '---\ntitle: Third\ndate: 2023-01-31\nslug: my-third\n---\n',
};

function load(permalink: string, id?: string) {
  const lines = [`site: ${SITE}`, 'title: T', `permalink: ${permalink}`, ...(id ? [`id: '${id}'`] : [])];
  const loaded = loadConfig({
    workingDirectory: makeSite({ 'feedwright.yaml': `${lines.join('\n')}\n`, ...files }),
  });
  expect(loaded.problems).toEqual([]);
  if (!loaded.config) throw new Error('no configuration');
  return loaded.config;
}

/** The articles of a site with these ids, and with what a template would make of them. */
function examples(permalink: string, wanted: readonly string[]): readonly Example[] {
  const config = load(permalink);
  const { candidates } = readArticles(config);
  const trials = createIdTrials(config, candidates);
  return candidates.map((candidate, index) => ({
    wanted: wanted[index] ?? '',
    expand: trials.get(candidate)?.expand ?? (() => undefined),
  }));
}

const BASES = [':url', ':url_path', ':year/:month/:slug', ':path', ':slug', ':title', ':name'];
const DATED = '/:year/:month/:slug/';

describe('the one template that explains all ids', () => {
  test.each([
    [
      'the address without the slash at its end',
      DATED,
      'https://new.example/:url_path',
      (y: string, m: string, s: string) => `https://new.example/${y}/${m}/${s}`,
    ],
    [
      'http instead of https',
      DATED,
      'http://new.example/:url_path/',
      (y: string, m: string, s: string) => `http://new.example/${y}/${m}/${s}/`,
    ],
    [
      'the old domain, in a folder',
      DATED,
      'http://old.example/blog/:url_path/',
      (y: string, m: string, s: string) => `http://old.example/blog/${y}/${m}/${s}/`,
    ],
    [
      'the address with something after it',
      DATED,
      ':url#post',
      (y: string, m: string, s: string) => `https://new.example/${y}/${m}/${s}/#post`,
    ],
    [
      'tag: with the path',
      DATED,
      'tag:old.example,2009:/:url_path',
      (y: string, m: string, s: string) => `tag:old.example,2009:/${y}/${m}/${s}`,
    ],
    [
      'tag: with the date',
      '/:slug/',
      'tag:old.example,:year-:month-:day:/:url_path',
      (y: string, m: string, s: string, d: string) => `tag:old.example,${y}-${m}-${d}:/${s}`,
    ],
    [
      'another form of address',
      '/posts/:slug.html',
      'https://new.example/:year/:month/:slug',
      (y: string, m: string, s: string) => `https://new.example/${y}/${m}/${s}`,
    ],
    [
      'a day in it',
      '/posts/:slug.html',
      'https://old.example/:year/:month/:day/:slug.php',
      (y: string, m: string, s: string, d: string) => `https://old.example/${y}/${m}/${d}/${s}.php`,
    ],
    ['the bare slug', DATED, ':slug', (_: string, __: string, s: string) => s],
    [
      'the slug in the middle',
      DATED,
      'post-:slug@old.example',
      (_: string, __: string, s: string) => `post-${s}@old.example`,
    ],
  ])('%s', (_, permalink, template, idOf) => {
    const wanted = [
      idOf('2021', '03', 'first', '04'),
      idOf('2022', '12', 'second', '09'),
      idOf('2023', '01', 'my-third', '31'),
    ];
    expect(proposeTemplate(examples(permalink, wanted), BASES)).toBe(template);
    const config = load(permalink, template);
    expect(readArticles(config).candidates.map(({ id }) => id)).toEqual(wanted);
  });

  it.each([
    ['numbers', ['1', '2', '3']],
    [
      'one that is different',
      ['https://new.example/2021/03/first', 'https://new.example/2022/12/second', 'x'],
    ],
    ['a blank', ['first 1', 'second 1', 'my-third 1']],
  ])('there is none for %s', (_, wanted) => {
    expect(proposeTemplate(examples(DATED, wanted), BASES)).toBeUndefined();
  });

  it('expands nothing in an article with a URL of its own, whatever signs that has', () => {
    const own = (url: string): Example => ({ wanted: `https://new.example${url}`, expand: () => url });
    expect(proposeTemplate(['/tags/c++/', '/tags/(a/', '/tags/b/'].map(own), BASES)).toBeUndefined();
  });

  it('gives exactly the ids, or there is none, whatever stands around', () => {
    const given = examples(DATED, []);
    const text = fc.string({ unit: fc.constantFrom(...'ab/:.-#?_20[({*+$^|\\'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.constantFrom(...BASES), text, (before, base, after) => {
        const known = given.map((each) => ({ ...each, wanted: each.expand(before + base + after) ?? '' }));
        const template = proposeTemplate(known, BASES);
        if (template !== undefined)
          for (const { wanted, expand } of known) expect(expand(template)).toBe(wanted);
      }),
    );
  });
});
