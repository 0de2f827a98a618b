import { fail, show } from './check.ts';
import type { ReadyFeed, ReadyHead, ReadyItem, ReadyMedia, ReadyPerson } from './checked-feed.ts';
import { formatDate } from './dates.ts';
import type { Prefixes } from './extensions.ts';
import { jsonExtensions } from './json-extensions.ts';
import { htmlToLine } from './text.ts';
import type { Frame } from './xml.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Properties that are undefined are not written. */
export function writeJsonFrame(feed: ReadyFeed, { tell }: Prefixes): Frame {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.self,
    description: feed.description,
    user_comment: comment(feed),
    next_url: nextUrl(feed),
    icon: feed.icon ?? feed.logo,
    favicon: feed.favicon,
    authors: feedAuthors(feed),
    language: feed.language,
    hubs: unlessEmpty(feed.hubs.map((url) => ({ type: 'WebSub', url }))),
    ...jsonExtensions(feed.extensions, tell),
    items: [],
  };
  const [head, end] = [JSON.stringify(document, null, 2).slice(0, -']\n}'.length), ']\n}\n'];
  return { head, between: ',', end: feed.items.count === 0 ? end : `\n  ${end}` };
}

/** One item, from the end of the line before it. */
export function writeJsonItem(item: ReadyItem, _: ReadyHead, { tell }: Prefixes): string {
  return `\n${JSON.stringify(writeItem(item, tell), null, 2)}`.replaceAll('\n', '\n    ');
}

/** For people who open the document itself; "user_comment" is not for readers. */
function comment({ links }: ReadyFeed): string | undefined {
  const page = links.find(({ rel }) => rel === 'describedby')?.url;
  return page && `This is a feed, for feed readers. What that is and how to follow it: ${page}`;
}

/** The next page of the feed, which must not be the feed itself (R41). */
function nextUrl(feed: ReadyFeed): string | undefined {
  const next = feed.links.find(({ rel }) => rel === 'next')?.url;
  if (next === undefined || next !== feed.self) return next;
  return fail(`Feed ${show(feed.title)}`, 'links.next', 'is the feed itself', next);
}

/** Only when every item has the same: readers add the feed's authors to those of an item (R35). */
function feedAuthors(feed: ReadyFeed) {
  return feed.items.isShared ? writeAuthors(feed.authors) : undefined;
}

function writeItem(item: ReadyItem, tell: Prefixes['tell']) {
  return {
    // Always text (JSON Feed 1.1, "id"), and `url` even when it is the same (R41).
    id: item.id,
    url: item.url,
    external_url: item.externalUrl,
    title: item.isUntitled ? undefined : item.title,
    ...writeTexts(item),
    image: item.image?.url,
    date_published: formatDate(item.published),
    date_modified: formatDate(item.updated),
    authors: writeAuthors(item.authors),
    tags: unlessEmpty(item.tags.map(({ label }) => label)),
    language: item.language,
    attachments: unlessEmpty(item.attachments.map(writeAttachment)),
    // JSON Feed 1.1 has no word for it; what begins with `_` is an extension.
    _translations: unlessEmpty(item.translations),
    ...jsonExtensions(item.extensions, tell),
  };
}

/** One of the contents is always there (R41), and HTML stands nowhere but in `content_html` (R18). */
function writeTexts({ summary, content }: ReadyItem) {
  if (summary?.kind === 'text') {
    return {
      content_html: content,
      content_text: content ? undefined : summary.value,
      summary: summary.value,
    };
  }
  const words = content && summary ? htmlToLine(summary.value) || undefined : undefined;
  return { content_html: content ?? summary?.value, summary: words };
}

function writeAuthors(people: readonly ReadyPerson[]) {
  return unlessEmpty(people.map(({ name, url, avatar }) => ({ name, url, avatar })));
}

function writeAttachment({ url, type, title, bytes, seconds }: ReadyMedia) {
  return { url, mime_type: type, title, size_in_bytes: bytes, duration_in_seconds: seconds };
}

function unlessEmpty<Value>(list: readonly Value[]): readonly Value[] | undefined {
  return list.length === 0 ? undefined : list;
}
