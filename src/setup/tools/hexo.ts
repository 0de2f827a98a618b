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
  return {
    settings: {
      site: url,
      title,
      description,
      language: asList(language)[0],
      timeZone: timezone,
      permalink: short,
      author,
      limit: readLimit(feed.limit),
      built: `${project.base}${asText(data.public_dir)?.replace(/\/+$/, '') ?? 'public'}`,
      ...(paths.length > 0 ? { formats } : {}),
      ...(source === 'source' && project.base === '' ? {} : { articles: `${project.base}${source}/_posts` }),
    },
  };
}
