import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-06-01'];
const post = (title: string) => `---\ntitle: ${title}\ndate: 2024-01-02\n---\n\nText of ${title}.\n`;
const OPEN = post('Open');
const SECRET = post('Secret');

interface Site {
  readonly tool: string;
  readonly files: Readonly<Record<string, string>>;
}

const usesPackage = (name: string) => JSON.stringify({ type: 'module', dependencies: { [name]: '1' } });

/** Sites with one article that is published, and others that the configuration of the tool leaves out. */
const SITES: readonly Site[] = [
  {
    tool: 'Jekyll: exclude',
    files: {
      '_config.yml':
        'title: T\nurl: https://h.test\nexclude: [_posts/secret, _posts/2024-01-02-b.md, "_posts/c*", vendor/, README.md]\n',
      '_posts/2024-01-02-open.md': OPEN,
      '_posts/secret/2024-01-02-a.md': SECRET,
      '_posts/2024-01-02-b.md': SECRET,
      '_posts/cellar/2024-01-02-c.md': SECRET,
    },
  },
  {
    tool: 'Hexo: skip_render and ignore',
    files: {
      '_config.yml':
        'title: T\nurl: https://h.test\nskip_render: ["_posts/a.md", "_posts/raw/**", "js/*"]\nignore: ["**/b.md"]\n',
      'package.json': '{"hexo":{},"dependencies":{"hexo":"7"}}',
      'source/_posts/open.md': OPEN,
      'source/_posts/a.md': SECRET,
      'source/_posts/b.md': SECRET,
      'source/_posts/raw/c.md': SECRET,
    },
  },
  {
    tool: 'Eleventy: .eleventyignore and ignores.add',
    files: {
      'eleventy.config.js':
        'export default function (e) { e.ignores.add("src/posts/later/**"); e.ignores.add("README.md") }\nexport const config = { dir: { input: "src" } }',
      '.eleventyignore': '# not yet\nsrc/posts/secret/\nsrc/posts/b.md\nb2.md\n',
      'package.json': usesPackage('@11ty/eleventy'),
      'src/posts/open.md': OPEN,
      'src/posts/secret/a.md': SECRET,
      'src/posts/b.md': SECRET,
      'src/posts/b2.md': SECRET,
      'src/posts/later/c.md': SECRET,
    },
  },
  {
    tool: 'Eleventy: a folder of drafts with the tag of the posts',
    files: {
      'eleventy.config.js': 'export const config = { dir: { input: "src" } }',
      'package.json': usesPackage('@11ty/eleventy'),
      'src/blog/blog.json': '{"tags":"posts"}',
      'src/blog/open.md': OPEN,
      'src/drafts/drafts.json': '{"tags":"posts"}',
      'src/drafts/a.md': SECRET,
    },
  },
  {
    tool: 'MkDocs: exclude_docs and draft_docs',
    files: {
      'mkdocs.yml':
        'site_name: T\nsite_url: https://h.test/\nplugins: [blog]\nexclude_docs: |\n  secret/\n  *.hid.md\n  /blog/posts/d.md\ndraft_docs: |\n  later/\n',
      'docs/blog/posts/open.md': OPEN,
      'docs/blog/posts/secret/a.md': SECRET,
      'docs/blog/posts/b.hid.md': SECRET,
      'docs/blog/posts/later/c.md': SECRET,
      'docs/blog/posts/d.md': SECRET,
    },
  },
  {
    tool: 'Pelican: ARTICLE_EXCLUDES and IGNORE_FILES',
    files: {
      'pelicanconf.py':
        "SITENAME = 'T'\nSITEURL = 'https://h.test'\nPATH = 'content'\nARTICLE_EXCLUDES = ['secret']\nIGNORE_FILES = ['*.hid.md', '.#*']\n",
      'content/open.md': 'Title: Open\nDate: 2024-01-02\n\nText.\n',
      'content/secret/a.md': 'Title: Secret\nDate: 2024-01-02\n\nText.\n',
      'content/b.hid.md': 'Title: Secret\nDate: 2024-01-02\n\nText.\n',
    },
  },
  {
    tool: 'Hugo: excludeFiles of a mount',
    files: {
      'hugo.toml':
        'baseURL = "https://h.test/"\ntitle = "T"\n[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["posts/secret/**", "posts/b.md"]\n',
      'content/posts/open.md': OPEN,
      'content/posts/secret/a.md': SECRET,
      'content/posts/b.md': SECRET,
    },
  },
  {
    tool: 'Astro: patterns of a loader',
    files: {
      'astro.config.mjs': 'export default { site: "https://h.test" }',
      'package.json': usesPackage('astro'),
      'src/content.config.ts':
        "const blog = defineCollection({ loader: glob({ base: './src/content/blog', pattern: ['**/[^_]*.md', '!**/secret/**'] }) });\nexport const collections = { blog };",
      'src/content/blog/open.md': OPEN,
      'src/content/blog/secret/a.md': SECRET,
      'src/content/blog/_b.md': SECRET,
    },
  },
];

describe('what the configuration of a tool leaves out is in no feed', () => {
  test.each(SITES)('$tool', ({ files }) => {
    const folder = makeSite(files);
    runCli(folder, ['init', '--site', 'https://h.test/', '--title', 'T', ...NOW]);
    const { out, error } = runCli(folder, ['list', '--json', ...NOW]);
    const listed: { articles: { title: string; state: string }[]; problems: { code: string }[] } =
      JSON.parse(out);
    const shown = listed.articles.filter(({ state }) => state === 'in the feed').map(({ title }) => title);
    expect(shown).toEqual(['Open']);
    expect(listed.problems.map(({ code }) => code)).not.toContain('unused-exclude');
    expect(error).not.toContain('error');
  });
});

test('patterns that can match no article are not taken over', () => {
  const folder = makeSite({
    '_config.yml':
      'title: T\nurl: https://h.test\nexclude: ["*.gemspec", "*.config.js", "*.yml", node_modules, _posts/later.md]\n',
    't.gemspec': '',
    'a.config.js': '',
    '_posts/2024-01-02-open.md': OPEN,
    '_posts/later.md': SECRET,
  });
  runCli(folder, ['init', '--site', 'https://h.test/', '--title', 'T', ...NOW]);
  const config = readFileSync(join(folder, 'feedwright.yaml'), 'utf8');
  expect(config).toMatch(/^exclude: \[(?:'|")?\/_posts\/later\.md(?:'|")?\]$/m);
});
