import { inspectItemWording } from './lint-items.ts';
import { inspectPodcastWording } from './lint-podcasts.ts';
import { inspectValueWording } from './lint-values.ts';
import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export interface Missing {
  readonly element: string;
  readonly parent: string;
  readonly hurt: string;
}

/** What `feedwright check FEED` finds in documents; the sentence before the hint says who is hurt. */
export const inspectWording = {
  ...inspectValueWording,
  ...inspectItemWording,
  ...inspectPodcastWording,
  'feed-unreadable': (d: { reason?: string }): Wording => [
    'error',
    d.reason === undefined ? 'There is no feed in this folder.' : `The feed can't be read: ${d.reason}.`,
    'Name a feed file, a folder with feeds in it, or a URL that begins with https:// or http://.',
  ],
  'feed-not-well-formed': (d: { reason: string; isMinor: boolean }): Wording => [
    'error',
    `The document ${d.reason}. ${d.isMinor ? 'Strict readers show nothing of the feed.' : 'No reader shows it.'}`,
    'Write it with a library that escapes text.',
  ],
  'feed-not-a-feed': (d: { root: string }): Wording => [
    'error',
    `The document is not a feed: it begins with ${quote(d.root)}. No reader shows it.`,
    'Name the URL of an RSS, Atom or JSON feed.',
  ],
  'feed-obsolete': (d: { format: string }): Wording => [
    'error',
    `The feed is ${d.format}, which has been obsolete for many years. Newer readers don't know it.`,
    'Write RSS 2.0 or Atom 1.0.',
  ],
  'feed-encoding': (d: { label: string }): Wording => [
    'error',
    `The bytes of this line are not ${quote(d.label)}. Strict readers reject the feed; others show wrong characters.`,
    'Write UTF-8, and say so in the XML declaration.',
  ],
  'feed-characters': (d: { found: string }): Wording => [
    'warning',
    `The text seems to have been read in the wrong encoding: ${quote(d.found)}. Every reader shows these characters.`,
    'Read the source of the feed as UTF-8.',
  ],
  'feed-encoding-unknown': (d: { label: string }): Wording => [
    'error',
    `The encoding ${quote(d.label)} is unknown. Readers reject the feed.`,
    'Write UTF-8.',
  ],
  'feed-refused-size': (d: { bytes: number }): Wording => [
    'error',
    `The document is ${megabytes(d.bytes)}. Most readers reject a feed above 5 MB.`,
    'Include fewer items, or summaries instead of full articles.',
  ],
  'feed-heavy': (d: { bytes: number }): Wording => [
    'warning',
    `The document is ${megabytes(d.bytes)}. Readers load it on every visit; some reject feeds above 512 KB or 1 MB.`,
    'Include fewer items, or summaries instead of full articles.',
  ],
  'feed-namespace': (d: { found: string; expected: string }): Wording => [
    'error',
    `The namespace is ${quote(d.found)}. Readers don't know its elements.`,
    `Write ${quote(d.expected)}.`,
  ],
  'feed-prefix': (d: { element: string }): Wording => [
    'warning',
    `${quote(d.element)} has a prefix. NetNewsWire knows these elements only without a prefix.`,
    'Make it the default namespace.',
  ],
  'feed-element-missing': (d: Missing): Wording => [
    'error',
    `${quote(d.parent)} has no ${quote(d.element)}. ${d.hurt}`,
    'Add it.',
  ],
  'feed-element-repeated': (d: { element: string; parent: string }): Wording => [
    'error',
    `${quote(d.parent)} has more than one ${quote(d.element)}. Readers differ in which one they use.`,
    'Keep one.',
  ],
  'feed-element-unknown': (d: { element: string; parent: string; isOwn: boolean }): Wording => [
    d.isOwn ? 'error' : 'warning',
    `${quote(d.element)} is not allowed in ${quote(d.parent)}. Readers ignore it.`,
    'Check the spelling, or give an extension its namespace.',
  ],
  'feed-element-late': (d: { element: string; isForbidden: boolean }): Wording => [
    d.isForbidden ? 'error' : 'warning',
    `${quote(d.element)} of the feed comes after items. Readers that stop early don't see it.`,
    'Put what describes the feed before its items.',
  ],
  'feed-text-stray': (d: { parent: string; text: string }): Wording => [
    'error',
    `${quote(d.parent)} has text between its elements: ${quote(d.text)}. No reader shows it.`,
    'Put it into an element.',
  ],
  'feed-text-elements': (d: { element: string }): Wording => [
    'error',
    `${quote(d.element)} is text, but has elements inside. Readers show the text without them, or nothing.`,
    'Escape the markup and set type="html", or set type="xhtml" with one div.',
  ],
  'feed-xhtml-div': (d: { element: string }): Wording => [
    'error',
    `${quote(d.element)} is XHTML, but not in one XHTML "div". Readers drop it or show it raw.`,
    'Wrap it in <div xmlns="http://www.w3.org/1999/xhtml">.',
  ],
  'feed-attribute-missing': (d: { element: string; attribute: string; hurt: string }): Wording => [
    'error',
    `${quote(d.element)} has no ${quote(d.attribute)}. ${d.hurt}`,
    'Add it.',
  ],
  'feed-attribute-unknown': (d: { element: string; attribute: string }): Wording => [
    'error',
    `${quote(d.element)} has no attribute ${quote(d.attribute)} in this format. Readers ignore it.`,
    'Check the spelling, or remove it.',
  ],
  'feed-json-type': (d: { name: string; found: string; expected: string }): Wording => [
    'error',
    `${quote(d.name)} is of type ${d.found}, not ${d.expected}. Strict readers reject the whole feed.`,
    'Write the right type, or leave it out.',
  ],
  'feed-json-number': (d: { name: string }): Wording => [
    'warning',
    `${quote(d.name)} is a number. To readers that compare types, 17 and "17" are two items.`,
    'Write it in quotes.',
  ],
  'feed-json-repeated': (d: { key: string }): Wording => [
    'error',
    `${quote(d.key)} appears twice. Readers differ in which one they use.`,
    'Keep one.',
  ],
  'feed-json-unknown': (d: { key: string; parent: string }): Wording => [
    'warning',
    `${quote(d.key)} is not a JSON Feed key of ${quote(d.parent)}. Readers ignore it.`,
    'Check the spelling; an extension begins with "_".',
  ],
  'feed-json-content': (_: object): Wording => [
    'error',
    'The item has neither "content_html" nor "content_text". Readers show it empty or drop it.',
    'Add one of them; an empty text will do.',
  ],
  'feed-json-next': (_: object): Wording => [
    'error',
    '"next_url" is the URL of the feed itself. Readers that load all pages never stop.',
    'Leave it out on the last page.',
  ],
};

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.ceil(bytes / 100_000) / 10} MB`;
}
