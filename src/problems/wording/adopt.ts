import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Why an article does not get the id that it is published under. */
export const adoptWording = {
  'other-own-id': (d: { own: string; id: string; feed: string }): Wording => [
    'warning',
    `The file has the ID ${quote(d.own)}, but in ${d.feed} the article has ${quote(d.id)}.`,
    `If your subscribers have that feed, write ${quote(`id: ${d.id}`)}.`,
  ],
  'id-taken': (d: { id: string; other: string }): Wording => [
    'warning',
    `It is published with the ID ${quote(d.id)}, which now belongs to ${quote(d.other)}.`,
    'Decide which of the two keeps it, and write it there.',
  ],
  'two-published-ids': (d: { id: string; other: string; feed: string }): Wording => [
    'warning',
    `It is published with the ID ${quote(d.id)}, but in ${d.feed} it has ${quote(d.other)}.`,
    'The first feed is used: name the one with more subscribers first.',
  ],
  'illegal-published-id': (d: { id: string; feed: string }): Wording => [
    'warning',
    `In ${d.feed} it has the ID ${quote(d.id)}, which Atom doesn't allow, so it can't be kept.`,
    'Subscribers will see this article once more: use --allow id-changed for the first build.',
  ],
  'cannot-insert-id': (d: { id: string }): Wording => [
    'warning',
    `The ID ${quote(d.id)} can't be added to this file automatically.`,
    'Add it to the front matter by hand, in quotes.',
  ],
  'cannot-write-article': (d: { reason: string }): Wording => [
    'error',
    `The file can't be replaced: ${d.reason}. No file was changed.`,
    'Make the file and its folder writable.',
  ],
  'no-feed-here': (d: { name: string }): Wording => [
    'error',
    `There is no feed at ${quote(d.name)}.`,
    'Name a file, or a URL that begins with https:// or http://.',
  ],
  'nothing-to-pin': (_: object): Wording => [
    'error',
    'There is no feed in the output folder yet.',
    'Build first, or name the published feed: "feedwright adopt URL".',
  ],
  'nothing-matched': (d: { feed: string; items: number }): Wording => [
    'error',
    `None of the ${d.items} items of ${quote(d.feed)} matches an article.`,
    'Check that "site", "articles" and "permalink" are those of this feed.',
  ],
};
