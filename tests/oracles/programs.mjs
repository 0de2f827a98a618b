// How the tools that npm installs are asked: each builds a copy of a site, and says itself, where it can, what it publishes.
import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ARTICLE, addUnpublished, listFiles, mainOf, run, toUtc } from './builds.mjs';
import { docusaurusContent, vitepressContent } from './page-content.mjs';

export const PROGRAMS = {
  eleventy: program('@11ty/eleventy', recordEleventy),
  astro: program('astro', recordAstro),
  docusaurus: program('@docusaurus/core', recordDocusaurus),
  hexo: program('hexo', recordHexo),
  vitepress: program('vitepress', recordVitepress),
};

function program(name, record) {
  const version = (modules) =>
    JSON.parse(readFileSync(join(modules, 'node_modules', name, 'package.json'), 'utf8')).version;
  return {
    version,
    record: (work, modules) => {
      symlinkSync(join(modules, 'node_modules'), join(work, 'node_modules'));
      return record(work, (path, args, env) =>
        run(process.execPath, [join(work, 'node_modules', path), ...args], work, {
          ...env,
          RECORD: join(work, 'record.json'),
        }),
      );
    },
  };
}

function readRecord(work) {
  return JSON.parse(readFileSync(join(work, 'record.json'), 'utf8'));
}

/** The articles that are in these folders, as far as nobody asks for other files. */
function listArticles(work, folder) {
  return listFiles(join(work, folder))
    .filter((name) => ARTICLE.test(name))
    .map((name) => join(folder, name));
}

function readFeed(work, names) {
  const name = names.map((each) => join(work, each)).find((path) => existsSync(path));
  // The time of the build is the only thing in it that is another each time.
  return (
    name && readFileSync(name, 'utf8').replace(/(<(?:updated|lastBuildDate)>)[^<]*/, '$12026-11-01T00:00:00Z')
  );
}

