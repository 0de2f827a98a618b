import { join, relative, sep } from 'node:path';
import { isFile, listEntries } from '../files/places.ts';
import type { Candidate, Config, PlannedFeed, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { decode, locatePage, pathOf, readPage } from './locate-page.ts';

/** So many pages of one name are looked into for the one of an article. */
const MAXIMUM_PAGES = 20;

/**
 * Looks whether each article that a feed carries has its page where the tool of the site left the built site. Only the folder
 * is listed; pages are opened for articles that have none.
 */
export function checkPages(config: Config, feeds: readonly PlannedFeed[]): readonly Problem[] {
  const { built, site } = config;
  if (built === undefined) return [];
  const place = { file: config.file, line: config.lines.built };
  if (!isFile(join(built, 'index.html')))
    return [problem('site-not-built', place, { folder: showPath(built, config.root) })];
  const carried = feeds.flatMap((feed) => [feed, ...feed.archives].flatMap(({ articles }) => articles));
  const lost = [...new Set(carried)].filter(({ url }) => {
    const path = pathOf(url, site);
    return path !== undefined && locatePage(built, path) === undefined;
  });
  if (lost.length === 0) return [];
  const pages = indexPages(built);
  return lost.map((article) => {
    const url = findPage(article, config, built, pages);
    return problem('address-not-on-site', { file: article.file }, { url: article.url, found: url });
  });
}

/** The pages of the site by the letters and digits of their names. */
function indexPages(built: string): ReadonlyMap<string, readonly string[]> {
  const pages = new Map<string, string[]>();
  const visit = (folder: string, depth: number): void => {
    for (const entry of listEntries(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth > 0) visit(path, depth - 1);
      if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
      const named = entry.name === 'index.html' ? folder : path.slice(0, -'.html'.length);
      const key = fold(named.slice(named.lastIndexOf(sep) + 1));
      pages.set(key, [...(pages.get(key) ?? []), path]);
    }
  };
  visit(built, 12);
  return pages;
}

/** The URL of the one page that has the name and shows the title of an article. */
function findPage(
  { url, path, title }: Candidate,
  { site }: Config,
  built: string,
  pages: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const file = path.replace(/\.[^.]+$/, '').replace(/[\\/]_?index$/, '');
  const name = file.slice(file.lastIndexOf(sep) + 1);
  const keys = [name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''), lastSegment(url), title].map(fold);
  const likely = [...new Set(keys)].flatMap((key) => pages.get(key) ?? []).slice(0, MAXIMUM_PAGES);
  const showing = [...new Set(likely)].filter((page) => fold(readPage(page, built)).includes(fold(title)));
  const [found] = showing;
  if (found === undefined || showing.length > 1) return undefined;
  const below = relative(built, found).split(sep).map(encodeURIComponent).join('/');
  return site + below.replace(/(^|\/)index\.html$/, '$1');
}

function lastSegment(url: string): string {
  return decode(
    url
      .replace(/\/$/, '')
      .replace(/\.html$/, '')
      .split('/')
      .at(-1) ?? '',
  );
}

/** Letters and digits alone, whatever signs a tool puts between. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
