import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { makeSite, runCli } from '../run-cli.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];
const ASTRO = { 'astro.config.mjs': "export default { site: 'https://a.test' };" };
const POST = '---\ntitle: Frost\ndate: 2025-11-04\n---\nIt froze.\n';
const readConfig = (folder: string) =>
  load(readFileSync(join(folder, 'feedwright.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;

/** A page that makes its paths from a collection. */
const page = (paths: string, collections = ["'blog'"]) =>
  `---\nimport Show from '../Show.astro';\nexport async function getStaticPaths() {\n${collections
    .map((name, i) => `  const c${i} = await getCollection(${name});\n`)
    .join('')}  return c0.map((post) => (${paths}));\n}\n---\n<Show post={Astro.props.post} />\n`;

describe('init reads a blog of Astro', () => {
  it('whose constants have types, whose pages are folders and whose dates have names of their own', () => {
    const folder = makeSite({
      'astro.config.ts': "import { SITE } from './src/config';\nexport default { site: SITE.website };\n",
      'src/config.ts':
        "import type { Site } from './types';\nexport const SITE: Site = {\n  website: 'https://frost.test/',\n  title: 'Frost notes',\n  desc: 'On ice',\n};\nexport const MENU: Record<string, string>[] = [];\n",
      'src/pages/posts/[slug]/index.astro': page('{ params: { slug: post.slug }, props: { post } }'),
      'src/pages/posts/[slug]/index.png.ts': "getCollection('blog')",
      'src/content/blog/frost.md':
        '---\ntitle: Frost\npubDatetime: 2025-11-04T08:00:00Z\nmodDatetime: 2025-11-05T08:00:00Z\n---\nIt froze.\n',
      'src/content/blog/demo.html': '<p>A file that a post shows.</p>\n',
    });
    const made = runCli(folder, ['init', ...NOW]);
    expect(made.out).toContain('1 article, 1 in the feed.');
    expect(made.out).toContain('2025-11-04  https://frost.test/posts/frost/');
    expect(readConfig(folder)).toMatchObject({ title: 'Frost notes', description: 'On ice' });
    expect(runCli(folder, ['build', ...NOW]).exitCode).toBe(0);
    const [item] = JSON.parse(readFileSync(join(folder, 'dist/feed.json'), 'utf8')).items;
    expect(item).toMatchObject({ date_modified: '2025-11-05T08:00:00Z' });
  });

  it.each([
    ["glob({ base: './src/content/blog', pattern: '**/*.md' })", true],
    ["glob({ pattern: '**/[^_]*.md', base: './src/content/blog' })", false],
    ["glob({ base: './src/content/blog', pattern: ['**/*.md', '!**/_*'] })", false],
  ])('whose loader is %s, and says whether it publishes files with an underscore', (loader, isSaid) => {
    const folder = makeSite({
      ...ASTRO,
      'src/content.config.ts': `const blog = defineCollection({ loader: ${loader}, schema });\nexport const collections = { blog };\n`,
      'src/pages/blog/[...slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/content/blog/frost.md': POST,
      'src/content/blog/_later.md': POST,
      'src/content/blog/_box/inner.md': POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'Frost', ...NOW]);
    expect(out.includes('"src/content/blog/_box/inner.md" and 1 more')).toBe(isSaid);
    expect(out).toContain('1 in the feed.');
  });

  it.each([
    ["'**/*.md'", ['a.md', 'deep/b.md']],
    ["['**/*.mdx']", ['c.mdx']],
    ["'*.{md,mdx}'", ['a.md', 'c.mdx']],
    ["['**/*.{md,mdx}', '!deep/**']", ['a.md', 'c.mdx']],
    ["'**/*.{md,mdx}'", ['a.md', 'c.mdx', 'deep/b.md']],
  ])('whose loader takes %s, and leaves out what that does not', (pattern, taken) => {
    const folder = makeSite({
      ...ASTRO,
      'src/content.config.ts': `const blog = defineCollection({ loader: glob({ base: './src/content/blog', pattern: ${pattern} }), schema });\nexport const collections = { blog };\n`,
      'src/pages/blog/[...slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/content/blog/a.md': POST,
      'src/content/blog/deep/b.md': POST,
      'src/content/blog/c.mdx': POST,
    });
    runCli(folder, ['init', '--title', 'Frost', ...NOW]);
    const listed = runCli(folder, ['list', '--json', ...NOW]);
    const files = JSON.parse(listed.out).articles.map(({ file }: { file: string }) => file);
    expect(files.toSorted()).toEqual(taken.map((name) => `src/content/blog/${name}`));
    expect(listed.error).toBe('');
  });

  it('whose pages have the date of the file name in folders, and whose names have capitals', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/blog/[year]/[month]/[day]/[...slug].astro': page(
        '{ params: toParams(post), props: { post } }',
      ),
      'src/content/blog/2025-11-04-Ice-In-Node.md': POST,
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain(
      '2025-11-04  https://a.test/blog/2025/11/04/ice-in-node/\n',
    );
  });

  test.each([
    ['{ params: { slug: post.id }, props: { post } }', false],
    ['{ params: { slug: post.data.slug }, props: { post } }', false],
    ['{ params: { slug: post.data.short || nameOf(post) }, props: { post } }', true],
    ["{ params: { slug: post.id.replace(/^\\d+-/, '') }, props: { post } }", true],
    ['{ params: { slug: nameOf(post) }, props: { post } }', true],
  ])('and says when a program makes the URLs: %s', (paths, isSaid) => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/[slug].astro': page(paths),
      'src/content/blog/a.md': POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    const said = '"src/pages/[slug].astro" makes the URLs of the collection "blog" in code';
    expect(out.includes(said)).toBe(isSaid);
    expect(out).toContain('https://a.test/a/');
  });

  test.each([
    ['{ params: { slug: post.data.short || post.id }, props: { post } }', '/:short/', ''],
    ['{ params: { slug: post.data.own_url ?? post.slug }, props: { post } }', '/:own_url/', ''],
    ['{ params: { slug: post.data.permalink || post.id.slice(9) } }', '/:permalink/', 'in code'],
  ])('takes the key that an article has for its path: %s', (paths, permalink, said) => {
    const key = /[a-z_]+/.exec(permalink)?.[0];
    const folder = makeSite({
      ...ASTRO,
      'src/pages/[slug].astro': page(paths),
      'src/content/blog/a.md': POST.replace('title', `${key}: "/ice thin/"\ntitle`),
      'src/content/blog/b.md': POST.replace('Frost', 'Thaw'),
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ permalink });
    expect(out).toContain(said);
    expect(out).toContain('https://a.test/ice%20thin/');
    expect(out).toContain('https://a.test/b/');
  });

  it('says that a program makes the ids, wherever it stands in the loader', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/content.config.ts':
        "const blog = defineCollection({ loader: glob({ pattern: '**/*.md', generateId: ({ entry }) => entry.toLowerCase(), base: './texts' }), schema: z.object({ base: 'x' }) });\n",
      'src/pages/[slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'texts/a.md': POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(out).toContain('"generateId" makes the IDs of the collection "blog"');
    expect(readConfig(folder)).toMatchObject({ articles: 'texts' });
  });

  it.each([
    ["const TEXTS = './src/texts/ice';", 'TEXTS', 'src/texts/ice'],
    ["const TEXTS: string = 'src/texts/ice'", 'TEXTS', 'src/texts/ice'],
    ['const TEXTS = folderOf(import.meta.url);', 'TEXTS', 'src/content/blog'],
    ["const ROOT = './src/texts';", "ROOT + '/ice'", 'src/content/blog'],
  ])('whose folder is a constant: %s, %s', (constant, base, articles) => {
    const folder = makeSite({
      ...ASTRO,
      'src/content.config.ts': `${constant}\nconst blog = defineCollection({ loader: glob({ base: ${base}, pattern: '**/*.md' }) });\n`,
      'src/pages/blog/[slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      [`${articles}/a.md`]: POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ articles });
    expect(out).toContain('https://a.test/blog/a/\n');
  });

  it('says that a function makes the URLs, also where it gives an object with a slug', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/blog/[...slug].astro':
        "---\nexport async function getStaticPaths() {\n  return (await getCollection('blog')).map((post) => {\n    const info = describe(post.id);\n    return { params: { slug: info.slug }, props: { post } };\n  });\n}\n---\n",
      'src/content/blog/a.en.md': POST,
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain(
      '"src/pages/blog/[...slug].astro" makes the URLs of the collection "blog" in code',
    );
  });

  it.each(['@texts/notes', '@/lib/notes', '../../lib/notes'])('that gets its articles from %s', (from) => {
    const folder = makeSite({
      ...ASTRO,
      'tsconfig.json':
        '{ // Where texts are.\n  "compilerOptions": { "paths": { "@texts/*": ["./src/lib/*"] } }\n}\n',
      'src/lib/notes.ts': "export async function getNotes() {\n  return getCollection('notes');\n}\n",
      'src/pages/thoughts/[...slug].astro': `---\nimport { getNotes } from '${from}';\nexport async function getStaticPaths() {\n  return (await getNotes()).map((note) => ({ params: { slug: note.id } }));\n}\nconst { Content } = await render(note);\n---\n<Content />\n`,
      'src/content/notes/a.md': POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(out).toContain('https://a.test/thoughts/a/\n');
    expect(out).not.toContain('guesses');
  });

  it.each([
    {},
    {
      'src/content/config.ts':
        'const texts = defineCollection({ schema });\nexport const collections = { blog: texts };\n',
    },
  ])('and never guesses URLs in silence', (collections) => {
    const folder = makeSite({
      ...ASTRO,
      ...collections,
      'src/pages/[lang]/texts/[...slug].astro': page(
        '{ params: { lang, slug: slugOf(post) }, props: { post } }',
        [],
      ),
      'src/content/blog/a.md': POST,
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain(
      'it doesn\'t say which URLs the articles in "src/content/blog" have, so feedwright guesses them.',
    );
  });

  it.each([
    ['src/pages/posts/[...slug].astro', 'https://a.test/posts/a/'],
    ['src/pages/blog/[id]/index.astro', 'https://a.test/blog/a/'],
    ['src/pages/[...path].astro', 'https://a.test/a/'],
    ['src/pages/[lang]/texts.astro', 'https://a.test/posts/a/'],
  ])('and guesses by the pages that there are: %s', (path, url) => {
    const folder = makeSite({
      ...ASTRO,
      'src/content/config.ts':
        'const texts = defineCollection({ schema });\nexport const collections = { posts: texts };\n',
      [path]: '---\nexport async function getStaticPaths() {\n  return listAll();\n}\n---\n',
      'src/content/posts/a.md': POST,
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain(`${url}\n`);
  });

  it('leaves out a collection without one article, and its URLs', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/blog/[...slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/pages/[...slug].astro': page('{ params: { slug: post.id }, props: { post } }', ["'pages'"]),
      'src/content/blog/a.md': POST,
      'src/content/pages/about.md': '---\ntitle: About\n---\nIce.\n',
    });
    const { out, exitCode } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(out).toContain('Left out of "articles": src/content/pages (1 file without a date).');
    expect(readConfig(folder)).toMatchObject({ articles: 'src/content/blog', permalink: '/blog/:path/' });
    expect([exitCode, runCli(folder, ['build', ...NOW]).exitCode]).toEqual([0, 0]);
  });

  it.each([
    ['src/consts.ts', "export const SITE_TITLE = 'Frost notes';"],
    [
      'src/config.ts',
      "export const NAV = { title: 'Menu' };\nexport const siteConfig = { title: 'Frost notes' };",
    ],
    ['src/config/site.ts', "export const SITE: Site = { name: 'Frost notes', title: '' };"],
    ['src/constants/site.js', 'export const SITE_CONFIG = { title: `Frost notes` };'],
    ['site.config.ts', "export default defineConfig({ title: 'Frost notes' });"],
    [
      'src/pages/rss.xml.js',
      "export const GET = () => rss({ title: 'Frost notes', items: posts.map((post) => ({ title: post.data.title })) });",
    ],
  ])('and takes its title from %s', (file, program) => {
    const folder = makeSite({ ...ASTRO, [file]: `${program}\n`, 'src/content/blog/a.md': POST });
    expect(runCli(folder, ['init', ...NOW]).exitCode).toBe(0);
    expect(readConfig(folder)).toMatchObject({ title: 'Frost notes' });
  });

  it('says that URLs below a part that may be empty are not sure', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/[...lang]/[slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/content/blog/a.md': POST,
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain('in code');
  });

  it('takes no list for the pages of articles, and says so', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/blog/[slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/pages/log/[year].astro': page('{ params: { year: 1 } }', ["'log'"]),
      'src/pages/logs/[slug].astro': page('{ params: { slug: String(1) } }', ["'log'"]),
      'src/content/blog/a.md': POST,
      'src/content/log/b.md': POST,
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ articles: 'src/content/blog' });
    expect(out).toContain('found no page for each article of the collection "log", only lists');
  });

  it('takes of a page of several collections those of articles', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/pages/[slug].astro': page('{ params: { slug: post.id }, props: { post } }', ["'blog'", "'docs'"]),
      'src/content/blog/a.md': POST,
      'src/content/docs/b.md': '---\ntitle: Manual\n---\nRead it.\n',
    });
    runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ articles: 'src/content/blog', permalink: '/:path/' });
  });

  it('reads a collection in the folder of another once, with its own URLs', () => {
    const folder = makeSite({
      ...ASTRO,
      'src/content.config.ts':
        "const posts = defineCollection({ loader: glob({ base: './src/content', pattern: ['**/*.md', '!**/trips/**'] }) });\nconst trips = defineCollection({ loader: glob({ base: './src/content/trips', pattern: '**/*.md' }) });\n",
      'src/pages/[slug].astro': page('{ params: { slug: post.id }, props: { post } }', ["'posts'"]),
      'src/pages/trips/[slug].astro': page('{ params: { slug: post.id }, props: { post } }', ["'trips'"]),
      'src/content/a.md': POST,
      'src/content/trips/b.md': POST.replace('Frost', 'Coast'),
    });
    const { out } = runCli(folder, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(folder)).toMatchObject({ articles: 'src/content' });
    expect(out).toContain('https://a.test/a/');
    expect(out).toContain('https://a.test/trips/b/');
  });

  it('leaves a folder without articles out of the URLs of every language', () => {
    const cut = "{ params: { slug: post.id.replace(/^.*?\\//, '') }, props: { post } }";
    const routes = ['blog', 'docs', 'log'].flatMap((name) =>
      ['', 'de/'].map(
        (tag) => [`src/pages/${tag}${name}/[...slug].astro`, page(cut, [`'${name}'`])] as const,
      ),
    );
    const folder = makeSite({
      ...ASTRO,
      ...Object.fromEntries(routes),
      'src/content/blog/en/a.md': POST,
      'src/content/blog/de/a.md': POST,
      'src/content/log/en/b.md': POST,
      'src/content/log/de/b.md': POST,
      'src/content/docs/en/c.md': '---\ntitle: Help\n---\nIt helps.\n',
      'src/content/docs/de/c.md': '---\ntitle: Hilfe\n---\nEs hilft.\n',
    });
    expect(runCli(folder, ['init', '--title', 'T', ...NOW]).out).toContain('https://a.test/de/blog/a/\n');
    expect(readConfig(folder)).toMatchObject({
      articles: ['src/content/log', 'src/content/blog'],
      permalink: {
        'src/content/blog': '/blog/:sections[1:]/:slug/',
        'src/content/log': '/log/:sections[1:]/:slug/',
        de: {
          'src/content/blog': '/de/blog/:sections[1:]/:slug/',
          'src/content/log': '/de/log/:sections[1:]/:slug/',
        },
      },
      languages: ['en', 'de'],
    });
  });

  it('finds the pages beside the program of a server', () => {
    const files = {
      ...ASTRO,
      'src/pages/[slug].astro': page('{ params: { slug: post.id }, props: { post } }'),
      'src/content/blog/a.md': POST,
    };
    const built = {
      'dist/client/index.html': '<title>Home</title>',
      'dist/client/a/index.html': '<h1>Frost</h1>',
    };
    const later = makeSite({ ...files, ...built });
    runCli(later, ['init', '--title', 'T', ...NOW]);
    expect(readConfig(later)).toMatchObject({ built: 'dist/client' });
    const settings = 'site: https://a.test\ntitle: T\npreset: astro\npermalink: /:path/\nbuilt: dist\n';
    const earlier = makeSite({ ...files, ...built, 'feedwright.yaml': settings });
    expect(runCli(earlier, ['build', ...NOW]).error).toContain('write "built: dist/client"');
  });
});
