import { fail, show } from './check.ts';
import type {
  ReadyFeed,
  ReadyHead,
  ReadyItem,
  ReadyMedia,
  ReadyPerson,
  ReadyTag,
  ReadyTranslation,
} from './checked-feed.ts';
import { formatDate, formatInstant } from './dates.ts';
import { type Prefixes, writeExtensions } from './extensions.ts';
import { absoluteId } from './iri.ts';
import { writeLeadImage } from './media-rss.ts';
import { declareNamespaces, namespaces } from './namespaces.ts';
import { stylesheet } from './stylesheet.ts';
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

/** Atom 1.0 (RFC 4287), in the default namespace (R27). */
export function writeAtomFrame(feed: ReadyFeed, prefixes: Prefixes): Frame {
  const metadata = feedMetadata(feed) + writeExtensions('  ', feed.extensions, 'atom', prefixes);
  const attributes = {
    xmlns: namespaces.atom,
    // Declared in every document, whether it is used or not: an entry is the same text in all of them.
    ...declareNamespaces(['media', ...prefixes.used], feed.namespaces),
    'xml:lang': feed.language,
  };
  return {
    head: `${declaration}${stylesheet(feed)}<feed${writeAttributes(attributes)}>\n${metadata}`,
    between: '',
    end: '</feed>\n',
  };
}

function feedMetadata(feed: ReadyFeed): string {
  const { generator } = feed;
  return lines([
    id('  ', feed.id ?? feed.url ?? feed.self, feed),
    text('  ', 'title', feed.title),
    text('  ', 'subtitle', feed.description),
    // RFC 4287 §4.2.15: always there. A feed that never had an item has not changed since the beginning of time.
    textElement('  ', 'updated', formatInstant(feed.updated ?? 0)),
    feedLinks(feed),
    lines(feedAuthors(feed).map((author) => person('  ', 'author', author))),
    lines(feed.contributors.map((contributor) => person('  ', 'contributor', contributor))),
    lines(feed.tags.map((term) => emptyElement('  ', 'category', { term, label: term }))),
    textElement('  ', 'generator', generator),
    textElement('  ', 'icon', feed.favicon ?? feed.icon),
    textElement('  ', 'logo', feed.logo),
    text('  ', 'rights', feed.rights),
  ]);
}

