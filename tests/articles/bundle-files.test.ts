import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const article = (body: string) => `---\ntitle: Tide\ndate: 2026-01-01\n---\n${body}\n`;
const BODY = '![](a.png) ![](b/c.png) ![](d.png) [e](b/e.pdf) ![](/f.png) ![](none.png)';

// Where the files are is what Hugo 0.169 made of this site, and Hugo 0.111 of the article that is there in Hebrew alone.
test('the files of a bundle of Hugo have one URL in all languages, unless they are of one alone', () => {
  const files = ['a.png', 'b/c.png', 'b/e.pdf', 'd.png', 'd.he.png'];
  const folder = makeSite({
    'feedwright.yaml': 'site: https://h.test/\ntitle: T\npreset: hugo\nlanguages: [en, he]\n',
    'content/posts/tide/index.md': article(BODY),
    'content/posts/tide/index.he.md': article(BODY),
    ...Object.fromEntries(files.map((name) => [`content/posts/tide/${name}`, 'x'])),
    'content/posts/alone/index.he.md': article('![](a.png)'),
    'content/posts/alone/a.png': 'x',
  });
  const { exitCode, error } = runCli(folder, ['build', ...NOW]);
  expect(exitCode, error).toBe(0);
  const { items } = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8'));
  const filesOf = (url: string) => {
    const { content_html: html } = items.find((item: { url: string }) => item.url === url);
    return [...html.matchAll(/(?:src|href)="https:\/\/h\.test([^"]*)"/g)].map(([, path]) => path);
  };
  const tide = '/posts/tide/';
  expect(filesOf('https://h.test/posts/tide/')).toEqual(
    ['a.png', 'b/c.png', 'd.png', 'b/e.pdf'].map((name) => tide + name).concat('/f.png', `${tide}none.png`),
  );
  expect(filesOf('https://h.test/he/posts/tide/')).toEqual(
    [`${tide}a.png`, `${tide}b/c.png`, `/he${tide}d.he.png`, `${tide}b/e.pdf`].concat(
      '/f.png',
      `/he${tide}none.png`,
    ),
  );
  expect(filesOf('https://h.test/he/posts/alone/')).toEqual(['/he/posts/alone/a.png']);
});
