import { posix } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../content/markdown.ts';
import { type ElementNode, walkElements } from '../content/tree.ts';
import { MONTHS } from '../text/date-names.ts';
import { type Bundle, openFiles, readText, toArchivePath } from './bundle.ts';
import { find, textOf } from './html-page.ts';
import { ARCHIVE } from './media-place.ts';
import { countOut, type Export, type Post } from './post.ts';

/** The posts of a Tumblr export: `posts/html/ID.html`. */
export function findTumblr(bundle: Bundle): readonly string[] {
  return bundle.names.filter((name) => /(?:^|\/)posts\/html\/\d+\.html$/.test(name));
}

/**
 * A Tumblr export: one page in HTML for each post, whose footer has the time and the tags. Its feed has the URL as GUID.
 * @param site home page, where the user named it: an export does not say it
 */
export function readTumblr(bundle: Bundle, names: readonly string[], site: string | undefined): Export {
  const leftOut = new Map<string, number>();
  function* readPosts(): Generator<Post> {
    leftOut.clear();
    for (const name of names) {
      const post = readPost(readText(bundle, name), name, site);
      if (post.date !== undefined) yield post;
      else countOut(leftOut, 'posts without a date');
    }
  }
  return {
    kind: 'Tumblr export',
    site: { site },
    posts: { [Symbol.iterator]: readPosts },
    leftOut,
    problems: [],
    find: openFiles(bundle, toArchivePath),
  };
}

function readPost(html: string, name: string, site: string | undefined): Post {
  const page = parseHtml(html);
  const body = find(page, ({ tagName }) => tagName === 'body');
  const holder = body ?? page;
  const footer = find(page, ({ properties }) => properties.id === 'footer');
  const heading = find(page, ({ tagName }) => tagName === 'h1');
  const time = find(page, ({ properties }) => properties.id === 'timestamp');
  const tags = footer
    ? [...walkElements(footer)].filter(({ properties }) => isTag(properties.className))
    : [];
  const number = /(\d+)\.html$/.exec(name)?.[1] ?? '';
  const url =
    site !== undefined && URL.canParse(`/post/${number}`, site)
      ? new URL(`/post/${number}`, site).href
      : undefined;
  const shown = holder.children.filter(
    (child) =>
      child !== footer && child !== heading && !(child.type === 'element' && child.tagName === 'head'),
  );
  const root = { type: 'root', children: shown.map((child) => nameFiles(child, name)) } as Parameters<
    typeof toHtml
  >[0];
  return {
    id: url,
    url,
    title: heading ? textOf(heading) : '',
    date: time && readTime(textOf(time)),
    body: toHtml(root).trim(),
    state: 'public',
    authors: [],
    tags: tags.map((tag: ElementNode) => textOf(tag)),
    name: number,
  };
}

/** Files that lie next to the page in the export are named as such. */
function nameFiles(node: ElementNode['children'][number], page: string): typeof node {
  if (node.type !== 'element') return node;
  const { src } = node.properties;
  const isBeside = typeof src === 'string' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src);
  const named = isBeside ? { src: `${ARCHIVE}${posix.join(posix.dirname(page), src)}` } : {};
  return {
    ...node,
    properties: { ...node.properties, ...named },
    children: node.children.map((child) => nameFiles(child, page)),
  };
}

function isTag(className: unknown): boolean {
  return Array.isArray(className) && className.includes('tag');
}

/** `March 3rd, 2019 5:10pm`, in the zone of the blog, which is not said. */
function readTime(text: string): string | undefined {
  const [, month = '', day = '', year, hour, minute, half] =
    /^(\w+) (\d{1,2})(?:st|nd|rd|th), (\d{4}) (\d{1,2}):(\d\d)(am|pm)$/i.exec(text) ?? [];
  const index = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  if (year === undefined || index < 0) return undefined;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const pad = (number: number | string) => String(number).padStart(2, '0');
  return `${year}-${pad(index + 1)}-${pad(day)}T${pad(hours)}:${minute}:00`;
}
