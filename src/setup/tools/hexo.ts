import { asData, asList, asText, type Data, type Project, readLimit, type ToolWords } from './project.ts';

/** `_config.yml` of Hexo, with what hexo-generator-feed is told. */
export function readHexo(data: Data, project: Project): ToolWords {
  const { url, title, description, language, timezone, permalink, author } = data;
  const source = asText(data.source_dir)?.replace(/\/+$/, '') ?? 'source';
  const feed = asData(data.feed);
  const kinds = asList(feed.type).map((type) => (type === 'rss2' ? 'rss' : 'atom'));
  const paths = asList(feed.path).flatMap((path) => asText(path)?.replace(/^\/+/, '') ?? []);
  const formats = Object.fromEntries(kinds.flatMap((kind, i) => (paths[i] ? [[kind, paths[i]]] : [])));
  const pretty = asData(data.pretty_urls);
  const template = asText(permalink);
  const short = pretty.trailing_html === false ? template?.replace(/(?<!index)\.html$/, '') : template;
  const names = asText(data.new_post_name) ?? '';
  return {
    settings: {
      site: url,
      title,
      description,
      language: asList(language)[0],
      timeZone: timezone,
      // A date that each file name begins with is not part of the title.
      permalink: /^:year-:month-:day-:title/.test(names)
        ? short?.replace(/:(?:title|name)\b/, ':basename')
        : short,
      author,
      limit: readLimit(feed.limit),
      built: `${project.base}${asText(data.public_dir)?.replace(/\/+$/, '') ?? 'public'}`,
      ...(paths.length > 0 ? { formats } : {}),
      // What lies elsewhere is no article, also where the usual folder is missing.
      ...(source === 'source' && project.base === '' && project.list('source/_posts/').length > 0
        ? {}
        : { articles: `${project.base}${source}/_posts` }),
    },
  };
}
