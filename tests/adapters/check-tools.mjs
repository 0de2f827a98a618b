// Builds small sites with the real tools and our plugins, and looks whether the feeds are in the built site with every article, and each
// URL and image in them, too. Needs the npm registry; Astro and Docusaurus are too large for every change, so that they are asked for.
//   node tests/adapters/check-tools.mjs [eleventy] [vitepress] [astro] [docusaurus]
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const base = mkdtempSync(join(tmpdir(), 'feedwright-tools-'));
const picture = readFileSync('docs/feed-page.png');
const html = (inside) =>
  `<!doctype html><html><head><title>x</title></head><body><main>${inside}</main></body></html>\n`;
const post = (title, date, text) => `---\ntitle: ${title}\ndate: ${date}\n---\n${text}\n`;
const POSTS = {
  'hello.md': post('Hello & welcome', '2025-11-04', 'Some *text*.\n\n![Hero](./hero.png)'),
  'second.md': post('Second', '2025-11-05T10:00:00Z', 'More `code`.'),
};
const settings = "site: 'https://you.example/', title: 'You', language: 'en'";

/** What each tool needs: packages, the folder of the posts, other files, the command, the built site and the URL of a post. */
const TOOLS = {
  eleventy: {
    packages: ['@11ty/eleventy@3', '@11ty/eleventy-img@6'],
    posts: 'posts',
    files: {
      'index.md': 'Home',
      'posts/posts.json':
        '{ "tags": "posts", "layout": "page.njk", "permalink": "/writing/{{ page.fileSlug }}/" }',
      '_includes/page.njk': html('{{ content | safe }}'),
      'eleventy.config.js': `import feedwright from 'feedwright/eleventy';
import { eleventyImageTransformPlugin } from '@11ty/eleventy-img';
export default (config) => {
  config.addPlugin(eleventyImageTransformPlugin, { formats: ['webp', 'jpeg'] });
  config.addPlugin(feedwright, { ${settings} });
};`,
    },
    command: 'npx eleventy',
    built: '_site',
    url: (slug) => `https://you.example/writing/${slug}/`,
  },
  vitepress: {
    packages: ['vitepress@1', 'vue@3'],
    posts: 'posts',
    files: {
      'index.md': '# Home',
      '.vitepress/config.mjs': `import { vitePress } from 'feedwright/vite';
export default { title: 'You', buildEnd: vitePress({ ${settings}, articles: 'posts' }) };`,
    },
    command: 'npx vitepress build',
    built: '.vitepress/dist',
    url: (slug) => `https://you.example/posts/${slug}.html`,
  },
  astro: {
    packages: ['astro@5', 'sharp'],
    posts: 'src/content/blog',
    files: {
      'src/pages/index.astro': html('Home'),
      'src/pages/blog/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () => (await getCollection('blog')).map((post) => ({ params: { slug: post.id }, props: post }));
const { Content } = await render(Astro.props);
---
${html('<Content />')}`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { blog: defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/blog' }) }) };`,
      'astro.config.mjs': `import feedwright from 'feedwright/astro';
const feeds = feedwright({ title: 'You', language: 'en', articles: 'src/content/blog', permalink: '/blog/:slug/' });
export default { site: 'https://you.example', base: '/me', integrations: [feeds] };`,
    },
    command: 'npx astro build',
    built: 'dist',
    url: (slug) => `https://you.example/me/blog/${slug}/`,
    base: '/me',
  },
  docusaurus: {
    packages: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
    posts: 'blog',
    // Its own bundles are no modules for webpack where the package says what it is.
    manifest: {},
    files: {
      'docusaurus.config.js': `module.exports = { title: 'You', url: 'https://you.example', baseUrl: '/me/',
  presets: [['classic', { docs: false, pages: false, blog: { routeBasePath: '/', feedOptions: { type: null } } }]],
  plugins: [['feedwright/docusaurus', { language: 'en' }]] };`,
    },
    command: 'npx docusaurus build',
    built: 'build',
    url: (slug) => `https://you.example/me/${slug}`,
    base: '/me',
  },
};

function run(command, cwd) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DISABLE_VERSION_CHECK: '1' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}\nexits with ${status}\n${stdout}${stderr}`);
  return stdout + stderr;
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function check(name) {
  const {
    packages,
    posts,
    files,
    command,
    built,
    url,
    base: below = '',
    manifest = { type: 'module' },
  } = TOOLS[name];
  const folder = join(base, name);
  const own = Object.entries(POSTS).map(([path, text]) => [`${posts}/${path}`, text]);
  write(folder, { 'package.json': JSON.stringify(manifest), ...files, ...Object.fromEntries(own) });
  writeFileSync(join(folder, posts, 'hero.png'), picture);
  run(`npm install --silent --no-audit --no-fund ${packages.join(' ')} ${join(base, packed)}`, folder);
  const said = run(command, folder);
  if (/ (?:warning|error) [a-z-]+: /.test(said)) throw new Error(`${name} warns:\n${said}`);
  const { items } = JSON.parse(readFileSync(join(folder, built, 'feed.json'), 'utf8'));
  const urls = items.map((item) => item.url);
  const expected = ['second', 'hello'].map(url);
  if (String(urls) !== String(expected)) throw new Error(`${name}: URLs are ${urls}, expected ${expected}`);
  const images = items.flatMap(({ content_html: text }) =>
    [...text.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src),
  );
  if (images.length !== 1) throw new Error(`${name}: ${images.length} images`);
  for (const address of [...urls, ...images]) {
    const path = new URL(address).pathname.slice(below.length);
    const places = [path, `${path}.html`, `${path}/index.html`].map((each) => join(folder, built, each));
    if (!places.some((place) => existsSync(place)))
      throw new Error(`${name}: ${address} is not on the built site`);
  }
  console.log(`${name}: ${items.length} articles at their pages, ${images.join(', ')}`);
}

const asked = process.argv.slice(2);
run(`npm pack --silent --ignore-scripts --pack-destination ${base}`, '.');
const packed = readdirSync(base).find((file) => file.endsWith('.tgz'));
try {
  for (const name of asked.length > 0 ? asked : ['eleventy', 'vitepress']) check(name);
} finally {
  rmSync(base, { recursive: true, force: true });
}
