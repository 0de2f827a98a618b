import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** What `feedwright check FEED` says about items that readers treat in their own way, and about podcasts. */
export const inspectItemWording = {
  'feed-date-missing': (_: object): Wording => [
    'warning',
    'The item has no date of publication. Miniflux and others show the time of their visit.',
    'Give every item its date.',
  ],
  'feed-id-short': (d: { id: string }): Wording => [
    'warning',
    `The id is a small number: ${quote(d.id)}. newsboat takes an item of another feed with the same id for this one.`,
    'Write an id that nobody else has, such as the address.',
  ],
  'feed-description-missing': (_: object): Wording => [
    'warning',
    'The item has content:encoded, but no description. Readers that do not know the extension show nothing.',
    'Put a summary, or the content again, into a description before it.',
  ],
  'feed-home-missing': (d: { element: string }): Wording => [
    'warning',
    `The feed has no ${quote(d.element)}. Readers cannot open the site, nor find its icon.`,
    'Add the address of the home page.',
  ],
  'feed-itunes-summary': (_: object): Wording => [
    'warning',
    'The item has itunes:summary, but no episode. newsboat shows it instead of the text.',
    'Leave it out where there is no enclosure.',
  ],
  'feed-enclosure-repeated': (d: { url: string; line: number }): Wording => [
    'warning',
    `Another item has the same enclosure, in line ${d.line}: ${quote(d.url)}. Podcast players take it for the same episode.`,
    'Give every episode a file of its own.',
  ],
  'feed-podcast-missing': (d: { element: string }): Wording => [
    'warning',
    `The podcast has no ${quote(d.element)}. Apple Podcasts does not take it.`,
    'Add it to the channel.',
  ],
};
