import { dirname, join, relative, sep } from 'node:path';
import { isFile } from '../files/places.ts';
import { readStartTags } from '../text/start-tags.ts';
import { pathOf, readPage } from './locate-page.ts';

/** As many links as show the way in which a site writes all of them, and the pages that are read for them. */
const ENOUGH_LINKS = 20;
const MOST_PAGES = 50;

/**
 * Whether a site links to its pages without their `.html`, as hosts serve those of SvelteKit and Next.js.
 * @param files the pages of the site, absolute
 * @param built folder of the built site, absolute
 */
export function hidesEndings(files: readonly string[], built: string, site: string): boolean {
  if (files.every((file) => /[\\/](?:index|404)\.html$/.test(file))) return false;
  // Pages near the top link to most others.
  const nearest = files.toSorted((a, b) => a.split(sep).length - b.split(sep).length).slice(0, MOST_PAGES);
  let hidden = 0;
  let shown = 0;
  for (const file of nearest) {
    for (const link of listLinks(file, built, site)) {
      if (/\.html$/.test(link)) shown += isFile(join(built, link)) ? 1 : 0;
      else hidden += isFile(join(built, `${link}.html`)) ? 1 : 0;
    }
    if (hidden + shown >= ENOUGH_LINKS) break;
  }
  return hidden > shown;
}

/** The paths below the site to which a page links, but for folders and the home page. */
function listLinks(file: string, built: string, site: string): readonly string[] {
  const folder = relative(built, dirname(file)).split(sep).map(encodeURIComponent).join('/');
  const base = folder === '' ? site : `${site}${folder}/`;
  const links = new Set<string>();
  for (const { attributes } of readStartTags(readPage(file, built), ['a'])) {
    const href = attributes.get('href');
    if (href === undefined || !URL.canParse(href, base)) continue;
    const path = pathOf(new URL(href, base).href, site);
    if (path !== undefined && path !== '' && !/\/$|(?:^|\/)index\.html$/.test(path)) links.add(path);
  }
  return [...links];
}
