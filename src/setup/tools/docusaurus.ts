import { asData, asText, type Data, joinSite, type Project, readLimit, type ToolWords } from './project.ts';

/** The literal values of a Docusaurus configuration. */
export function readDocusaurus(data: Data, project: Project): ToolWords {
  const blog = { ...asData(data.blog), ...asData(asData(data.presets).blog) };
  const path = asText(blog.path)?.replace(/^\.\/|\/+$/g, '') ?? 'blog';
  const route = (asText(blog.routeBasePath) ?? 'blog').replace(/^\/+|\/+$/g, '');
  const prefix = route === '' ? '' : `/${route}`;
  const end = data.trailingSlash === true ? '/' : '';
  const isUsual = prefix === '/blog' && end === '';
  return {
    settings: {
      site: joinSite(data.url, data.baseUrl),
      title: data.title,
      description: data.tagline,
      language: asData(data.i18n).defaultLocale,
      limit: readLimit(asData(blog.feedOptions).limit),
      built: `${project.base}build`,
      ...(path === 'blog' ? {} : { articles: project.base + path }),
      ...(isUsual ? {} : { permalink: `${prefix}/:year/:month/:day/:slug${end}` }),
    },
  };
}
