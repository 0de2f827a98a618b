import type { ListedFeed } from './opml.ts';
import { lineText } from './text.ts';

/**
 * A feed menu (draft-nottingham-feed-menu), which browsers find at `/.well-known/feed-menu.json`: the feeds of a site with one
 * title each. It knows RSS and Atom; a feed that is neither stays out.
 */
export function writeFeedMenu(title: string, feeds: readonly ListedFeed[]): string {
  const items = feeds.flatMap(({ title, description, documents }) => {
    const urlOf = (wanted: string) => documents.find(({ format }) => format === wanted)?.url;
    const [rss, atom] = [urlOf('rss'), urlOf('atom')];
    if (rss === undefined && atom === undefined) return [];
    return { 'feed-title': lineText(title), description: description && lineText(description), rss, atom };
  });
  return `${JSON.stringify({ 'feed-menu': lineText(title), items }, null, 2)}\n`;
}
