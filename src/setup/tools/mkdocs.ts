import { posix } from 'node:path';
import { excludeIgnored, readIgnoreLines } from './ignored-files.ts';
import { asData, asText, type Data, type Project, type ToolWords } from './project.ts';

/** The parts of a date as the plugin writes them, each with our placeholder. */
const DATES: Readonly<Record<string, string>> = {
  yyyy: ':year',
  yy: ':short_year',
  MM: ':month',
  M: ':i_month',
  dd: ':day',
  d: ':i_day',
};

/** The settings of each blog of Material for MkDocs. */
function listBlogs({ plugins }: Data): readonly Data[] {
  const named = Array.isArray(plugins)
    ? plugins
    : Object.entries(asData(plugins)).map(([key, value]) => ({ [key]: value }));
  return named.flatMap((plugin) => {
    if (plugin === 'blog' || plugin === 'material/blog') return [{}];
    const found = ['blog', 'material/blog'].find((name) => name in asData(plugin));
    return found === undefined ? [] : [asData(asData(plugin)[found])];
  });
}

/** A site of MkDocs, with the plugin `blog` of Material for MkDocs or with articles among its pages. */
export function readMkdocs(data: Data, project: Project): ToolWords {
  const { base } = project;
  const docs = asText(data.docs_dir) ?? 'docs';
  const isFlat = data.use_directory_urls === false;
  if (listBlogs(data).length === 0) return readPages(data, project, docs, isFlat);
  const blogs = listBlogs(data).map((blog) => readBlog(blog, isFlat));
  const articles = blogs.map(({ folder }) => posix.join(base, docs, folder));
  const known = blogs.flatMap(({ permalink }, i) =>
    permalink === undefined ? [] : [[articles[i] ?? '', permalink] as const],
  );
  const [only] = known;
  const exclude = readLeftOut(data, docs, articles, project);
  return {
    settings: {
      ...readSite(data, base),
      articles: articles.length === 1 ? articles[0] : articles,
      ...(only === undefined
        ? {}
        : { permalink: articles.length === 1 ? only[1] : Object.fromEntries(known) }),
      ...(exclude.length === 0 ? {} : { exclude }),
    },
    command: 'mkdocs build',
    notes: blogs.map(({ format, permalink }) =>
      permalink === undefined
        ? `"post_url_format" has no equivalent here: ${format}. Set "permalink", or build the site before "init".`
        : `There is no preset for MkDocs. "permalink" is taken from "post_url_format" (${format}) of the plugin "blog". Compare the URLs with your site, or build the site before "init".`,
    ),
  };
}

/** The files among the articles that are on no site, or on that of a preview alone. */
function readLeftOut(
  data: Data,
  docs: string,
  articles: readonly string[],
  project: Project,
): readonly string[] {
  const left = [data.exclude_docs, data.draft_docs].flatMap((each) => readIgnoreLines(asText(each)));
  const { base } = project;
  const inDocs = { folder: `${docs}/`, articles: articles.map((each) => `${each.slice(base.length)}/`) };
  return excludeIgnored(left, inDocs, project);
}

function readSite(data: Data, base: string) {
  return {
    site: data.site_url,
    title: data.site_name,
    description: data.site_description,
    language: asData(data.theme).language,
    author: data.site_author,
    built: posix.join(base, asText(data.site_dir) ?? 'site'),
  };
}

/** Folders of articles among the pages. */
const USUAL_FOLDERS = ['blog', 'posts', 'articles'];

/** Each page has the path of its file. */
function readPages(data: Data, project: Project, docs: string, isFlat: boolean): ToolWords {
  const { base } = project;
  const folders = project.list(docs);
  const blog = USUAL_FOLDERS.find((name) => folders.includes(`${name}/`)) ?? '';
  const path = posix.join('/', blog, ':path');
  const articles = posix.join(base, docs, blog);
  const exclude = readLeftOut(data, docs, [articles], project);
  return {
    settings: {
      ...readSite(data, base),
      articles,
      ...(exclude.length === 0 ? {} : { exclude }),
      permalink: isFlat ? `${path}.html` : `${path}/`,
    },
    command: 'mkdocs build',
    notes: ['There is no preset for MkDocs. "permalink" gives each article the path of its file.'],
  };
}

/** Where the posts of a blog are, and their URLs. */
function readBlog(blog: Data, isFlat: boolean) {
  const place = (asText(blog.blog_dir) ?? 'blog').replace(/^\.?\/?|\/+$/g, '');
  const folder = (asText(blog.post_dir) ?? '{blog}/posts').replace('{blog}', place).replace(/^\/+/, '');
  const format = asText(blog.post_url_format) ?? '{date}/{slug}';
  const own = format
    .replaceAll('{date}', spellDate(asText(blog.post_url_date_format) ?? 'yyyy/MM/dd'))
    .replaceAll('{slug}', ':post_title')
    .replaceAll('{file}', ':filename')
    .replace(/\{categories\}/g, ':category');
  const isKnown = !/[{}]/.test(own) && asText(blog.post_slugify) === undefined;
  const path = `/${[place, own].filter(Boolean).join('/')}`;
  return { folder, format, permalink: isKnown ? `${path}${isFlat ? '.html' : '/'}` : undefined };
}

/** A date of CLDR in our words; braces around what has none. */
function spellDate(format: string): string {
  return format.replace(/([A-Za-z])\1*/g, (name) => DATES[name] ?? `{${name}}`);
}
