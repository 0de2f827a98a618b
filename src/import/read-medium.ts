import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../content/markdown.ts';
import { type ElementNode, type RootNode, readProperty, walkElements } from '../content/tree.ts';
import { type Bundle, readText } from './bundle.ts';
import { find, textOf } from './html-page.ts';
import { countOut, type Export, type Post } from './post.ts';
import { toUtc } from './zones.ts';

/** A post in its folder, or with the name that Medium gives it wherever the folder is. */
const POST = /(?:^|\/)posts\/[^/]+\.html?$|(?:^|\/)(?:\d{4}-\d\d-\d\d|draft)_[^/]*-[0-9a-f]{10,12}\.html?$/i;

/** Whether a bundle is a Medium export: posts in HTML beside files about the account. */
export function isMedium(bundle: Bundle): boolean {
  return bundle.names.some((name) => POST.test(name));
}

/** A Medium export: one page in HTML for each post, marked up with microformats. Its feed has `https://medium.com/p/ID` as GUID. */
export function readMedium(bundle: Bundle): Export {
  const leftOut = new Map<string, number>();
  function* readPosts(): Generator<Post> {
    leftOut.clear();
    for (const name of bundle.names.filter((each) => POST.test(each))) {
      const post = readPost(readText(bundle, name), name);
      if (post) yield post;
      else countOut(leftOut, 'responses');
    }
  }
  return { kind: 'Medium export', site: {}, posts: { [Symbol.iterator]: readPosts }, leftOut, problems: [] };
}

function readPost(html: string, name: string): Post | undefined {
  const page = parseHtml(html);
  const body = find(
    page,
    (element) => element.properties.dataField === 'body' || hasClass(element, 'e-content'),
  );
  const title = find(page, (element) => hasClass(element, 'p-name'));
  if (!body) return undefined;
  const canonical = find(page, (element) => hasClass(element, 'p-canonical'));
  const url = canonical && readProperty(canonical, 'href');
  const time = find(page, (element) => hasClass(element, 'dt-published'));
  const summary = find(page, (element) => element.properties.dataField === 'subtitle');
  const author = find(page, (element) => hasClass(element, 'p-author'));
  const heading = title ? textOf(title) : '';
  const isDraft = /(?:^|\/)draft_[^/]*$/.test(name);
  if (!isDraft && isResponse(body, heading)) return undefined;
  const id = /-([0-9a-f]{10,12})(?:\.html?)?$/.exec(url ?? name)?.[1];
  return {
    id: id === undefined ? url : `https://medium.com/p/${id}`,
    url,
    title: heading,
    date: time && toUtc(readProperty(time, 'dateTime') ?? readProperty(time, 'datetime')),
    body: writeBody(body, heading),
    state: isDraft ? 'draft' : 'public',
    authors: author ? [{ name: textOf(author) }] : [],
    tags: [...walkElements(page)].filter((element) => hasClass(element, 'p-tag')).map(textOf),
    summary: summary && (textOf(summary) || undefined),
  };
}

/** What was written below someone's story has no title: its first words stand for it. */
function isResponse(body: ElementNode, title: string): boolean {
  const isMore = [...walkElements(body)].some(({ tagName }) => /^(?:h[1-6]|figure|img)$/.test(tagName));
  const text = textOf(body);
  const start = title.replace(/(?:…|\.\.\.)$/, '');
  return !isMore && (text === title || (start !== title && text.startsWith(start)));
}

/** The text begins with the title again. Rules between sections, and grouping elements, say nothing. */
function writeBody(body: ElementNode, title: string): string {
  const heading = [...walkElements(body)].find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const repeats = heading !== undefined && textOf(heading) === title;
  const [first] = [...walkElements(body)].filter(({ tagName }) => tagName === 'hr');
  const dropped = new Set([...(repeats ? [heading] : []), ...(first ? [first] : [])]);
  const flatten = (element: ElementNode | RootNode): ElementNode['children'] =>
    element.children.flatMap((child) => {
      if (child.type !== 'element') return child.type === 'comment' ? [] : [child];
      if (dropped.has(child)) return [];
      return /^(?:section|div)$/.test(child.tagName)
        ? flatten(child)
        : [{ ...child, children: flatten(child) }];
    });
  const root = { type: 'root', children: flatten(body) };
  return toHtml(root as Parameters<typeof toHtml>[0]).trim();
}

function hasClass({ properties }: ElementNode, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}
