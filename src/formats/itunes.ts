import type { ReadyFeed, ReadyItem } from './ready.ts';
import { emptyElement, lines, parentElement, textElement } from './xml.ts';

/** Apple's elements for podcasts (R51, R52), written only when the feed is one. */

/** Elements of the channel; an extension of the same name takes the place of one. */
export function itunesChannel(feed: ReadyFeed): string {
  if (!feed.podcast) return '';
  const own = new Set(feed.extensions.map(({ name }) => name));
  const wanted = channelElements(feed).filter(([name]) => !own.has(name));
  return lines(wanted.map(([, text]) => text));
}

function channelElements(feed: ReadyFeed): (readonly [name: string, text: string])[] {
  const { category, explicit } = feed.podcast ?? {};
  const names = feed.authors.map(({ name }) => name).join(', ') || undefined;
  const image = feed.logo ?? feed.icon;
  return [
    ['itunes:author', textElement('    ', 'itunes:author', names)],
    ['itunes:owner', itunesOwner(feed)],
    ['itunes:image', image === undefined ? '' : emptyElement('    ', 'itunes:image', { href: image })],
    [
      'itunes:category',
      category === undefined ? '' : emptyElement('    ', 'itunes:category', { text: category }),
    ],
    [
      'itunes:explicit',
      textElement('    ', 'itunes:explicit', explicit === undefined ? undefined : String(explicit)),
    ],
  ];
}

function itunesOwner(feed: ReadyFeed): string {
  const owner = feed.authors.find(({ email }) => email !== undefined);
  if (!owner) return '';
  const name = textElement('      ', 'itunes:name', owner.name);
  return parentElement('    ', 'itunes:owner', name + textElement('      ', 'itunes:email', owner.email));
}

/** Whole seconds (R52). */
export function itunesDuration(item: ReadyItem): string {
  const episode = item.attachments[0];
  if (episode?.seconds === undefined || item.extensions.some(({ name }) => name === 'itunes:duration'))
    return '';
  return textElement('      ', 'itunes:duration', String(episode.seconds));
}
