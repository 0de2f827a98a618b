import type { PlannedDocument } from '../model.ts';
import { FORMAT_NAMES, FORMAT_TYPES } from './format-names.ts';
import type { ListedFeed } from './opml.ts';
import { lineText } from './text.ts';
import { emptyElement, lines } from './xml.ts';

/**
 * The links by which browsers and readers find the feeds of a site, for the `head` of its pages (R44). The default feed stands
 * first, because many take the first, and in every format; the others once.
 */
export function writeLinks([main, ...others]: readonly ListedFeed[]): string {
  return (
    (main ? writeAll(main) : '') +
    lines(others.map(({ title, documents: [first] }) => (first ? link(title, first) : '')))
  );
}

function writeAll({ title, documents }: ListedFeed): string {
  if (documents.length === 1) return lines(documents.map((document) => link(title, document)));
  return lines(documents.map((document) => link(`${title} (${FORMAT_NAMES[document.format]})`, document)));
}

function link(title: string, { format, url }: PlannedDocument): string {
  return emptyElement('', 'link', {
    rel: 'alternate',
    type: FORMAT_TYPES[format],
    title: lineText(title),
    href: url,
  });
}

/** The links of feeds by topic, each for the pages of its topic only. */
export function writeTopicLinks(feeds: readonly ListedFeed[]): string {
  return writeLinks([{ title: '', url: '', documents: [] }, ...feeds]);
}
