import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticles } from '../../src/build/read-articles.ts';
import { loadConfig } from '../../src/config/load.ts';
import { listArticles, listCollected } from '../../src/list.ts';
import type { Config } from '../../src/model/index.ts';
import { forgetChanged, openPreview, type ReadingMemory } from '../../src/serve.ts';
import { makeSite } from '../run-cli.ts';

const NOW = Date.UTC(2026, 0, 1);
const article = (title: string, more = '') => `---\n${title}date: 2025-01-01\n${more}---\nA text.\n`;

function openSite() {
  const folder = makeSite({
    'feedwright.yaml': 'site: https://you.example/\ntitle: Y\npreset: hugo\n',
    'content/a.md': article('title: A\n'),
    'content/b.md': article(''),
    'content/news/_index.md': '---\ntitle: News\n---\n',
    'content/news/c.md': article('title: C\n'),
    'content/bad.md': article('title: Bad\n', 'lastmod: never\n'),
  });
  const memory: ReadingMemory = new Map();
  const config = () => loadConfig({ workingDirectory: folder }).config as Config;
  const change = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    forgetChanged(memory, [join(folder, name)]);
  };
  return {
    folder,
    memory,
    change,
    list: () => listCollected(config(), readArticles(config(), 0, undefined, memory), NOW),
    anew: () => listArticles(config(), NOW),
  };
}

test('a file that did not change is not read again, and one that did is', () => {
  const { folder, memory, change, list, anew } = openSite();
  expect(list()).toEqual(anew());
  const path = join(folder, 'content/a.md');
  const before = memory.get(path);
  change('content/b.md', article('title: B\n'));
  const changed = list();
  expect(changed).toEqual(anew());
  expect(changed.articles.map(({ title }) => title)).toContain('B');
  expect(memory.get(path)).toBe(before);
});

test.each([
  ['defaults of a folder', 'content/news/_index.md', '---\ntitle: News\ncascade:\n  draft: true\n---\n'],
  ['a new article', 'content/news/d.md', article('title: D\n')],
  ['the configuration', 'feedwright.yaml', 'site: https://new.example/\ntitle: Y\npreset: hugo\n'],
  ['a mistake that is mended', 'content/bad.md', article('title: Good\n')],
])('%s: what is listed is what a fresh reading gives', (_, name, text) => {
  const { change, list, anew } = openSite();
  const before = list();
  change(name, text);
  expect(list()).toEqual(anew());
  expect(list()).not.toEqual(before);
});

test('articles that were renamed or removed are gone', () => {
  const { folder, memory, list, anew } = openSite();
  list();
  renameSync(join(folder, 'content/a.md'), join(folder, 'content/z.md'));
  rmSync(join(folder, 'content/b.md'));
  forgetChanged(
    memory,
    ['content/a.md', 'content/z.md', 'content/b.md'].map((name) => join(folder, name)),
  );
  expect(list()).toEqual(anew());
  expect(list().articles).toHaveLength(3);
});

test.each([
  ['jekyll', '_posts', '_drafts'],
  ['hexo', 'source/_posts', 'source/_drafts'],
])('the drafts that %s keeps beside its articles are shown as drafts, and changing one reads no article again', (preset, posts, drafts) => {
  const folder = makeSite({
    'feedwright.yaml': `site: https://you.example/\ntitle: Y\npreset: ${preset}\n`,
    [`${posts}/2025-01-01-a.md`]: article('title: A\n'),
    [`${drafts}/plan.md`]: '---\ntitle: A plan\n---\nNot yet.\n',
  });
  const memory: ReadingMemory = new Map();
  const open = () =>
    openPreview(
      loadConfig({ workingDirectory: folder }).config as Config,
      NOW,
      join(folder, '../none'),
      memory,
    );
  const preview = open();
  expect(preview.articles.map(({ file, state, title }) => [file, state, title])).toEqual([
    [`${posts}/2025-01-01-a.md`, 'in the feed', 'A'],
    [`${drafts}/plan.md`, 'draft', 'A plan'],
  ]);
  expect(preview.problems).toEqual([]);
  expect(preview.show(`${drafts}/plan.md`)?.item?.content).toContain('Not yet.');
  const kept = memory.get(join(folder, posts, '2025-01-01-a.md'));
  const path = join(folder, drafts, 'plan.md');
  writeFileSync(path, '---\ntitle: Another plan\n---\nNot yet.\n');
  forgetChanged(memory, [path]);
  expect(open().articles.map(({ title }) => title)).toEqual(['A', 'Another plan']);
  expect(memory.get(join(folder, posts, '2025-01-01-a.md'))).toBe(kept);
});
