import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What `feedwright check FEED` says about items that readers treat in their own way. */
export const inspectItemWording = {
  'feed-date-missing': (_: object): Wording => [
    'warning',
    'The item has no publication date. Miniflux and others show the time of their visit.',
    'Give every item its date.',
  ],
  'feed-id-short': (d: { id: string }): Wording => [
    'warning',
    `The ID is a small number: ${quote(d.id)}. newsboat confuses it with an item of another feed that has the same ID.`,
    'Write an ID that nobody else has, such as the URL.',
  ],
  'feed-description-missing': (_: object): Wording => [
    'warning',
    "The item has content:encoded, but no description. Readers that don't know the extension show nothing.",
    'Put a summary, or the content again, into a description before it.',
  ],
  'feed-home-missing': (d: { element: string }): Wording => [
    'warning',
    `The feed has no ${quote(d.element)}. Readers can't open the site or find its icon.`,
    'Add the URL of the home page.',
  ],
  'feed-itunes-summary': (_: object): Wording => [
    'warning',
    'The item has itunes:summary, but is not an episode. newsboat shows it instead of the text.',
    'Leave it out if there is no enclosure.',
  ],
};
