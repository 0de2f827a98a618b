import { toList } from '../../text/data.ts';
import { excludeIgnored } from './ignored-files.ts';
import { asData, asText, type Data, type Project, readLimit, type ToolWords } from './project.ts';

/** `_config.yml` of Hexo, with what hexo-generator-feed is told. */
export function readHexo(data: Data, project: Project): ToolWords {
  const { url, title, description, language, timezone, permalink, author } = data;
  const source = asText(data.source_dir)?.replace(/\/+$/, '') ?? 'source';
  const feed = asData(data.feed);
  const kinds = toList(feed.type).map((type) => (type === 'rss2' ? 'rss' : 'atom'));
  const paths = toList(feed.path).flatMap((path) => asText(path)?.replace(/^\/+/, '') ?? []);
  const formats = Object.fromEntries(kinds.flatMap((kind, i) => (paths[i] ? [[kind, paths[i]]] : [])));
  const pretty = asData(data.pretty_urls);
  const template = asText(permalink);
  const short = pretty.trailing_html === false ? template?.replace(/(?<!index)\.html$/, '') : template;
  const names = asText(data.new_post_name)?.replace(/\.\w+$/, '') ?? ':title';
  return {
    basePath: asText(data.root),
    notes:
      short !== undefined && /:title\b/.test(short) ? explainNames(names, `${source}/_posts/`, project) : [],
    settings: {
      site: url,
      title,
      description,
      language: toList(language)[0],
      timeZone: timezone,
      permalink: short === undefined ? undefined : placeTitle(short, names),
      author,
      limit: readLimit(feed.limit),
      ...excludePosts(data, source, project),
      built: `${project.base}${asText(data.public_dir)?.replace(/\/+$/, '') ?? 'public'}`,
      ...(paths.length > 0 ? { formats } : {}),
      // What lies elsewhere is no article, also where the usual folder is missing.
      ...(source === 'source' && project.base === '' && project.list('source/_posts/').length > 0
        ? {}
        : { articles: `${project.base}${source}/_posts` }),
    },
  };
}

/** Posts that `skip_render` makes files and `ignore` leaves out; `exclude` is for pages alone (tried with 7.3). */
function excludePosts(data: Data, source: string, project: Project) {
  const articles = [`${source}/_posts/`];
  const exclude = [
    ...excludeIgnored(toList(data.skip_render), { folder: `${source}/`, articles }, project),
    ...excludeIgnored(toList(data.ignore), { folder: '', articles }, project),
  ];
  return exclude.length === 0 ? {} : { exclude };
}

/** Forms of `new_post_name`: the title alone, after a date, or in folders. */
const KNOWN_NAMES = /^(?::year-:month-:day-|(?::\w+\/)*):title$/;

/** Hexo reads the title out of the path of a file: without the date or the folders that `new_post_name` has before it. */
function placeTitle(permalink: string, names: string): string {
  if (names === ':year-:month-:day-:title') return permalink.replace(/:(?:title|name)\b/, ':basename');
  const folders = countFolders(names);
  const isKnown = folders > 0 && KNOWN_NAMES.test(names);
  return isKnown ? permalink.replace(/:title\b/, `:sections[${folders}:]/:filename`) : permalink;
}

function countFolders(names: string): number {
  return names.split('/').length - 1;
}

const DIGITS: Readonly<Record<string, string>> = { year: '\\d{4}', month: '\\d{2}', day: '\\d{2}' };
const MOST_POSTS = 5_000;

/** What there is to say of URLs that `new_post_name` makes and no permalink can. */
function explainNames(names: string, folder: string, project: Project): readonly string[] {
  if (!KNOWN_NAMES.test(names))
    return [`"new_post_name: ${names}" changes ":title" of "permalink". Compare the URLs with your site.`];
  if (countFolders(names) === 0) return [];
  const pattern = new RegExp(`^${names.replace(/:(\w+)/g, (_, name: string) => DIGITS[name] ?? '.+')}$`);
  const posts = listPosts(folder, countFolders(names), project);
  const others = posts.filter((post) => !pattern.test(post.slice(folder.length).replace(/\.\w+$/, '')));
  if (others.length === 0) return [];
  const count = others.length === 1 ? '1 post has' : `${others.length} posts have`;
  return [
    `${count} another path than "new_post_name" (${names}), so Hexo makes the URL of the whole path: ${others[0]}${others.length > 1 ? ' and others' : ''}. Give each its "permalink".`,
  ];
}

/** The posts of a folder; those so deep that their path surely fits are left out. */
function listPosts(folder: string, depth: number, project: Project): readonly string[] {
  const found: string[] = [];
  const visit = (path: string, left: number): void => {
    for (const name of project.list(path)) {
      if (found.length === MOST_POSTS) return;
      if (name.endsWith('/') && left >= 0) visit(path + name, left - 1);
      else if (/\.(?:md|markdown)$/.test(name)) found.push(path + name);
    }
  };
  visit(folder, depth);
  return found;
}
