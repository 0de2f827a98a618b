import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Why an article does not get the id that it is published under. */
export const adoptWording = {
  'other-own-id': (d: { own: string; id: string; feed: string }): Wording => [
    'warning',
    `The file says that its id is ${quote(d.own)}, but ${d.feed} has it as ${quote(d.id)}.`,
    `Write ${quote(`id: ${d.id}`)} if that is the feed that people read.`,
  ],
  'id-taken': (d: { id: string; other: string }): Wording => [
    'warning',
    `It is published as ${quote(d.id)}, which is the id of ${quote(d.other)} now.`,
    'Look which of the two has it by right, and write it there.',
  ],
  'two-published-ids': (d: { id: string; other: string; feed: string }): Wording => [
    'warning',
    `It is published as ${quote(d.id)}, but ${d.feed} has it as ${quote(d.other)}.`,
    'The first feed counts: name the one that more people read first.',
  ],
  'cannot-insert-id': (d: { id: string }): Wording => [
    'warning',
    `The id ${quote(d.id)} cannot be put into this file by a program.`,
    'Write it into the front matter by hand, in quotes.',
  ],
  'cannot-write-article': (d: { reason: string }): Wording => [
    'error',
    `The file cannot be replaced: ${d.reason}. No file was changed.`,
    'Make the file and its folder writable.',
  ],
  'no-feed-here': (d: { name: string }): Wording => [
    'error',
    `There is no feed at ${quote(d.name)}.`,
    'Name a file, or an address that begins with https:// or http://.',
  ],
  'nothing-to-pin': (_: object): Wording => [
    'error',
    'There is no feed in the output folder yet.',
    'Build first, or name the feed that is published: "feedwright adopt URL".',
  ],
  'nothing-matched': (d: { feed: string; items: number }): Wording => [
    'error',
    `None of the ${d.items} items of ${quote(d.feed)} is an article here.`,
    'Check that "site", "articles" and "permalink" are those of this feed.',
  ],
};
