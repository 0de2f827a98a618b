import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { buildSite, plainFacts, siteBelow, urlOf } from './build-site.ts';

const require = createRequire(import.meta.url);

/** The settings of feedwright, and which pages are articles. */
export interface EleventySettings extends Settings {
  /** The tag of the articles, or a pattern of their files such as `blog/*.md`. @default 'posts' */
  readonly collection?: string;
}

interface Page {
  readonly url: string | false;
  readonly date: Date;
  readonly inputPath: string;
  readonly content?: string;
  readonly templateContent?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Collections = Readonly<Record<string, readonly Page[] | undefined>>;
type Transform = (this: unknown, html: string, page: unknown) => Promise<string>;

/** What of Eleventy's configuration is used, from version 2 on; version 2 has no virtual templates. */
export interface EleventyConfig {
  readonly pathPrefix?: string;
  readonly addTemplate?: (
    path: string,
    render: (data: { readonly collections: Collections }) => string,
    data: Readonly<Record<string, unknown>>,
  ) => unknown;
  readonly addCollection: (
    name: string,
    make: (collections: { readonly getAll: () => readonly Page[] }) => readonly unknown[],
  ) => unknown;
  readonly getFilter: (name: string) => unknown;
  readonly on: (
    event: string,
    run: (event: { readonly dir: { readonly output: string } }) => unknown,
  ) => unknown;
}

/**
 * Plugin for Eleventy: writes feeds next to the pages once they are built, with their URLs and dates and the HTML that Eleventy made.
 * `eleventyConfig.addPlugin(feedwright, { site: 'https://you.example/', title: 'You' })`
 */
export default function feedwright(eleventy: EleventyConfig, options: EleventySettings): void {
  const { collection = 'posts', ...given } = options;
  const settings =
    given.site === undefined ? given : { ...given, site: siteBelow(given.site, eleventy.pathPrefix) };
  let pages: readonly Page[] = [];
  watchPages(eleventy, collection, (found) => {
    pages = found;
  });
  eleventy.on('eleventy.after', async ({ dir }) => {
    const transform = eleventy.getFilter('renderTransforms') as Transform | undefined;
    if (pages.length === 0)
      throw new Error(
        `feedwright found no page of the collection "${collection}". Set "collection" to that of your articles.`,
      );
    const articles = pages.map((page) => toArticle(page, collection, settings.site, transform));
    await buildSite({
      settings,
      workingDirectory: '.',
      built: resolve(dir.output),
      isRendered: true,
      articles: (await Promise.all(articles)).flatMap((article) => article ?? []),
    });
  });
}

/** A collection of our own would be seen, as sites make a page for each: a template that is never written is not. */
function watchPages(
  eleventy: EleventyConfig,
  collection: string,
  see: (pages: readonly Page[]) => void,
): void {
  if (!eleventy.addTemplate) {
    eleventy.addCollection('feedwright', (all) => {
      see(choosePages(all.getAll(), collection));
      return [];
    });
    return;
  }
  const render = ({ collections }: { readonly collections: Collections }) => {
    see(collections[collection] ?? choosePages(collections.all ?? [], collection));
    return '';
  };
  const data = {
    permalink: false,
    layout: false,
    eleventyExcludeFromCollections: true,
    eleventyImport: { collections: [collection] },
  };
  eleventy.addTemplate('feedwright.11ty.js', render, data);
}

function choosePages(pages: readonly Page[], collection: string): readonly Page[] {
  if (!/[*/]/.test(collection)) return pages.filter(({ data }) => [data.tags].flat().includes(collection));
  const picomatch = require('picomatch') as typeof import('picomatch');
  const matches = picomatch(collection.replace(/^\.\//, ''));
  return pages.filter(({ inputPath }) => matches(inputPath.replace(/^\.\//, '')));
}

/** What plugins make of links and images in a page is made of those in the feed, too. */
async function toArticle(page: Page, collection: string, site: string | undefined, transform?: Transform) {
  const { url, date, inputPath, data } = page;
  if (url === false) return undefined;
  const facts = plainFacts(data);
  const tags = [facts.tags ?? []].flat().filter((tag) => tag !== collection && tag !== 'all');
  const frontMatter = { ...facts, tags, date, permalink: undefined, url: urlOf(site, url) };
  const path = `${inputPath.replace(/^\.?\//, '')}.html`;
  const html = page.templateContent ?? page.content ?? '';
  const body = await transform?.call({ page: data.page }, html, data.page);
  return { path, frontMatter, body: body ?? html };
}

export { feedwright };
