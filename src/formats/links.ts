import { FORMAT_NAMES, FORMAT_TYPES } from './format-names.ts';
import type { ListedFeed } from './opml.ts';
import { lineText } from './text.ts';
import { emptyElement, lines } from './xml.ts';

/**
 * The links by which browsers and readers find the feeds of a site, for the `head` of its pages (R44). The default feed stands
 * first, because many take the first.
 */
export function writeLinks(feeds: readonly ListedFeed[]): string {
  return lines(
    feeds.flatMap(({ title, documents }) =>
      documents.map(({ format, url }) => {
        const name = documents.length > 1 ? `${lineText(title)} (${FORMAT_NAMES[format]})` : lineText(title);
        return emptyElement('', 'link', {
          rel: 'alternate',
          type: FORMAT_TYPES[format],
          title: name,
          href: url,
        });
      }),
    ),
  );
}
