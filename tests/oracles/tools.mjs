// How each tool is asked what it makes of a site: it builds a copy of it, and says itself, where it can, what it publishes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, addUnpublished, listFiles, mainOf, run, toUtc } from './builds.mjs';
import { PROGRAMS } from './programs.mjs';

const hugo = { version: () => /v[\d.]+/.exec(run('hugo', ['version'], '.'))[0], record: recordHugo };

export const TOOLS = {
  hugo,
  // What only a newer Hugo has: recorded with the one that is first on the PATH.
  'hugo-recent': hugo,
  jekyll: { version: () => run('jekyll', ['--version'], '.').trim(), record: recordJekyll },
  zola: { version: () => run('zola', ['--version'], '.').trim(), record: recordZola },
  ...PROGRAMS,
};

/** `hugo list all` names every page with its URL; what is live has a page in the built site. */
function recordHugo(work) {
  run('hugo', ['--quiet'], work);
  const listed = readCsv(run('hugo', ['list', 'all'], work)).slice(1);
  const rows = listed.filter(([file]) => !/(?:^|\/)_index\./.test(file));
  const home = siteOf(rows);
  const articles = rows.map(([file, , title, date, , published, , url]) => {
    const path = url === '' ? undefined : url.slice(home.length).replace(/\/$/, '/index.html');
    // What looks escaped in a name is in the name of the file, too.
    const pages = path === undefined ? [] : [decodeURIComponent(path), path];
    const page = pages.map((each) => join(work, 'public', each)).find((each) => existsSync(each));
    if (page === undefined) return { file, live: false };
    const day = published.startsWith('0001') ? date : published;
    const html = mainOf(readFileSync(page, 'utf8'));
    return { file, live: true, url, title, date: day.startsWith('0001') ? null : toUtc(day), html };
  });
  const folder = listFiles(join(work, 'content')).filter(
    (name) => ARTICLE.test(name) && !/(?:^|\/)_index\./.test(name),
  );
  const feeds = ['index.xml', 'nl/index.xml', 'ca/index.xml'].map((name) => join(work, 'public', name));
  const feed = readFileSync(
    feeds.find((path) => existsSync(path)),
    'utf8',
  );
  return {
    articles: addUnpublished(
      articles,
      folder.map((name) => `content/${name}`),
    ),
    feed,
  };
}

/** What all URLs begin with: everything up to the folder of the site. */
function siteOf(rows) {
  const urls = rows.map((row) => row[7]).filter((url) => url !== '');
  return urls.some((url) => url.includes('/site/'))
    ? `${new URL(urls[0]).origin}/site/`
    : `${new URL(urls[0]).origin}/`;
}

function readCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** A plugin is told by Jekyll what it has written. */
function recordJekyll(work) {
  const source = existsSync(join(work, 'src')) ? 'src' : '.';
  mkdirSync(join(work, source, '_plugins'), { recursive: true });
  writeFileSync(join(work, source, '_plugins/record.rb'), JEKYLL_PLUGIN);
  const record = join(work, 'record.json');
  run('jekyll', ['build', '--quiet'], work, { RECORD: record });
  const articles = JSON.parse(readFileSync(record, 'utf8')).map(({ file, ...rest }) => ({
    file: join(source, file),
    ...rest,
  }));
  const files = listFiles(work).filter(
    (name) => /(?:^|\/)_(?:posts|drafts)\//.test(name) && !name.startsWith('_site/'),
  );
  const feed = listFiles(work).find((name) => /^(?:_site|out)\/(?:feed|feeds\/all)\.xml$/.test(name));
  const text = readFileSync(join(work, feed), 'utf8');
  // The time of the build is the only thing in it that is another each time.
  return {
    articles: addUnpublished(articles, files),
    feed: text.replace(/(<updated>)[^<]*/, '$12026-11-01T00:00:00Z'),
  };
}

const JEKYLL_PLUGIN = `require 'json'
Jekyll::Hooks.register :site, :post_write do |site|
  home = site.config['url'].to_s + site.config['baseurl'].to_s
  articles = site.posts.docs.map do |post|
    { file: post.relative_path, live: File.file?(post.destination(site.dest)), url: home + post.url,
      title: post.data['title'].to_s, date: post.date.getutc.strftime('%Y-%m-%dT%H:%M:%SZ'), html: post.content.strip }
  end
  File.write(ENV['RECORD'], JSON.generate(articles))
end
`;

/** The templates of these sites let each page say which file it shows. */
function recordZola(work) {
  const root = existsSync(join(work, 'site')) ? 'site' : '.';
  run('zola', ['--root', root, 'build'], work);
  const output = existsSync(join(work, root, 'public')) ? join(root, 'public') : 'out';
  const articles = listFiles(join(work, output))
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => {
      const page = readFileSync(join(work, output, name), 'utf8');
      const record = /<meta name="record" content="([^"]*)"/.exec(page)?.[1];
      if (record === undefined) return [];
      const [file, url, title, date] = unescapeHtml(record).split('|');
      return [
        {
          file: join(root, 'content', file),
          live: true,
          url: encodeURI(url),
          title,
          date: date === '' ? null : toUtc(date),
          html: mainOf(page),
        },
      ];
    });
  const files = listFiles(join(work, root, 'content')).filter(
    (name) => ARTICLE.test(name) && !/(?:^|\/)_index\./.test(name),
  );
  return {
    articles: addUnpublished(
      articles,
      files.map((name) => join(root, 'content', name)),
    ),
    feed: readFileSync(join(work, output, 'atom.xml'), 'utf8'),
  };
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#x2F': '/' };

function unescapeHtml(text) {
  return text.replace(/&(#?\w+);/g, (_, name) => ENTITIES[name]);
}
