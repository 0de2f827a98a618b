import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const CONFIG = 'site: https://a.test/\ntitle: T\narticles: posts\nformats: [json]\n';

it.each([
  'coverImage',
  'cover_image',
  'cover-image',
  'coverImg',
  'featureImage',
  'headerImage',
  'header_image',
  'bannerImage',
])('the image under "%s" is that of the article, as a text or with its description', (key) => {
  const folder = makeSite({
    'feedwright.yaml': CONFIG,
    'posts/a.md': `---\ntitle: A\ndate: 2025-01-01\n${key}: /a.png\n---\nText.\n`,
    'posts/b.md': `---\ntitle: B\ndate: 2025-01-02\n${key}:\n  src: /b.png\n  alt: A boat\n---\nText.\n`,
  });
  runCli(folder, ['build', '--now', '2026-11-01T00:00:00Z']);
  const feed: { readonly items: readonly { readonly image: string }[] } = JSON.parse(
    readFileSync(join(folder, 'dist/feed.json'), 'utf8'),
  );
  expect(feed.items.map(({ image }) => image)).toEqual(['https://a.test/b.png', 'https://a.test/a.png']);
});
