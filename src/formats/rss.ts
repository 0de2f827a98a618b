import { fail, show } from './check.ts';
import type { ReadyFeed, ReadyHead, ReadyItem, ReadyMedia, ReadyTag } from './checked-feed.ts';
import { formatDate, formatMailDate } from './dates.ts';
import { leaveToExtensions, type Prefixes, writeExtensions } from './extensions.ts';
import { itunesChannel, itunesItem } from './itunes.ts';
import { mediaContent, writeLeadImage } from './media-rss.ts';
import { declareNamespaces, namespaces } from './namespaces.ts';
import { podcastChannel, podcastItem } from './podcast.ts';
import { cutShowNotes } from './show-notes.ts';
import { stylesheet } from './stylesheet.ts';
import { textToHtml } from './text.ts';
import {
  declaration,
  emptyElement,
  type Frame,
  htmlElement,
  lines,
  parentElement,
  textElement,
  writeAttributes,
} from './xml.ts';

/**
 * RSS 2.0 as the RSS Advisory Board specifies it and its profile refines it
 * (https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile). Core elements have no prefix (R27).
 */
export function writeRssFrame(feed: ReadyFeed, prefixes: Prefixes): Frame {
  const metadata =
    channel(feed) +
    itunesChannel(feed) +
    podcastChannel(feed) +
    writeExtensions('    ', feed.extensions, 'rss', prefixes);
  const used = [
    ...CORE,
    ...prefixes.used,
    ...(feed.podcast ? ['itunes', 'podcast'] : []),
    ...(feed.items.hasMarkdown ? ['source'] : []),
  ];
  const attributes = { version: '2.0', ...declareNamespaces(used, feed.namespaces) };
  return {
    head: `${declaration}${stylesheet(feed)}<rss${writeAttributes(attributes)}>\n  <channel>\n${metadata}`,
    between: '',
    end: '  </channel>\n</rss>\n',
  };
}

/** The prefixes that every document declares, whether it uses them or not: an item is the same text in all of them. */
const CORE = ['atom', 'content', 'dc', 'media'];

/** All metadata stand before the first item, each once (R38). */
function channel(feed: ReadyFeed): string {
  const link = feed.url ?? homeOf(feed) ?? fail(`Feed ${show(feed.title)}`, 'link', 'is missing');
  return leaveToExtensions(feed.extensions, [
    textElement('    ', 'title', feed.title),
    textElement('    ', 'link', link),
    // The description is required and must not be empty.
    textElement('    ', 'description', feed.description ?? feed.title),
    textElement('    ', 'language', feed.language),
    textElement('    ', 'copyright', feed.rights),
    lines(feed.tags.map((tag) => textElement('    ', 'category', tag))),
    textElement('    ', 'generator', feed.generator),
    textElement('    ', 'docs', feed.docs),
    mailDate('    ', 'lastBuildDate', feed.updated),
    textElement('    ', 'ttl', feed.ttl === undefined ? undefined : String(feed.ttl)),
    image(feed, link),
    atomLinks(feed),
  ]);
}

/** RSS needs the URL of a page; without one the ID of the feed, where it is a URL, is nearest. */
function homeOf({ id, self }: ReadyFeed): string | undefined {
  return id !== undefined && /^https?:/i.test(id) && URL.canParse(id) ? new URL(id).href : self;
}

/** Title and link are the channel's (R45). */
function image(feed: ReadyFeed, link: string): string {
  const url = feed.image;
  if (url === undefined) return '';
  const children =
    textElement('      ', 'url', url) +
    textElement('      ', 'title', feed.title) +
    textElement('      ', 'link', link);
  return parentElement('    ', 'image', children);
}

/** RSS Profile, "atom:link": the feed's own URL, hubs (R43) and the other documents of the feed (R42). */
function atomLinks(feed: ReadyFeed): string {
  const self = { href: feed.self, rel: 'self', type: 'application/rss+xml' };
  const hubs = feed.hubs.map((href) => emptyElement('    ', 'atom:link', { href, rel: 'hub' }));
  const others = feed.links.map(({ url, rel, type }) =>
    emptyElement('    ', 'atom:link', { href: url, rel, type }),
  );
  return lines([feed.self === undefined ? '' : emptyElement('    ', 'atom:link', self), ...hubs, ...others]);
}

