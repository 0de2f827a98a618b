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
    `"${d.name}" is empty. Readers show nothing there, or the address.`,
    'Write a text, or leave it out where that is allowed.',
  ],
  'feed-value-missing': (d: { name: string }): Wording => [
    'error',
    `"${d.name}" is empty. It leads nowhere and names nothing.`,
    'Write an address.',
  ],
  'feed-value': (d: Value & { expected: string }): Wording => [
    'error',
    `"${d.name}" is ${quote(d.value)}. Readers pass over it or guess.`,
    `Write ${d.expected}.`,
  ],
  'feed-date': (d: DateValue & { expected: string }): Wording => [
    'error',
    `"${d.element}" is no date of this format: ${quote(d.value)}. Readers show the time of their visit, or none.`,
    `Write it as ${d.expected}.`,
  ],
  'feed-date-weekday': (d: DateValue & { weekday: string }): Wording => [
    'error',
    `"${d.element}" names another day of the week: ${quote(d.value)}. Strict readers take it for no date.`,
    `That day is a ${d.weekday}.`,
  ],
  'feed-date-form': (d: DateValue & { expected: string }): Wording => [
    'warning',
    `"${d.element}" is a date that only lenient readers understand: ${quote(d.value)}. Others show the time of their visit.`,
    `Write it as ${d.expected}.`,
  ],
  'feed-date-future': (d: DateValue): Wording => [
    'warning',
    `"${d.element}" is more than a day ahead: ${quote(d.value)}. NetNewsWire drops the item, others keep it on top.`,
    'Publish it when it is due.',
  ],
  'feed-date-old': (d: DateValue): Wording => [
    'warning',
    `"${d.element}" is older than feeds are: ${quote(d.value)}. Readers bury the item.`,
    'Look at where the date comes from.',
  ],
  'feed-address': (d: Value & { reason: string }): Wording => [
    'error',
    `"${d.name}" is no address: ${quote(d.value)} ${d.reason}. Readers drop it or open something else.`,
    'Write a whole address, with special characters as %20 and the like.',
  ],
  'feed-address-relative': (d: Value): Wording => [
    'error',
    `"${d.name}" is a relative address: ${quote(d.value)}. Readers resolve it against different addresses.`,
    'Write the whole address.',
  ],
  'feed-mail': (d: Value): Wording => [
    'error',
    `"${d.name}" has no mail address: ${quote(d.value)}. Readers show no author, or the text as it is.`,
    'Write mail@example.org (Name); for a name alone use dc:creator.',
  ],
  'feed-mail-form': (d: Value & { address: string }): Wording => [
    'warning',
    `"${d.name}" is not mail and name as RSS has them: ${quote(d.value)}. Readers show no name.`,
    `Write ${d.address} (Name).`,
  ],
  'feed-language': (d: Value): Wording => [
    'error',
    `"${d.name}" is no language: ${quote(d.value)}. Readers choose wrong fonts, hyphens and voices.`,
    'Write a tag such as en or de-AT.',
  ],
  'feed-markup': (d: { element: string; markup: string }): Wording => [
    'warning',
    `"${d.element}" has ${quote(d.markup)} where text is meant. Readers show it raw, or make it markup that hides text.`,
    'Write plain text; a meant "<" as &#x3C; and a meant "&" as &#x26; in XML.',
  ],
  'feed-title-html': (d: { markup: string }): Wording => [
    'warning',
    `The title is HTML: ${quote(d.markup)}. Miniflux, Liferea and newsboat show such titles wrong.`,
    'Write plain text with type="text".',
  ],
  'feed-podcast-category': (d: Value): Wording => [
    'error',
    `${quote(d.value)} is no category of Apple Podcasts. Apple refuses the feed or lists it nowhere.`,
    'Write one of its list, with the same capitals.',
  ],
  'feed-id-missing': (d: { element: string }): Wording => [
    'warning',
    `The item has no "${d.element}". Readers guess an id, and show the article again when its title or address changes.`,
    'Give every item an id that never changes.',
  ],
  'feed-id-repeated': (d: { id: string; line: number }): Wording => [
    'error',
    `Another item has the same id, in line ${d.line}: ${quote(d.id)}. Feedbin and others show one of them only.`,
    'Give every item an id of its own.',
  ],
  'feed-entry-repeated': (d: { id: string; line: number }): Wording => [
    'warning',
    `Another entry has the same id, in line ${d.line}: ${quote(d.id)}. Readers show one of them only.`,
    'Give every entry an id of its own.',
  ],
  'feed-permalink': (d: { value: string }): Wording => [
    'error',
    `The guid says that it is an address, and is none: ${quote(d.value)}. Readers open a page that is not there.`,
    'Write isPermaLink="false".',
  ],
  'feed-self-missing': (_: object): Wording => [
    'warning',
    'The feed does not say its own address. Readers that got it by another way cannot follow it when it moves.',
    'Add a link with rel="self" (feed_url in JSON Feed).',
  ],
  'feed-self-relative': (d: { self: string }): Wording => [
    'warning',
    `The feed gives its own address as ${quote(d.self)}, which is relative. Readers that got it by another way cannot follow it.`,
    'Write the whole address.',
  ],
  'feed-self-differs': (d: { self: string; address: string }): Wording => [
    'warning',
    `The feed says that its address is ${quote(d.self)}, but it was read from ${quote(d.address)}. Readers may subscribe to the other.`,
    'Write the address that it is served from.',
  ],
  'feed-item-empty': (_: object): Wording => [
    'error',
    'The item has neither title nor description. Thunderbird passes over it.',
    'Add a title.',
  ],
  'feed-enclosure-several': (_: object): Wording => [
    'warning',
    'The item has more than one enclosure. Most podcast players take the first, some the last.',
    'Keep one, and link to the others in the text.',
  ],
  'feed-said-twice': (d: { extension: string; own: string; hurt: string }): Wording => [
    'warning',
    `The item has both ${quote(d.extension)} and ${quote(d.own)}. ${d.hurt}`,
    'Keep one.',
  ],
  'feed-shadow': (d: { element: string }): Wording => [
    'warning',
    `${quote(d.element)} is of an unknown namespace, but named like an element of RSS. Liferea takes it for that one.`,
    'Give it another name.',
  ],
  'feed-description-late': (_: object): Wording => [
    'warning',
    'The description stands after content:encoded. Readers that take the last of them show the summary only.',
    'Put the description first.',
  ],
  'feed-image-differs': (d: { name: string; value: string; feed: string }): Wording => [
    'warning',
    `The ${d.name} of the image is ${quote(d.value)}, that of the feed ${quote(d.feed)}. Readers may show or open the wrong one.`,
    'Write the same.',
  ],
  'feed-alternate-missing': (_: object): Wording => [
    'error',
    'The entry has neither content nor a link to its page. Readers have nothing to show or open.',
    'Add a link with rel="alternate".',
  ],
  'feed-alternate-repeated': (_: object): Wording => [
    'error',
    'There are two links with rel="alternate" of the same type and language. Readers differ in which they open.',
    'Keep one.',
  ],
  'feed-summary-missing': (_: object): Wording => [
    'error',
    'The content is elsewhere or binary, and there is no summary. Readers show an empty entry.',
    'Add a summary.',
  ],
  'feed-content-twice': (_: object): Wording => [
    'error',
    'The content has both a "src" and a text. Readers show one of them or neither.',
    'Keep one.',
  ],
  'feed-content-relative': (d: { address: string; count: number }): Wording => [
    'warning',
    `The content has relative addresses (${d.count}), such as ${quote(d.address)}. Some readers resolve them against the feed or the site, some against nothing: links and pictures break.`,
    'Write whole addresses.',
  ],
  'feed-content-unsafe': (d: { what: string; count: number }): Wording => [
    'warning',
    `The content has what every reader removes (${d.count}), such as ${quote(d.what)}. What depends on it is not seen.`,
    'Leave it out, and put a link in its place.',
  ],
  'feed-content-picture': (d: { count: number }): Wording => [
    'warning',
    `The content has pictures without "src" (${d.count}), as scripts load them later. Readers run no scripts and show no picture.`,
    'Write the address of the picture into "src".',
  ],
};
