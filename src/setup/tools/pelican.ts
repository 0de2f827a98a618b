import { posix } from 'node:path';
import { toList } from '../../text/data.ts';
import { excludeIgnored } from './ignored-files.ts';
import { asText, type Data, type Project, type ToolWords } from './project.ts';

/** The parts of a date as Python writes them, each with our placeholder. */
const DATES: Readonly<Record<string, string>> = {
  Y: ':year',
  y: ':short_year',
  m: ':month',
  '-m': ':i_month',
  b: ':short_month',
  B: ':long_month',
  d: ':day',
  '-d': ':i_day',
  j: ':y_day',
  H: ':hour',
  M: ':minute',
  S: ':second',
};

/** Settings of Pelican: `NAME = value` in Python, where the file for publishing overrides the other. */
export function readPelican(main: Data, project: Project): ToolWords {
  const publishing = project.read('publishconf.py');
  const data = { ...main, ...publishing };
  const content = asText(data.PATH) ?? (project.list('content/').length > 0 ? 'content' : '.');
  const texts = (value: unknown) =>
    toList(value).flatMap((each) => (typeof each === 'string' ? [each.replace(/\/+$/, '')] : []));
  // The older name of the setting is `ARTICLE_DIR`.
  const places = texts(data.ARTICLE_PATHS ?? data.ARTICLE_DIR ?? '');
  const pages = texts(data.PAGE_PATHS ?? data.PAGE_DIR ?? 'pages').filter(
    (each) => places.includes('') && project.list(posix.join(content, each, '/')).length > 0,
  );
  const folder = content === '.' ? '' : `${content.replace(/\/+$/, '')}/`;
  const exclude = [
    ...pages.map((each) => `${each}/**`),
    ...excludeIgnored(texts(data.ARTICLE_EXCLUDES ?? []), { folder, articles: [folder] }, project),
    ...texts(data.IGNORE_FILES ?? []).flatMap((each) =>
      /\.(?:md|markdown|mkd|html?)$/.test(each) ? [`**/${each}`] : [],
    ),
  ];
  const articles = places.map((place) => posix.join(project.base, content, place).replace(/\/$/, ''));
  const written = asText(data.ARTICLE_URL) ?? '{slug}.html';
  const permalink = spell(written);
  const zone = asText(data.TIMEZONE);
  return {
    settings: {
      site: data.SITEURL,
      title: data.SITENAME,
      description: data.SITESUBTITLE,
      language: data.DEFAULT_LANG,
      author: data.AUTHOR,
      ...(zone === undefined ? {} : { timeZone: zone }),
      articles: articles.length === 1 ? articles[0] || '.' : articles,
      ...(exclude.length === 0 ? {} : { exclude }),
      ...(permalink === undefined ? {} : { permalink }),
      built: posix.join(project.base, asText(data.OUTPUT_PATH) ?? 'output').replace(/\/$/, ''),
    },
    command: `pelican ${content}${publishing ? ' -s publishconf.py' : ''}`,
    notes: [
      permalink === undefined
        ? `"ARTICLE_URL" has no equivalent here: ${written}. Set "permalink", or build the site before "init".`
        : `There is no preset for Pelican. "permalink" is taken from "ARTICLE_URL" (${written}); articles with a language of their own have the URL that "ARTICLE_LANG_URL" gives. Compare the URLs with your site, or build the site before "init".`,
    ],
  };
}

/** `{date:%Y}/{slug}` in our words. */
function spell(template: string): string | undefined {
  const own = template
    .replace(/\{date:([^{}]*)\}/g, (_, format: string) =>
      format.replace(/%(-?[A-Za-z])/g, (whole, name: string) => DATES[name] ?? whole),
    )
    .replaceAll('{slug}', ':post_title')
    .replaceAll('{category}', ':category')
    .replaceAll('{lang}', ':language');
  return /[{}%]/.test(own) ? undefined : `/${own.replace(/^\/+/, '')}`;
}
