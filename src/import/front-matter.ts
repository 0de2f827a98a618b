import { dump } from 'js-yaml';
import { legalText } from '../content/render.ts';
import type { Preset } from '../model/index.ts';
import type { Post, PostAuthor } from './post.ts';

/** A post with what its file will say of it. */
export interface FiledPost extends Post {
  /** A path from the top of the host, or an absolute URL. */
  readonly permalink?: string | undefined;
  /** The ID, or else the URL, or else what is said of it, that the export gives: by it the next import recognizes the post, whatever ID its article has. */
  readonly exported?: string | undefined;
}

/** What a tool wants otherwise than others. */
interface ToolKeys {
  /** @default id */
  readonly id?: string;
  /** Its key for the path of an article. @default permalink */
  readonly permalink?: string;
  /** @default date */
  readonly date?: string;
  /** @default updated */
  readonly updated?: string;
  /** @default summary */
  readonly summary?: string;
  /** It asks for a summary, be it an empty one. */
  readonly asksForSummary?: boolean;
  /** What else keeps an article from becoming a page. */
  readonly hidden?: object;
  readonly mdx?: object;
  /** How it reads authors. @default a name, or what is known of one as a mapping */
  readonly authors?: 'names' | 'mappings';
  /** It reads the URL of an image alone. */
  readonly hasPlainImage?: boolean;
}

const OF_TOOLS: Readonly<Partial<Record<Preset, ToolKeys>>> = {
  // Its blog template does not build without these.
  astro: { date: 'pubDate', updated: 'updatedDate', summary: 'description', asksForSummary: true },
  // Its "id" was a slug once. Names alone are keys of "authors.yml". What others wrote is not MDX, in which a brace or an open tag stops it.
  docusaurus: {
    id: 'guid',
    permalink: 'slug',
    authors: 'mappings',
    hasPlainImage: true,
    mdx: { format: 'md' },
  },
  // It knows no drafts.
  eleventy: { hidden: { permalink: false, eleventyExcludeFromCollections: true } },
  hugo: { permalink: 'url' },
  // Both know drafts by their folder alone.
  jekyll: { hidden: { published: false } },
  hexo: { hidden: { published: false } },
  zola: { permalink: 'path', authors: 'names' },
};

/** A whole article: front matter in YAML, then the body. @param preset the tool that will read it */
export function writeArticle(post: FiledPost, body: string, preset?: Preset): string {
  const block = Object.entries(listKeys(post, preset)).flatMap(([key, value]) =>
    value === undefined ? [] : [writeKey(key, value)],
  );
  return legalText(`---\n${block.join('')}---\n\n${body.trim()}\n`);
}

/** The keys of the front matter, in this order. */
function listKeys(post: FiledPost, preset: Preset | undefined): Readonly<Record<string, unknown>> {
  const { title, date, updated, id, permalink, summary, image, language, externalUrl, state } = post;
  const tool = preset && OF_TOOLS[preset];
  return {
    title,
    [tool?.date ?? 'date']: date,
    [tool?.updated ?? 'updated']: updated === date ? undefined : updated,
    // What is private is a draft to tools that know no other way.
    draft: state === 'public' ? undefined : true,
    private: state === 'private' ? true : undefined,
    [tool?.id ?? 'id']: id,
    [tool?.permalink ?? 'permalink']: permalink && writePath(permalink, preset),
    ...(state === 'public' ? {} : tool?.hidden),
    aliases: some(post.aliases),
    authors: some(post.authors.map((author) => writeAuthor(author, tool?.authors))),
    categories: some(post.categories),
    tags: some(post.tags),
    [tool?.summary ?? 'summary']: summary ?? (tool?.asksForSummary ? '' : undefined),
    image: image && (Object.keys(image).length > 1 && !tool?.hasPlainImage ? image : image.url),
    attachments: some(post.attachments),
    ...post.episode,
    language,
    external_url: externalUrl,
    mdx: tool?.mdx,
  };
}

function some<Member>(list: readonly Member[] | undefined): readonly Member[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function writeAuthor({ name, url }: PostAuthor, as: ToolKeys['authors']): unknown {
  if (as === 'names') return name;
  return url === undefined && as === undefined ? name : { name, url };
}

/** The path as the tool wants it: Docusaurus has that below its blog. */
function writePath(path: string, preset: Preset | undefined): string {
  return preset === 'docusaurus' ? path.replace(/^\/blog(?=\/.)/, '') : path;
}

/** What has the form of a date stands without quotes, as people write it and every tool reads it. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

function writeKey(key: string, value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) return `${key}: ${value}\n`;
  return dump({ [key]: value }, { lineWidth: -1, noRefs: true });
}
