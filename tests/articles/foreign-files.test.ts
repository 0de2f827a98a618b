import { describe, expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CONFIG = 'site: https://example.org/\ntitle: Quay\narticles: articles\n';
const POST = '---\ntitle: Tide\ndate: 2020-01-05\n---\nText.\n';

/** What `list` says is left out of a folder with one article and these files. */
function leftOut(files: Readonly<Record<string, string>>, preset = ''): readonly string[] {
  const others = Object.fromEntries(Object.entries(files).map(([name, text]) => [`articles/${name}`, text]));
  const folder = makeSite({
    'feedwright.yaml': CONFIG + preset,
    'articles/2020-01-05-a.md': POST,
    ...others,
  });
  const { error } = runCli(folder, ['list']);
  return error.split('\n').filter((line) => line.includes('foreign-files'));
}

describe('articles that are written as templates', () => {
  it.each([
    ['2020-01-06-tides.njk', '<p>Text</p>'],
    ['tides.njk', POST],
    ['tides.liquid', '---\npubDate: 2020-01-06\n---\n'],
    ['tides.html.md.erb', POST],
    ['2020-01-06-tides.html.haml', '%p Text'],
    ['deep/2020-1-6-tides.astro', '<p>Text</p>'],
  ])('are named: %s', (name, text) => {
    for (const preset of ['', 'preset: eleventy\n']) {
      expect(leftOut({ [name]: text }, preset)).toHaveLength(1);
      expect(leftOut({ [name]: text }, preset)[0]).toContain(`articles/${name}:1 warning foreign-files`);
    }
  });

  it('are told from other pages, from feeds and from drafts', () => {
    const others = {
      'index.njk': '---\ntitle: Home\n---\n',
      'feed.njk': '---\ndate: 2020-01-05\npermalink: /feed.xml\n---\n',
      'robots.liquid': '---\ndate: 2020-01-05\npermalink: /robots.txt\n---\n',
      'draft.njk': '---\ndate: 2020-01-05\ndraft: true\n---\n',
      'list.webc': '<p>Text</p>',
      'Card.astro': '---\nconst date = 1;\n---\n<p>Text</p>',
      'broken.njk': '---\ndate: [\n---\n',
    };
    expect(leftOut(others)).toEqual([]);
  });
});