/** A configuration around that of the site, which notes what is in the collections. */
function recordEleventy(work, node) {
  const own = ['eleventy.config.js', '.eleventy.js'].find((name) => existsSync(join(work, name)));
  writeFileSync(join(work, 'record.config.mjs'), ELEVENTY_CONFIG.replace('OWN', own));
  node('@11ty/eleventy/cmd.cjs', ['--config=record.config.mjs', '--quiet']);
  const { home, items } = readRecord(work);
  const articles = items
    .filter(({ file }) => ARTICLE.test(file) && file !== 'README.md')
    .map(({ output, url, ...item }) => ({
      ...item,
      live: true,
      url: new URL(encodeURI(url).replace(/^\//, ''), home).href,
      html: mainOf(readFileSync(join(work, output), 'utf8')),
    }));
  const folder = existsSync(join(work, 'content')) ? 'content' : 'posts';
  return {
    articles: addUnpublished(articles, listArticles(work, folder)),
    feed: readFeed(work, ['_site/feed/feed.xml']),
  };
}

const ELEVENTY_CONFIG = `import { writeFileSync } from 'node:fs';
import * as own from './OWN';
export const config = own.config;
export default async function (eleventy) {
  const returned = await own.default(eleventy);
  eleventy.addCollection('record', (api) => {
    const all = api.getAll().filter(({ url }) => url);
    const site = all[0].data.metadata ?? all[0].data.site;
    const isSaid = ({ data, inputPath }) => data.date !== undefined || /\\d{4}-\\d{2}-\\d{2}/.test(inputPath);
    const items = all.map((item) => ({
      file: item.inputPath.replace(/^\\.\\//, ''), url: item.url, output: item.outputPath, title: item.data.title,
      date: isSaid(item) ? item.date.toISOString().replace('.000Z', 'Z') : null,
    }));
    const home = site.url.replace(/\\/$/, '') + (returned?.pathPrefix ?? '/');
    writeFileSync(process.env.RECORD, JSON.stringify({ home, items }));
    return all;
  });
  return returned;
}
`;

/** Each page says which file it shows. */
function recordAstro(work, node) {
  node('astro/bin/astro.mjs', ['build', '--silent'], { ASTRO_TELEMETRY_DISABLED: '1' });
  const out = existsSync(join(work, 'out')) ? 'out' : 'dist';
  const articles = listFiles(join(work, out)).flatMap((name) => {
    const page = readFileSync(join(work, out, name), 'utf8');
    const record = /<meta name="record" content="([^"]*)"/.exec(page)?.[1];
    if (record === undefined) return [];
    const { url, file, title, date } = JSON.parse(
      record
        .replaceAll('&quot;', '"')
        .replaceAll('&#34;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('&#38;', '&'),
    );
    const own = file.startsWith('/') ? relative(work, file) : file;
    return [{ file: own, live: true, url, title, date: toUtc(date), html: mainOf(page) }];
  });
  const folders = ['src/content', 'src/data', 'src/texts', 'src/pages/posts'].filter((name) =>
    existsSync(join(work, name)),
  );
  return {
    articles: addUnpublished(
      articles,
      folders.flatMap((folder) => listArticles(work, folder)),
    ),
    feed: readFeed(work, [`${out}/rss.xml`]),
  };
}

/** A plugin is told by Docusaurus what the blog has. */
function recordDocusaurus(work, node) {
  const own = ['docusaurus.config.ts', 'docusaurus.config.js'].find((name) => existsSync(join(work, name)));
  renameSync(join(work, own), join(work, `own.${own}`));
  writeFileSync(join(work, 'docusaurus.config.mjs'), DOCUSAURUS_CONFIG.replace('OWN', `own.${own}`));
  node('@docusaurus/core/bin/docusaurus.mjs', ['build', '--no-minify'], { DISABLE_VERSION_CHECK: '1' });
  const folders = ['blog', 'news', 'articles'].filter((folder) => existsSync(join(work, folder)));
  const articles = readRecord(work).map(({ path, ...post }) => {
    const pages = [`${path}.html`, `${path}/index.html`].map((name) => join(work, 'build', name));
    const page = pages.find((name) => existsSync(name));
    return { ...post, live: true, html: page && docusaurusContent(readFileSync(page, 'utf8')) };
  });
  return {
    articles: addUnpublished(
      articles,
      folders.flatMap((folder) => listArticles(work, folder)),
    ),
    feed: readFeed(work, ['build/blog/atom.xml', 'build/atom.xml']),
  };
}

const DOCUSAURUS_CONFIG = `import { writeFileSync } from 'node:fs';
import own from './OWN';
const record = () => ({
  name: 'record',
  allContentLoaded({ allContent }) {
    const posts = Object.values(allContent['docusaurus-plugin-content-blog']).flatMap(({ blogPosts }) => blogPosts);
    const articles = posts.filter(({ metadata }) => !metadata.unlisted).map(({ metadata }) => ({
      file: metadata.source.replace(/^@site\\//, ''),
      path: decodeURI(metadata.permalink.slice(own.baseUrl.length)).replace(/\\/$/, ''),
      url: new URL(metadata.permalink.replace(/\\/?$/, own.trailingSlash === true ? '/' : '$&'), own.url).href, title: metadata.title,
      date: metadata.date.toISOString().replace('.000Z', 'Z'),
    }));
    writeFileSync(process.env.RECORD, JSON.stringify(articles));
  },
});
export default { ...own, plugins: [...(own.plugins ?? []), record] };
`;

/** A script of the site is told by Hexo which posts there are. */
function recordHexo(work, node) {
  const source = existsSync(join(work, 'src')) ? 'src' : 'source';
  writeFileSync(join(work, 'record.cjs'), HEXO_PROGRAM);
  // Hexo makes URLs of the time on the machine, which is as a rule in the zone of the site.
  const zone = /^timezone: (.+)$/m.exec(readFileSync(join(work, '_config.yml'), 'utf8'))?.[1];
  node('../record.cjs', [], { TZ: zone });
  const { posts, output } = readRecord(work);
  const articles = posts.map(({ file, path, ...post }) => ({
    file: join(source, file),
    live:
      existsSync(join(work, output, path.endsWith('/') || path === '' ? `${path}index.html` : path)) ||
      existsSync(join(work, output, path)),
    ...post,
  }));
  const folders = ['_posts', '_drafts']
    .map((name) => join(source, name))
    .filter((name) => existsSync(join(work, name)));
  return {
    articles: addUnpublished(
      articles,
      folders.flatMap((folder) => listArticles(work, folder)),
    ),
    feed: readFeed(work, ['public/atom.xml', 'out/feeds/atom.xml']),
  };
}

const HEXO_PROGRAM = `const Hexo = require('hexo');
const { writeFileSync } = require('node:fs');
(async () => {
  const hexo = new Hexo(__dirname, { silent: true });
  await hexo.init();
  await hexo.call('generate', {});
  const posts = hexo.locals.get('posts').toArray().map((post) => ({
    file: post.source, path: post.path, url: post.permalink, title: post.title,
    date: post.date.toDate().toISOString().replace('.000Z', 'Z'), html: post.content.trim(),
  }));
  writeFileSync(process.env.RECORD, JSON.stringify({ posts, output: hexo.config.public_dir }));
  await hexo.exit();
})();
`;

/** VitePress has a page for each file, and knows no dates. */
function recordVitepress(work, node) {
  const root = existsSync(join(work, 'docs')) ? 'docs' : '.';
  node('vitepress/bin/vitepress.js', ['build', root]);
  const output = root === 'docs' ? 'public' : '.vitepress/dist';
  const home = root === 'docs' ? 'https://float.example.se/float/' : 'https://buoy.example.se/';
  const source = root === 'docs' ? 'docs/src' : '.';
  const folders = (root === 'docs' ? ['docs/src/blog'] : ['posts', 'articles', 'de/posts', 'fr/blog']).filter(
    (folder) => existsSync(join(work, folder)),
  );
  const files = folders.flatMap((folder) => listArticles(work, folder));
  const rewritten = findRewritten(work, output);
  const config = listFiles(join(work, root, '.vitepress')).find((name) => name.startsWith('config.'));
  const isClean = readFileSync(join(work, root, '.vitepress', config), 'utf8').includes('cleanUrls: true');
  const articles = files.flatMap((file) => {
    const path = relative(source, file).replace(/\.md$/, '.html');
    const page = join(work, output, rewritten?.(join(work, file)) ?? path);
    if (!existsSync(page)) return [];
    const address = relative(join(work, output), page)
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1');
    const text = readFileSync(page, 'utf8');
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1];
    return [
      {
        file,
        live: true,
        url: home + (isClean ? address.replace(/\.html$/, '') : address),
        title,
        html: vitepressContent(text),
      },
    ];
  });
  return { articles: addUnpublished(articles, files) };
}

/** Where `rewrites` puts a file: on the page that has its title. */
function findRewritten(work, output) {
  const config = join(work, '.vitepress/config.mts');
  if (!existsSync(config) || !readFileSync(config, 'utf8').includes('rewrites')) return undefined;
  const titles = listFiles(join(work, output))
    .filter((name) => name.endsWith('.html'))
    .map((name) => [/<title>([^<]*)/.exec(readFileSync(join(work, output, name), 'utf8'))?.[1], name]);
  const pages = new Map(titles);
  return (file) => pages.get(/^title: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1]);
}
