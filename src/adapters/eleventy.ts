import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { buildSite, plainFacts, urlOf } from './build-site.ts';

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

interface Collections {
  readonly getFilteredByTag: (tag: string) => readonly Page[];
  readonly getFilteredByGlob: (pattern: string) => readonly Page[];
}

/** What of Eleventy's configuration is used, from version 2 on. */
export interface EleventyConfig {
  readonly addCollection: (name: string, make: (collections: Collections) => readonly unknown[]) => unknown;
  readonly on: (
    event: string,
    run: (event: { readonly dir: { readonly output: string } }) => unknown,
  ) => unknown;
}

/**
 * Plugin for Eleventy: writes feeds beside the pages once they are built, with their URLs and dates and the HTML that Eleventy made.
 * `eleventyConfig.addPlugin(feedwright, { site: 'https://you.example/', title: 'You' })`
 */
export default function feedwright(eleventy: EleventyConfig, options: EleventySettings): void {
  const { collection = 'posts', ...settings } = options;
  let pages: readonly Page[] = [];
  eleventy.addCollection('feedwright', (all) => {
    const isPattern = /[*/]/.test(collection);
    pages = isPattern ? all.getFilteredByGlob(collection) : all.getFilteredByTag(collection);
    return [];
  });
  eleventy.on('eleventy.after', ({ dir }) =>
    buildSite({
      settings,
      workingDirectory: '.',
      built: resolve(dir.output),
      isRendered: true,
      articles: pages.flatMap((page) => toArticle(page, collection, settings.site) ?? []),
    }),
  );
}

function toArticle(
  { url, date, inputPath, data, ...page }: Page,
  collection: string,
  site: string | undefined,
) {
  if (url === false) return undefined;
  const facts = plainFacts(data);
  const tags = [facts.tags ?? []].flat().filter((tag) => tag !== collection && tag !== 'all');
  const frontMatter = { ...facts, tags, date, permalink: undefined, url: urlOf(site, url) };
  const path = `${inputPath.replace(/^\.?\//, '')}.html`;
  return { path, frontMatter, body: page.templateContent ?? page.content ?? '' };
}

export { feedwright };
