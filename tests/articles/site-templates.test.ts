import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTemplateFinder } from '../../src/articles/site-templates.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { TemplateKind } from '../../src/model/index.ts';
import { makeSite } from '../run-cli.ts';

const SITE = {
  'feedwright.yaml': 'site: https://example.org/\ntitle: Example\narticles: content\n',
  'content/posts/a.md': 'a',
  'content/posts/part.md': 'beside',
  'content/other.md': 'other',
  'layouts/shortcodes/box.html': 'own box',
  'layouts/shortcodes/media/clip.html': 'in a folder',
  'layouts/_shortcodes/new.html': 'new place',
  'layouts/shortcodes/words.md': 'Markdown',
  'themes/one/layouts/shortcodes/box.html': 'box of a theme',
  'themes/one/layouts/shortcodes/theme.html': 'of a theme',
  'themes/one/layouts/shortcodes/both.html': 'one',
  'themes/two/layouts/shortcodes/both.html': 'two',
  'content/_includes/near.html': 'near',
  '_includes/near.html': 'far',
  '_includes/far.html': 'far',
  'templates/shortcodes/call.html': 'call',
  '.secret': 'secret',
  'layouts/shortcodes/large.html': 'x'.repeat(65_537),
};

function open(files: Readonly<Record<string, string>> = {}) {
  const folder = makeSite({ ...SITE, ...files });
  const { config } = loadConfig({ workingDirectory: folder });
  if (config === undefined) throw new Error('no configuration');
  return { folder, find: createTemplateFinder(config)(join(folder, 'content/posts/a.md')) };
}

test.each<[TemplateKind, string, string | undefined]>([
  ['shortcode', 'box', 'own box'],
  ['shortcode', 'box.html', 'own box'],
  ['shortcode', 'media/clip', 'in a folder'],
  ['shortcode', 'new', 'new place'],
  ['shortcode', 'words', 'Markdown'],
  ['shortcode', 'theme', 'of a theme'],
  ['shortcode', 'both', undefined],
  ['shortcode', 'none', undefined],
  ['shortcode', 'large', undefined],
  ['include', 'near.html', 'near'],
  ['include', 'far.html', 'far'],
  ['include', '../feedwright.yaml', undefined],
  ['include', '/etc/hostname', undefined],
  ['include', 'a/../../feedwright.yaml', undefined],
  ['beside', 'part.md', 'beside'],
  ['beside', '../../feedwright.yaml', undefined],
  ['call', 'call.html', 'call'],
  ['part', './part.md', 'beside'],
  ['part', '../other.md', 'other'],
  ['part', '../../../outside.md', undefined],
  ['part', '../../feedwright.yaml', undefined],
  ['snippet', './part.md', 'beside'],
  ['snippet', '@/content/other.md', 'other'],
  ['snippet', '@/other.md', 'other'],
  ['snippet', '../../../outside.md', undefined],
  ['snippet', '../../.secret', undefined],
  ['snippet', '/etc/hostname', undefined],
])('the template of the %s %s', (kind, name, text) => {
  expect(open().find(kind, name)).toBe(text);
});

test('no template is read outside the folder of the configuration', () => {
  const outside = makeSite({ 'secret.html': 'secret' });
  const { folder, find } = open();
  mkdirSync(join(folder, 'layouts/shortcodes'), { recursive: true });
  symlinkSync(join(outside, 'secret.html'), join(folder, 'layouts/shortcodes/linked.html'));
  symlinkSync(outside, join(folder, '_includes/folder'));
  expect([find('shortcode', 'linked'), find('include', 'folder/secret.html')]).toEqual([
    undefined,
    undefined,
  ]);
});

test('each template is read once', () => {
  const { folder, find } = open();
  find('shortcode', 'box');
  writeFileSync(join(folder, 'layouts/shortcodes/box.html'), 'changed');
  expect(find('shortcode', 'box')).toBe('own box');
});
