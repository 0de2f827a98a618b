import type { Show } from '../model/index.ts';
import type { ReadyFeed, ReadyHead, ReadyItem } from './checked-feed.ts';
import { emptyElement, lines, parentElement, textElement } from './xml.ts';

/** Apple's elements for podcasts (R51, R52, P1 to P7). */

type Element = readonly [name: string, text: string];

/** Elements of the channel, written only in a show; an extension of the same name takes the place of one. */
export function itunesChannel(feed: ReadyFeed): string {
  if (!feed.podcast) return '';
  const own = new Set(feed.extensions.map(({ name }) => name));
  const wanted = channelElements(feed, feed.podcast).filter(([name]) => !own.has(name));
  return lines(wanted.map(([, text]) => text));
}

function channelElements(feed: ReadyFeed, show: Show): readonly Element[] {
  const names = feed.authors.map(({ name }) => name).join(', ') || undefined;
  return [
    text('    ', 'itunes:author', show.author ?? names ?? show.owner?.name),
    ['itunes:owner', itunesOwner(feed, show)],
    image('    ', show.image ?? feed.logo ?? feed.icon),
    ['itunes:category', lines(show.categories.map(category))],
    text('    ', 'itunes:explicit', show.explicit),
    text('    ', 'itunes:type', show.type),
    text('    ', 'itunes:new-feed-url', show.newFeedUrl),
    text('    ', 'itunes:block', show.isBlocked ? 'Yes' : undefined),
    text('    ', 'itunes:complete', show.isComplete ? 'Yes' : undefined),
  ];
}

function text(indent: string, name: string, value: string | number | boolean | undefined): Element {
  return [name, textElement(indent, name, value === undefined ? undefined : String(value))];
}

function image(indent: string, href: string | undefined): Element {
  return ['itunes:image', href === undefined ? '' : emptyElement(indent, 'itunes:image', { href })];
}

function category({ name, sub }: Show['categories'][number]): string {
  const inner = lines(sub.map((each) => emptyElement('      ', 'itunes:category', { text: each })));
  return parentElement('    ', 'itunes:category', inner, { text: name });
}

function itunesOwner(feed: ReadyFeed, show: Show): string {
  const owner = show.owner ?? feed.authors.find(({ email }) => email !== undefined);
  if (owner?.email === undefined) return '';
  const name = textElement('      ', 'itunes:name', owner.name);
  return parentElement('    ', 'itunes:owner', name + textElement('      ', 'itunes:email', owner.email));
}

/** Elements of an item, written only in a show: a directory takes any of them for a podcast, and asks for all that one needs. */
export function itunesItem({ attachments, episode, extensions }: ReadyItem, feed: ReadyHead): string {
  if (!feed.podcast) return '';
  const own = new Set(extensions.map(({ name }) => name));
  const duration = text('      ', 'itunes:duration', attachments[0]?.seconds);
  const others: readonly Element[] = episode
    ? [
        text('      ', 'itunes:title', episode.title),
        image('      ', episode.image),
        text('      ', 'itunes:explicit', episode.explicit),
        text('      ', 'itunes:season', episode.season),
        text('      ', 'itunes:episode', episode.number),
        text('      ', 'itunes:episodeType', episode.type),
        text('      ', 'itunes:block', episode.isBlocked ? 'Yes' : undefined),
      ]
    : [];
  const wanted = [duration, ...others].filter(([name]) => !own.has(name));
  return lines(wanted.map(([, each]) => each));
}
