import type { Settings } from '../config/settings.ts';
import { buildSite, plainFacts, urlOf } from './build-site.ts';

/** An article as Docusaurus has it. */
interface BlogPost {
  readonly content?: string;
  readonly metadata: {
    readonly source: string;
    readonly permalink: string;
    readonly title: string;
    readonly date: Date | string;
    readonly unlisted?: boolean;
    readonly tags: readonly { readonly label: string }[];
    readonly authors: readonly { readonly name?: string }[];
    readonly frontMatter: Readonly<Record<string, unknown>>;
  };
}

interface Site {
  readonly siteDir: string;
  readonly i18n?: { readonly currentLocale: string };
  readonly siteConfig: {
    readonly url: string;
    readonly baseUrl: string;
    readonly title: string;
    /** Whether its host ends URLs with a slash; undefined leaves them as they are. */
    readonly trailingSlash?: boolean | undefined;
  };
}

/** A plugin as Docusaurus takes it. */
export interface DocusaurusPlugin {
  readonly name: string;
  readonly allContentLoaded: (event: {
    readonly allContent: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }) => Promise<void>;
  readonly postBuild: (event: { readonly outDir: string }) => Promise<void>;
}

/**
 * Plugin for Docusaurus: writes the feeds of the blog into the built site, with the URLs, dates, tags and authors of Docusaurus.
 * `plugins: [['feedwright/docusaurus', { language: 'en' }]]`
 */
export default function feedwright(
  { siteDir, siteConfig, i18n }: Site,
  options: Settings = {},
): DocusaurusPlugin {
  const language = i18n === undefined ? {} : { language: i18n.currentLocale };
  const all: Settings & { readonly id?: unknown } = { preset: 'docusaurus', ...language, ...options };
  const { id: _, ...settings } = all;
  let posts: readonly BlogPost[] = [];
  return {
    name: 'feedwright',
    async allContentLoaded({ allContent }) {
      const blogs = Object.values(allContent['docusaurus-plugin-content-blog'] ?? {});
      posts = blogs.flatMap((blog) => (blog as { readonly blogPosts?: readonly BlogPost[] }).blogPosts ?? []);
    },
    async postBuild({ outDir }) {
      if (posts.length === 0) throw new Error('feedwright found no posts. Remove the plugin, or write one.');
      const { url, baseUrl, title } = siteConfig;
      const site = urlOf(url, baseUrl) ?? url;
      const articles = posts
        .filter(({ metadata }) => !metadata.unlisted)
        .map((post) => toArticle(post, siteConfig));
      await buildSite({
        settings: { site, title, ...settings },
        workingDirectory: siteDir,
        built: outDir,
        articles,
      });
    },
  };
}

function toArticle({ content = '', metadata }: BlogPost, { url, trailingSlash }: Site['siteConfig']) {
  const { title, date, permalink, tags, authors, source } = metadata;
  const facts = {
    title,
    date,
    tags: tags.map(({ label }) => label),
    authors: authors.flatMap(({ name }) => name ?? []),
    url: urlOf(url, endPath(permalink, trailingSlash)),
  };
  const frontMatter = { ...plainFacts(metadata.frontMatter), ...facts, slug: undefined };
  return { path: source.replace(/^@site\//, ''), frontMatter, body: content };
}

/** Docusaurus gives the same pages with and without a slash. */
function endPath(path: string, hasSlash: boolean | undefined): string {
  if (hasSlash === undefined) return path;
  return path.replace(/\/*$/, hasSlash ? '/' : '');
}

export { feedwright };
