import { describe, expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const post = '---\ntitle: Frost\ndate: 2025-11-04\n---\nIt froze.\n';
const init = (files: Readonly<Record<string, string>>) =>
  runCli(makeSite(files), ['init', '--title', 'T', '--now', '2026-11-01T00:00:00Z']).out;
const firstUrl = (out: string) => /2025-11-04 {2}(\S+)/.exec(out)?.[1];

describe('init finds the site in a program that is never run', () => {
  const astro = { 'src/content/blog/frost.md': post };
  const vitepress = { 'posts/frost.md': post };
  const shared =
    "export const shared = defineConfig({ sitemap: { hostname: 'https://a.test' }, base: '/v/' });";
  const forms: readonly [form: string, files: Readonly<Record<string, string>>, url: string][] = [
    [
      'one public URL of those that code chooses from',
      {
        ...astro,
        'astro.config.mjs':
          "export default { site: import.meta.env.PROD ? 'https://a.test' : 'http://localhost:4321' };",
      },
      'https://a.test/blog/frost/',
    ],
    [
      'a template with a constant',
      {
        ...astro,
        'astro.config.mjs':
          "const host = 'a.test';\nexport default { site: `https://\u0024{host}`, base: `/\u0024{host}` };",
      },
      'https://a.test/a.test/blog/frost/',
    ],
    [
      'a mapping that is spread from a file beside it',
      {
        ...vitepress,
        '.vitepress/config/index.mts':
          "import { shared } from './shared.js';\nexport default defineConfig({ ...shared, locales: {} });",
        '.vitepress/config/shared.mts': shared,
      },
      'https://a.test/v/posts/frost.html',
    ],
    [
      'the own value before one that is spread',
      {
        ...vitepress,
        '.vitepress/config/index.ts':
          "import { shared as common } from './shared'\nexport default { ...common, base: '/own/' }",
        '.vitepress/config/shared.ts': shared,
      },
      'https://a.test/own/posts/frost.html',
    ],
  ];
  test.each(forms)('%s', (_, files, url) => {
    const out = init(files);
    expect(firstUrl(out)).toBe(url);
    expect(out).not.toContain('code sets');
  });
});

describe('init says which URLs code decides', () => {
  test.each([
    "const base = process.env.GITHUB ? '/v/' : '/';\nexport default { sitemap: { hostname: 'https://a.test' }, base };",
    "export default { sitemap: { hostname: 'https://a.test' }, base: choose('/v/') };",
    "import { base } from './base';\nexport default { sitemap: { hostname: 'https://a.test' }, base: base };",
    "export default { sitemap: { hostname: 'https://a.test' }, base: `/\u0024{process.env.NAME}/` };",
  ])('%s', (program) => {
    const out = init({ '.vitepress/config.ts': program, 'posts/frost.md': post });
    expect(out).toContain(
      '.vitepress/config.ts: code sets "base", and is never run. Compare the URLs with your site.',
    );
    expect(firstUrl(out)).toBe('https://a.test/posts/frost.html');
  });
});

test.each([
  "export default { sitemap: { hostname: 'https://a.test' }, outDir: './out', hook: () => copy({ outDir: made(), base }) };\nlet cleanUrls = isNew();",
  "export default { sitemap: { hostname: 'https://a.test' } };\nconst years = (base) => (base instanceof Date ? base : new Date(base)).getFullYear();",
  "const show = (value) => {\n  const base = inspect(value);\n  return `<pre>\u0024{base}</pre>`;\n};\nexport default { sitemap: { hostname: 'https://a.test' } };",
])('init says nothing of code that is about something else: %s', (program) => {
  const out = init({ '.vitepress/config.ts': program, 'posts/frost.md': post });
  expect(out).not.toContain('code sets');
});
