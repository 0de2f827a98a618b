import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Problems with the ids of articles, and with text that feeds cannot carry. */
export const idWording = {
  'nil-id': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} is the nil UUID, which identifies nothing: ${quote(d.value)}; it is ignored.`,
    'Give the article its own ID, or remove the line.',
  ],
  'unpublishable-text': (d: { key: string; value: string; isNeeded: boolean }): Wording => [
    d.isNeeded ? 'error' : 'warning',
    `${quote(d.key)} contains only characters that feeds can't carry: ${quote(d.value)}.`,
    'Write text in its place, or remove it.',
  ],
  'empty-id': (d: { template: string }): Wording => [
    'error',
    `The template ${quote(d.template)} gives this article no ID.`,
    'Add an "id" to its front matter.',
  ],
  'unclean-id': (d: { key: string; value: string; id: string }): Wording => [
    'warning',
    `${quote(d.key)} is published as ${quote(d.id)}, not as it is written: ${quote(d.value)}.`,
    `Write ${quote(`${d.key}: ${d.id}`)}.`,
  ],
  'invalid-id': (d: { key: string; value: string }): Wording => [
    'warning',
    `${quote(d.key)} is not a valid ${d.value.slice(0, 4).toLowerCase()} URI, so validators reject the feed: ${quote(d.value)}.`,
    /^tag:/i.test(d.value)
      ? 'Write "tag:", your domain, a comma, a year in which it was yours, a colon and a name, as in "tag:example.org,2025:hello".'
      : 'Write "urn:", a registered namespace, a colon and a name, as in "urn:uuid:" and a UUID.',
  ],
  'duplicate-id': (d: { id: string; other: string }): Wording => [
    'error',
    `The ID ${quote(d.id)} is also the ID of ${quote(d.other)}.`,
    'Give one of them a different "id", "slug" or "permalink".',
  ],
};
