import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

export interface Value {
  readonly name: string;
  readonly value: string;
}
export interface DateValue {
  readonly element: string;
  readonly value: string;
}

/** What `feedwright check FEED` says about values, ids, links and content. */
export const inspectValueWording = {
  'feed-value-empty': (d: { name: string }): Wording => [
    'warning',
    `"${d.name}" is empty. Readers show nothing there, or the URL.`,
    'Write text, or leave it out if it is optional.',
  ],
  'feed-value-missing': (d: { name: string }): Wording => [
    'error',
    `"${d.name}" is empty, but must be a URL.`,
    'Write a URL.',
  ],
  'feed-value': (d: Value & { expected: string }): Wording => [
    'error',
    `"${d.name}" is ${quote(d.value)}. Readers ignore it or guess.`,
    `Write ${d.expected}.`,
  ],
  'feed-date': (d: DateValue & { expected: string }): Wording => [
    'error',
    `"${d.element}" is not a valid date in this format: ${quote(d.value)}. Readers show the time of their visit, or no date.`,
    `Write it as ${d.expected}.`,
  ],
  'feed-date-weekday': (d: DateValue & { weekday: string }): Wording => [
    'error',
    `"${d.element}" has the wrong weekday: ${quote(d.value)}. Strict readers reject the date.`,
    `That day is a ${d.weekday}.`,
  ],
  'feed-date-form': (d: DateValue & { expected: string }): Wording => [
    'warning',
    `"${d.element}" is a date that only some readers understand: ${quote(d.value)}. Others show the time of their visit.`,
    `Write it as ${d.expected}.`,
  ],
  'feed-date-future': (d: DateValue): Wording => [
    'warning',
    `"${d.element}" is more than a day ahead: ${quote(d.value)}. NetNewsWire drops the item; others keep it on top.`,
    'Publish it when it is due.',
  ],
  'feed-date-old': (d: DateValue): Wording => [
    'warning',
    `"${d.element}" is older than any feed: ${quote(d.value)}. Readers sort the item to the end.`,
    'Check where the date comes from.',
  ],
  'feed-address': (d: Value & { reason: string }): Wording => [
    'error',
    `"${d.name}" is not a URL: ${quote(d.value)} ${d.reason}. Readers drop it or open something else.`,
    'Write a full URL, with special characters encoded (a space as %20).',
  ],
  'feed-address-relative': (d: Value): Wording => [
    'error',
    `"${d.name}" is a relative URL: ${quote(d.value)}. Readers resolve it against different base URLs.`,
    'Write the full URL.',
  ],
  'feed-mail': (d: Value): Wording => [
    'error',
    `"${d.name}" has no email address: ${quote(d.value)}. Readers show no author, or the text as it is.`,
    'Write mail@example.org (Name); for a name alone, use dc:creator.',
  ],
  'feed-mail-form': (d: Value & { address: string }): Wording => [
    'warning',
    `"${d.name}" is not "mail (Name)": ${quote(d.value)}. Readers show no name.`,
    `Write ${d.address} (Name).`,
  ],
  'feed-language': (d: Value): Wording => [
    'error',
    `"${d.name}" is not a language tag: ${quote(d.value)}. Readers choose the wrong fonts, hyphens and voices.`,
    'Write a tag such as en or de-AT.',
  ],
  'feed-markup': (d: { element: string; markup: string }): Wording => [
    'warning',
    `"${d.element}" has ${quote(d.markup)}, but must be plain text. Readers show it raw, or treat it as markup and hide text.`,
    'Write plain text; in XML, a real "<" is &#x3C; and a real "&" is &#x26;.',
  ],
  'feed-title-html': (d: { markup: string }): Wording => [
    'warning',
    `The title is HTML: ${quote(d.markup)}. Miniflux, Liferea and newsboat show it wrong.`,
    'Write plain text with type="text".',
  ],
  'feed-id-missing': (d: { element: string }): Wording => [
    'warning',
    `The item has no "${d.element}". Readers make up an ID, and show the article again when its title or URL changes.`,
    'Give every item an ID that never changes.',
  ],
  'feed-id-repeated': (d: { id: string; line: number }): Wording => [
    'error',
    `The item on line ${d.line} has the same ID: ${quote(d.id)}. Feedbin and others show only one of them.`,
    'Give every item its own ID.',
  ],
  'feed-entry-repeated': (d: { id: string; line: number }): Wording => [
    'warning',
    `The entry on line ${d.line} has the same ID: ${quote(d.id)}. Readers show only one of them.`,
    'Give every entry its own ID.',
  ],
  'feed-permalink': (d: { value: string }): Wording => [
    'error',
    `The guid claims to be a URL, but is not: ${quote(d.value)}. Readers open a page that does not exist.`,
    'Write isPermaLink="false".',
  ],
  'feed-self-missing': (_: object): Wording => [
    'warning',
    "The feed doesn't contain its own URL. Readers that got it elsewhere can't follow it when it moves.",
    'Add a link with rel="self" (feed_url in JSON Feed).',
  ],
  'feed-self-relative': (d: { self: string }): Wording => [
    'warning',
    `The feed gives its own URL as ${quote(d.self)}, which is relative. Readers that got it elsewhere can't follow it.`,
    'Write the full URL.',
  ],
  'feed-self-differs': (d: { self: string; address: string }): Wording => [
    'warning',
    `The feed says that its URL is ${quote(d.self)}, but it was read from ${quote(d.address)}. Readers may subscribe to the wrong one.`,
    'Write the URL that it is served from.',
  ],
  'feed-item-empty': (_: object): Wording => [
    'error',
    'The item has neither title nor description. Thunderbird skips it.',
    'Add a title.',
  ],
  'feed-enclosure-several': (_: object): Wording => [
    'warning',
    'The item has more than one enclosure. Most podcast players use the first, some the last.',
    'Keep one, and link to the others in the text.',
  ],
  'feed-said-twice': (d: { extension: string; own: string; hurt: string }): Wording => [
    'warning',
    `The item has both ${quote(d.extension)} and ${quote(d.own)}. ${d.hurt}`,
    'Keep one.',
  ],
  'feed-shadow': (d: { element: string }): Wording => [
    'warning',
    `${quote(d.element)} is in an unknown namespace, but has the name of an RSS element. Liferea confuses them.`,
    'Rename it.',
  ],
  'feed-description-late': (_: object): Wording => [
    'warning',
    'The description comes after content:encoded. Readers that use the last of them show only the summary.',
    'Put the description first.',
  ],
  'feed-image-differs': (d: { name: string; value: string; feed: string }): Wording => [
    'warning',
    `The ${d.name} of the image is ${quote(d.value)}, but that of the feed is ${quote(d.feed)}. Readers may show or open the wrong one.`,
    'Write the same in both.',
  ],
  'feed-alternate-missing': (_: object): Wording => [
    'error',
    'The entry has neither content nor a link to its page. Readers have nothing to show or open.',
    'Add a link with rel="alternate".',
  ],
  'feed-alternate-repeated': (_: object): Wording => [
    'error',
    'There are two links with rel="alternate" of the same type and language. Readers differ in which one they open.',
    'Keep one.',
  ],
  'feed-summary-missing': (_: object): Wording => [
    'error',
    'The content is elsewhere or binary, and there is no summary. Readers show an empty entry.',
    'Add a summary.',
  ],
  'feed-content-twice': (_: object): Wording => [
    'error',
    'The content has both a "src" and text. Readers show one of them or neither.',
    'Keep one.',
  ],
  'feed-content-relative': (d: { address: string; count: number }): Wording => [
    'warning',
    `The content has relative URLs (${d.count}), such as ${quote(d.address)}. Readers resolve them against the feed, the site or nothing, so links and images break.`,
    'Write full URLs.',
  ],
  'feed-content-unsafe': (d: { what: string; count: number }): Wording => [
    'warning',
    `The content has parts that every reader removes (${d.count}), such as ${quote(d.what)}.`,
    'Replace them with links.',
  ],
  'feed-content-picture': (d: { count: number }): Wording => [
    'warning',
    `The content has images without "src" (${d.count}), which scripts load later. Readers run no scripts and show no image.`,
    'Put the URL of the image into "src".',
  ],
};
