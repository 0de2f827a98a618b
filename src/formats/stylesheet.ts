import type { ReadyFeed } from './checked-feed.ts';
import { writeAttributes } from './xml.ts';

/** The processing instruction for a stylesheet that was asked for, with the type that its ending says. */
export function stylesheet(feed: ReadyFeed): string {
  if (feed.stylesheet === undefined) return '';
  const type = /\.css(?:[?#]|$)/i.test(feed.stylesheet) ? 'text/css' : 'text/xsl';
  // `?>` would end the instruction; a `>` in an attribute is escaped.
  return `<?xml-stylesheet${writeAttributes({ href: feed.stylesheet, type })}?>\n`;
}
