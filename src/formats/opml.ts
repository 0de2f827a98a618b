import type { PlannedDocument } from '../model/index.ts';
import { lineText } from './text.ts';
import { declaration, emptyElement, lines, parentElement, textElement } from './xml.ts';

/** A feed as lists name it. */
export interface ListedFeed {
  readonly title: string;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  /** Whether it is a podcast, which apps for feeds and for podcasts tell apart. */
  readonly isShow?: boolean | undefined;
  /** The default first. */
  readonly documents: readonly PlannedDocument[];
  /** What people see of it: its page, else the home page of the site. */
  readonly url: string;
}

/** What a subscription list calls the formats (OPML 2.0, "Subscription lists"); JSON Feed has no name there. */
const VERSIONS = { rss: 'RSS2', atom: 'ATOM1', json: undefined } as const;

/**
 * OPML 2.0 (http://opml.org/spec2.opml): one outline for each feed, in the format that goes first, because a reader subscribes to
 * every outline. No dates: they would change the file when nothing in it has changed.
 */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
  const head = parentElement('  ', 'head', textElement('    ', 'title', lineText(title)));
  const body = parentElement('  ', 'body', lines(feeds.map(outline)));
  return `${declaration}${parentElement('', 'opml', head + body, { version: '2.0' })}`;
}

function outline({ title, description, language, documents, url, isShow }: ListedFeed): string {
  const [document] = documents;
  if (!document) return '';
  return emptyElement('    ', 'outline', {
    text: lineText(title),
    title: lineText(title),
    // "For all RSS formats, and Atom": the type is always `rss`.
    type: 'rss',
    version: VERSIONS[document.format],
    xmlUrl: document.url,
    htmlUrl: url,
    language: language?.toLowerCase(),
    category: isShow ? 'podcast' : undefined,
    description: description === undefined ? undefined : lineText(description),
  });
}
