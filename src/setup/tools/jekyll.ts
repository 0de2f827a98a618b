import { posix } from 'node:path';
import { toList } from '../../text/data.ts';
import { excludeIgnored } from './ignored-files.ts';
import {
  asData,
  asText,
  type Data,
  joinSite,
  type Project,
  readAuthor,
  readHost,
  readLimit,
  type ToolWords,
} from './project.ts';
import { readShow } from './show.ts';

/** Folders that Jekyll never looks into for posts. */
const SKIPPED = /^(?:[._](?!posts\/)|node_modules\/|vendor\/)/;

/** `_config.yml`, and that of jekyll-feed in it. */
export function readJekyll(data: Data, project: Project): ToolWords {
  const { url, baseurl, title, name, description, lang, locale, timezone, permalink, author } = data;
  const feed = asData(data.feed);
  const path = asText(feed.path)?.replace(/^\/+/, '');
  const { source, folder, missing } = readFolders(data, project);
  const below = folder === '' ? '' : `${folder}/`;
  const plugins = [...toList(data.plugins), ...toList(data.gems)];
  const hasFeed = plugins.includes('jekyll-feed') || data.feed !== undefined;
  const posts = findPosts(project, below, 3);
  const isUsual = posts.length === 0 || (posts.length === 1 && posts[0] === '_posts');
  const [only] = posts;
  const articles = posts.length === 1 ? only : below === '' ? '.' : below.replace(/\/$/, '');
  const included = toList(data.include);
  const excluded = toList(data.exclude).flatMap((each) =>
    included.includes(each) ? [] : (asText(each) ?? []),
  );
  const outer = articles === '.' ? excluded.filter((each) => project.list(below).includes(`${each}/`)) : [];
  const places = posts.map((each) => `${each}/`);
  const exclude = [
    ...outer.map((each) => `${each.replace(/\/+$/, '')}/**`),
    ...excludeIgnored(excluded, { folder: source === '' ? '' : `${source}/`, articles: places }, project),
  ];
  return {
    settings: {
      site: joinSite(asText(url) ?? readHost(project), baseurl),
      title: title ?? name,
      description,
      language: lang ?? locale,
      timeZone: timezone,
      // What the collection of posts has counts before what all pages have.
      permalink: asData(asData(data.collections).posts).permalink ?? permalink,
      author: readAuthor(author),
      limit: readLimit(feed.posts_limit),
      ...readShow(data),
      built: `${project.base}${asText(data.destination)?.replace(/^\.\/|\/+$/g, '') ?? '_site'}`,
      ...(path === undefined ? {} : { formats: { atom: path } }),
      ...(below === '' ? {} : { source: project.base + folder }),
      ...(isUsual && below === '' ? {} : { articles: project.base + articles }),
      ...(exclude.length > 0 ? { exclude } : {}),
    },
    basePath: asText(baseurl),
    ...(hasFeed ? { ids: ':url_dir/:slugorfilename' } : {}),
    notes: listLeftOut(data, missing),
  };
}

/** A setting that names a folder which is not there, and the one that is read instead. */
interface Missing {
  readonly setting: string;
  readonly source: string;
}

/** The source of the site, and the folder in it that has the collections, where posts may be: it is no category. */
function readFolders(data: Data, project: Project) {
  const named = asText(data.source)?.replace(/^\.\/|\/+$/g, '') ?? '';
  // Another program may make the folder that Jekyll reads.
  const isMissing = named !== '' && named !== '.' && project.list(`${named}/`).length === 0;
  const source = isMissing ? findSource(project) : named;
  const collections = asText(data.collections_dir)?.replace(/^\.?\/+|\/+$/g, '') ?? '';
  const isGone = collections !== '' && project.list(posix.join(source, collections, '/')).length === 0;
  const folder = [source, isGone ? '' : collections].filter((each) => each !== '' && each !== '.').join('/');
  const missing: readonly Missing[] = [
    ...(isMissing ? [{ setting: `source: ${named}`, source }] : []),
    ...(isGone ? [{ setting: `collections_dir: ${collections}`, source }] : []),
  ];
  return { source, folder, missing };
}

/** What is not taken over. */
function listLeftOut(data: Data, missing: readonly Missing[]): readonly string[] {
  return [
    ...missing.map(
      ({ setting, source }) =>
        `"${setting}" was not copied: there is no such folder. feedwright looks for posts in "${source || '.'}".`,
    ),
    ...(data.future === true
      ? ['"future: true" was not copied: feedwright holds an article with a future date back until then.']
      : []),
    ...(asData(data.feed).collections === undefined
      ? []
      : ['"feed.collections" was not copied: feedwright reads only posts.']),
  ];
}

/** The folder in which the only folder of posts is; else the top. */
function findSource(project: Project): string {
  const [only, ...others] = findPosts(project, '', 3);
  return only === undefined || others.length > 0 ? '' : only.replace(/\/?_posts$/, '');
}

/** The folders of posts, which may be below any other. */
function findPosts(project: Project, folder: string, depth: number): readonly string[] {
  return project.list(folder).flatMap((name) => {
    if (!name.endsWith('/') || SKIPPED.test(name)) return [];
    if (name === '_posts/') return [`${folder}_posts`];
    return depth === 0 ? [] : findPosts(project, `${folder}${name}`, depth - 1);
  });
}
