import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { findFeedOfTool } from '../../src/built-site/find-feeds.ts';
import { createFileSearch } from '../../src/built-site/find-files.ts';
import { createPageSearch } from '../../src/built-site/find-page.ts';
import { readFiles } from '../../src/built-site/read-files.ts';
import type { Candidate, Config } from '../../src/model/index.ts';
import { expectLinearTime } from '../growth.ts';
import { makeSite } from '../run-cli.ts';

const SITE = 'https://you.example/';
const article = { path: 'x.md', title: 'X', url: `${SITE}x/`, published: 0 } as unknown as Candidate;

/** Writes a page of a built site, and gives the folder. */
function write(html: string, path = 'index.html'): string {
  const folder = makeSite({ 'index.html': 'Home' });
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), html);
  return folder;
}

const repeated = (part: string, size: number) => part.repeat(Math.floor(size / part.length));

describe('a page of the built site is read in time that grows with its length', () => {
  it.each([
    '<title',
    '<title ',
    '<h1>',
    '<h1 ',
    '<linkcanonical',
    '<link rel=canonical href=',
    '<link rel=canonical href="https://you.example/x/">',
    '<link type="application/rss+xml" href=',
    '<meta property=og:title content=',
    '<meta http-equiv=refresh content=',
    '<img src="',
    '<img srcset="a.png, ',
    '<a href=/a.png alt=a>',
    '<a ',
    '<div>',
    ' a=',
  ])('%s', (part) => {
    const folders = new Map<number, string>();
    const folderOf = (size: number) => folders.get(size) ?? write(repeated(part, size));
    for (const size of [12_500, 100_000]) folders.set(size, folderOf(size));
    expectLinearTime((size) => {
      const folder = folderOf(size);
      createPageSearch(folder, SITE)(article);
      findFeedOfTool(folder, SITE);
      readFiles(repeated(part, size));
    }, 100_000);
  });

  it('with thousands of files, of which an article names many', () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) => `<img src="/assets/${i}-0123abcd.png" alt="${i}">`).join('');
    const folders = new Map<number, string>();
    for (const size of [1000, 8000]) folders.set(size, write(links(size), 'x/index.html'));
    expectLinearTime((size) => {
      const config = { built: folders.get(size), root: '/', site: SITE } as unknown as Config;
      const find = createFileSearch(config)(article);
      for (let i = 0; i < 20; i++)
        find({ written: `${i}.png`, url: `${SITE}x/${i}.png`, locate: () => undefined });
    }, 8000);
  });
});