/** One item, as whole lines. */
export function writeRssItem(item: ReadyItem, feed: ReadyHead, prefixes: Prefixes): string {
  const [first, ...rest] = item.attachments;
  const children = [
    item.isUntitled ? '' : textElement('      ', 'title', item.title),
    textElement('      ', 'link', item.url),
    guid(item),
    mailDate('      ', 'pubDate', item.published),
    updated(item),
    feed.podcast && item.episode ? showNotes(item) : description(item),
    // http://source.scripting.com/, "source:markdown".
    htmlElement('      ', 'source:markdown', item.markdown),
    creators(item),
    lines(item.contributors.map(({ name }) => textElement('      ', 'dc:contributor', name))),
    lines(item.tags.map(category)),
    textElement('      ', 'comments', item.comments?.url),
    commentCount(item),
    textElement('      ', 'dc:language', item.language),
    textElement('      ', 'dc:rights', item.rights),
    enclosure(first),
    writeLeadImage('      ', item.image),
    // Outside a show the duration of the first file has no other place.
    lines(
      [...(hasDuration(first, feed) ? [first] : []), ...rest].map((file) => mediaContent('      ', file)),
    ),
    itunesItem(item, feed),
    feed.podcast ? podcastItem(item) : '',
  ];
  const own = leaveToExtensions(item.extensions, children);
  return parentElement('    ', 'item', own + writeExtensions('      ', item.extensions, 'rss', prefixes));
}

/** R6. */
function guid({ guid, isPermaLink }: ReadyItem): string {
  return textElement('      ', 'guid', guid || undefined, { isPermaLink: String(isPermaLink) });
}

/** RSS has no element for the last change. */
function updated(item: ReadyItem): string {
  return item.updated === item.published
    ? ''
    : textElement('      ', 'atom:updated', formatDate(item.updated));
}

function mailDate(indent: string, name: string, time: number | undefined): string {
  return textElement(indent, name, time === undefined ? undefined : formatMailDate(time));
}

/** The description is HTML and comes before the content; without a summary it is the content (R30). */
function description(item: ReadyItem): string {
  const { summary, content } = item;
  if (summary === undefined) return htmlElement('      ', 'description', content);
  const html = summary.kind === 'html' ? summary.value : textToHtml(summary.value);
  return htmlElement('      ', 'description', html) + htmlElement('      ', 'content:encoded', content);
}

/** Notes in what directories take, and whole where they are more (P6, P19). */
function showNotes(item: ReadyItem): string {
  const { summary, content = '' } = item;
  const html = summary?.kind === 'text' ? textToHtml(summary.value) : (summary?.value ?? content);
  const notes = cutShowNotes(html);
  const whole = content === '' || content === notes ? undefined : content;
  return htmlElement('      ', 'description', notes) + htmlElement('      ', 'content:encoded', whole);
}

/**
 * Always dc:creator, one for each name, never `<author>` (R34): that must be an e-mail address, which readers show as
 * the name and collectors of addresses read, and the two exclude each other. The address is in Atom.
 */
function creators(item: ReadyItem): string {
  return lines(item.authors.map(({ name }) => textElement('      ', 'dc:creator', name)));
}

/** The namespace is declared where it is used, so that no other document changes. */
function commentCount({ comments }: ReadyItem): string {
  const count = comments?.count === undefined ? undefined : String(comments.count);
  return textElement('      ', 'slash:comments', count, { 'xmlns:slash': namespaces.slash });
}

function category(tag: ReadyTag): string {
  return textElement('      ', 'category', tag.label, { domain: tag.scheme });
}

function hasDuration(file: ReadyMedia | undefined, feed: ReadyHead): file is ReadyMedia {
  return file?.seconds !== undefined && !feed.podcast;
}

/** One per item, with all three attributes (R33): RSS Profile, "enclosure"; an unknown length is 0. */
function enclosure(file: ReadyMedia | undefined): string {
  if (!file) return '';
  const { url, bytes, type } = file;
  return emptyElement('      ', 'enclosure', { url, length: bytes ?? 0, type });
}
