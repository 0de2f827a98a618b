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
  return {
    basePath: asText(data.root),
    settings: {
      site: url,
      title,
      description,
      language: toList(language)[0],
      timeZone: timezone,
      permalink: short,
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

/** What else than the ending of new posts Hexo renders. */
const OTHER_ENDINGS = 'md markdown mkd mkdn mdwn mdtxt mdtext html htm'.split(' ');

/**
 * Posts that `skip_render` makes files and `ignore` leaves out; `exclude` is for pages alone (tried with 7.3). With a folder of files for
 * each post, what does not end as new posts do is a file, too.
 */
function excludePosts(data: Data, source: string, project: Project) {
  const articles = [`${source}/_posts/`];
  const ending = /\.(\w+)$/.exec(asText(data.new_post_name) ?? '')?.[1] ?? 'md';
  const others = OTHER_ENDINGS.filter((each) => each !== ending);
  const exclude = [
    ...excludeIgnored(toList(data.skip_render), { folder: `${source}/`, articles }, project),
    ...excludeIgnored(toList(data.ignore), { folder: '', articles }, project),
    ...(data.post_asset_folder === true ? [`**/*.{${others.join(',')}}`] : []),
  ];
  return exclude.length === 0 ? {} : { exclude };
}
