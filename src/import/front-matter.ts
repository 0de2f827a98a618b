import { dump } from 'js-yaml';
import { legalText } from '../content/render.ts';
import type { Post, PostAuthor } from './post.ts';

/** A post with what its file will say of it. */
export interface FiledPost extends Post {
  /** A path from the top of the host, or an absolute URL. */
  readonly permalink?: string | undefined;
}

/** A whole article: front matter in YAML, then the body. */
export function writeArticle(post: FiledPost, body: string): string {
  const block = Object.entries(listKeys(post)).flatMap(([key, value]) =>
    value === undefined ? [] : [writeKey(key, value)],
  );
  return legalText(`---\n${block.join('')}---\n\n${body.trim()}\n`);
}

/** The keys of the front matter, in this order. */
function listKeys(post: FiledPost): Readonly<Record<string, unknown>> {
  const { title, date, updated, id, permalink, summary, image, language, externalUrl, state } = post;
  return {
    title,
    date,
    updated: updated === date ? undefined : updated,
    draft: state === 'draft' ? true : undefined,
    private: state === 'private' ? true : undefined,
    id,
    permalink,
    aliases: some(post.aliases),
    authors: some(post.authors.map(writeAuthor)),
    categories: some(post.categories),
    tags: some(post.tags),
    summary,
    image: image && (Object.keys(image).length > 1 ? image : image.url),
    attachments: some(post.attachments),
    language,
    external_url: externalUrl,
  };
}

function some<Member>(list: readonly Member[] | undefined): readonly Member[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function writeAuthor({ name, url }: PostAuthor): unknown {
  return url === undefined ? name : { name, url };
}

/** What has the form of a date stands without quotes, as people write it and every tool reads it. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

function writeKey(key: string, value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) return `${key}: ${value}\n`;
  return dump({ [key]: value }, { lineWidth: -1, noRefs: true });
}
