import type { PlannedDocument } from '../model/index.ts';
import { FORMAT_NAMES, FORMAT_TYPES } from './format-names.ts';
import type { ListedFeed } from './opml.ts';
import { lineText } from './text.ts';
import { emptyElement, lines } from './xml.ts';

/**
 * The links by which browsers and readers find the feeds of a site, for the `head` of its pages (R44). The default feed stands
 * first, because many take the first, and in every format; the others once.
 */
export function writeLinks([main, ...others]: readonly ListedFeed[]): string {
  if (!main) return '';
  const { title, documents } = main;
  const named = ({ format }: PlannedDocument) =>
    documents.length === 1 ? title : `${title} (${FORMAT_NAMES[format]})`;
  const first = lines(documents.map((document) => link(document, named(document))));
  return first + writeTopicLinks(others, main.language);
}

/**
 * One link for each feed.
 * @param usual the language of the site; a feed in another one says so
 */
export function writeTopicLinks(feeds: readonly ListedFeed[], usual?: string): string {
  return lines(
    feeds.map(({ title, language, documents: [document] }) =>
      document ? link(document, title, language === usual ? undefined : language) : '',
    ),
  );
}

function link({ format, url }: PlannedDocument, title: string, hreflang?: string): string {
  const type = FORMAT_TYPES[format];
  return emptyElement('', 'link', { rel: 'alternate', type, hreflang, title: lineText(title), href: url });
}