/** RFC 4287 §4.2.7; the home page with relation and type (R29), then the feed itself, hubs (R43) and others (R42). */
function feedLinks(feed: ReadyFeed): string {
  const hubs = feed.hubs.map((href) => emptyElement('  ', 'link', { rel: 'hub', href }));
  const others = feed.links.map(({ rel, url, type }) => emptyElement('  ', 'link', { rel, type, href: url }));
  return lines([
    link('  ', { rel: 'alternate', type: 'text/html', href: feed.url }),
    link('  ', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    ...hubs,
    ...others,
  ]);
}

function link(indent: string, attributes: { rel: string; type: string; href: string | undefined }): string {
  return attributes.href === undefined ? '' : emptyElement(indent, 'link', attributes);
}

/** RFC 4287 §4.1.1: a feed needs an author as soon as one entry has none; then the feed's title stands for one. */
function feedAuthors(feed: ReadyFeed): readonly ReadyPerson[] {
  if (feed.authors.length > 0 || feed.items.isNamed) return feed.authors;
  return [{ name: feed.title, email: undefined, url: undefined, avatar: undefined }];
}

/** One entry, as whole lines. */
export function writeAtomEntry(item: ReadyItem, feed: ReadyHead, prefixes: Prefixes): string {
  const children = [
    textElement('    ', 'id', item.atomId ?? missingLink(feed, item.id)),
    text('    ', 'title', item.title),
    // Both dates, always (R11): some readers show the one, some the other.
    textElement('    ', 'published', formatDate(item.published)),
    textElement('    ', 'updated', formatDate(item.updated)),
    link('    ', { rel: 'alternate', type: 'text/html', href: item.url }),
    related(item),
    replies(item),
    lines(item.translations.map(translation)),
    lines(item.attachments.map(enclosure)),
    lines(item.authors.map((author) => person('    ', 'author', author))),
    lines(item.contributors.map((contributor) => person('    ', 'contributor', contributor))),
    lines(item.tags.map(category)),
    text('    ', 'rights', item.rights),
    summary(item),
    htmlElement('    ', 'content', item.content, { type: 'html' }),
    writeLeadImage('    ', item.image),
    writeExtensions('    ', item.extensions, 'atom', prefixes),
  ];
  return parentElement('  ', 'entry', lines(children), { 'xml:lang': item.language });
}

/** RFC 4287 §4.2.6: an absolute IRI; the one for an id that is none is made from it. */
function id(indent: string, value: string | undefined, feed: ReadyFeed): string {
  const iri = value === undefined ? undefined : absoluteId(value, feed.url ?? feed.self);
  return textElement(indent, 'id', iri ?? missingLink(feed, value));
}

/** An id that is not an IRI needs the home page to be made into one. */
function missingLink({ title }: ReadyHead, id: string | undefined): never {
  return fail(`Feed ${show(title)}`, 'link', 'is missing, and the Atom id needs it', id);
}

/** A text construct without markup (RFC 4287 §3.1.1.1): titles in HTML show wrong in several readers (R16). */
function text(indent: string, name: string, value: string | undefined): string {
  return textElement(indent, name, value, { type: 'text' });
}

/** RFC 4287 §4.1.1: an entry without a link to its page has content. */
function summary({ summary, url, content }: ReadyItem): string {
  if (summary && url === undefined && content === undefined)
    return textElement('    ', 'content', summary.value, { type: summary.kind });
  if (summary?.kind === 'html') return htmlElement('    ', 'summary', summary.value, { type: 'html' });
  return text('    ', 'summary', summary?.value);
}

/**
 * Not `alternate`, although RFC 4287 §4.2.7.2 allows one for each `hreflang`: some readers open the first one (Miniflux), some
 * the last one (Liferea, Feedbin, feedparser), and all but one would be another language. A relation may be an IRI (§4.2.7.2).
 */
function translation({ language, url }: ReadyTranslation): string {
  const rel = 'https://schema.org/workTranslation';
  return emptyElement('    ', 'link', { rel, type: 'text/html', hreflang: language, href: url });
}

function related(item: ReadyItem): string {
  return link('    ', { rel: 'related', type: 'text/html', href: item.externalUrl });
}

/** RFC 4685 §4. The namespace is declared where it is used, so that no other document changes. */
function replies({ comments }: ReadyItem): string {
  if (comments === undefined) return '';
  const { url, count } = comments;
  const counted = count === undefined ? {} : { 'xmlns:thr': namespaces.thr, 'thr:count': count };
  return emptyElement('    ', 'link', { rel: 'replies', type: 'text/html', href: url, ...counted });
}

/** RFC 4287 §4.2.7.2. */
function enclosure({ url, type, bytes, title }: ReadyMedia): string {
  return emptyElement('    ', 'link', { rel: 'enclosure', type, length: bytes, title, href: url });
}

/** A person construct (RFC 4287 §3.2). */
function person(indent: string, name: string, who: ReadyPerson): string {
  const inside = `${indent}  `;
  const children =
    textElement(inside, 'name', who.name) +
    textElement(inside, 'uri', who.url) +
    textElement(inside, 'email', who.email);
  return parentElement(indent, name, children);
}

/** Term and label (R36); a scheme must be an IRI (RFC 4287 §4.2.2.2), so one that is a bare word stays in RSS. */
function category({ term, label, scheme }: ReadyTag): string {
  const iri = scheme === undefined ? undefined : absoluteId(scheme, undefined);
  return emptyElement('    ', 'category', { term, scheme: iri, label });
}
