import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOTE = '---\ntitle: Frost\ndate: 2025-11-04\n---\nIt froze.\n';
const FILES = { 'content/My Notes/On frost & ice.md': NOTE, 'content/private/b.md': NOTE };

test.each([
  [
    'quartz.config.ts',
    'const config: QuartzConfig = {\n  configuration: {\n    pageTitle: "Notes",\n    locale: "en-GB",\n    baseUrl: "a.test/garden/",\n    ignorePatterns: ["private"],\n  },\n  plugins: { emitters: [Plugin.ContentIndex({ rssLimit: 30 })] },\n};\nexport default config;\n',
  ],
  [
    'quartz.config.yaml',
    'configuration:\n  pageTitle: Notes\n  locale: en-GB\n  baseUrl: a.test/garden\n  ignorePatterns:\n    - private\n',
  ],
])('init reads a site of Quartz from %s', (name, text) => {
  const folder = makeSite({ ...FILES, [name]: text });
  const { out, error } = runCli(folder, ['init', '--now', '2026-11-01T00:00:00Z']);
  expect({ error, isSaid: out.includes(`Wrote feedwright.yaml (from ${name}).`) }).toEqual({
    error: '',
    isSaid: true,
  });
  expect(load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8'))).toMatchObject({
    site: 'https://a.test/garden/',
    title: 'Notes',
    language: 'en-GB',
    articles: 'content',
    permalink: '/:path',
  });
  // What "ignorePatterns" names is not published, and the URL is the one that Quartz gives the note.
  expect(out).toContain('1 article, 1 in the feed.');
  expect(out).toContain('Always build your site first, with "npx quartz build"');
  expect(out).toContain('https://a.test/garden/My-Notes/On-frost--and--ice');
});
