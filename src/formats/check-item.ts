import { legalText } from '../text/legal.ts';
import type { FeedProblem } from './check.ts';
import { nameItem, type Owner, readLanguage, readLine, readUrl, refuse, warn } from './check.ts';
import type { ReadyItem, ReadyPerson, ReadyTag, ReadyText, ReadyTranslation } from './checked-feed.ts';
import { readInstant } from './dates.ts';
import { absoluteId } from './iri.ts';
import { readAttachments, readImage } from './media.ts';
import { readPeople } from './people.ts';
import { readEpisode } from './read-podcast.ts';
import { htmlToLine } from './text.ts';
import type { Category, Item } from './vocabulary.ts';

/** What an item takes from its feed. */
interface Inherited {
  readonly authors: readonly ReadyPerson[];
  readonly language: string | undefined;
  /** The home page, else the URL of the feed. */
  readonly home: string | undefined;
  readonly format: FeedProblem['format'];
  readonly onProblem: Owner['onProblem'];
  /** Whether titles are HTML. */
  readonly hasHtmlTitles: boolean;
}

/**
 * Reads one item.
 * @returns nothing for an item without an id or a date, when there is an `onProblem` that gets it
 * @throws Error naming the item and the field when no one is
 */
export function readItem(item: Item, index: number, feed: Inherited): ReadyItem | undefined {
  const { format, onProblem } = feed;
  const name = () => nameItem(item, index);
  const base = item.link && URL.canParse(item.link) ? item.link : feed.home;
  const owner: Owner = { name, item: index, format, onProblem, base };
  const url = readUrl(item.link, owner, 'link');
  const ids = readIds(item, url, feed.home, owner);
  const own = readPeople(item.author, owner, 'author');
  const language = readLanguage(item.language, owner, 'language');
  const { title, summary, content } = readTexts(item, url, feed.hasHtmlTitles);
  const dates = readDates(item, owner);
  if (ids === undefined || dates === undefined) return undefined;
  // Every field by name: spreading parts into one object costs as much as reading all of them.
  return {
    id: ids.id,
    guid: ids.guid,
    isPermaLink: ids.isPermaLink,
    atomId: ids.atomId,
    url,
    title,
    isUntitled: item.isUntitled === true,
    published: dates.published,
    updated: dates.updated,
    summary,
    content,
    markdown: readWhole(item.markdown),
    authors: own.length > 0 ? own : feed.authors,
    contributors: readPeople(item.contributor, owner, 'contributor'),
    tags: readTags(item.category),
    image: readImage(item, owner),
    attachments: readAttachments(item, owner),
    language: language === feed.language ? undefined : language,
    rights: readLine(item.copyright),
    externalUrl: readUrl(item.externalUrl, owner, 'externalUrl'),
    comments: readComments(item, owner),
    translations: readTranslations(item, owner),
    episode: readEpisode(item.episode, owner),
    extensions: item.extensions ?? [],
  };
}

/**
 * The id of each format is written as the package `feed` writes it where that is possible at all, character by character:
 * readers compare it so (R1). That is `id` as it was given, else the link as the URL standard writes it; Atom has both as a URL.
 */
function readIds(item: Item, url: string | undefined, home: string | undefined, owner: Owner) {
  const own = readLine(item.id);
  const link = url === undefined ? undefined : new URL(String(item.link)).href;
  const guid = readLine(item.guid) ?? own ?? link;
  const id = own ?? link ?? guid;
  if (id === undefined || guid === undefined) return goWithoutId(owner);
  return {
    id,
    guid,
    // `true` exactly when the guid is the URL of the item (R6).
    isPermaLink: guid === url || guid === link,
    atomId: absoluteId(readLine(item.atomId) ?? '', undefined) ?? urlOf(id) ?? absoluteId(id, home),
  };
}

/** RSS alone may have items without an ID. */
function goWithoutId(owner: Owner) {
  const wrong = 'is missing, and so is "link"';
  if (owner.format !== 'rss') return refuse(owner, 'id', wrong);
  warn(owner, 'id', wrong);
  return { id: '', guid: '', isPermaLink: false, atomId: undefined };
}

/** RSS and JSON Feed may have items without a date; an Atom entry needs one (RFC 4287 §4.1.2). */
function readDates({ published, date }: Item, owner: Owner) {
  const first = published ?? date ?? undefined;
  if (first === undefined && owner.format !== 'atom') return { published: undefined, updated: undefined };
  const start = readInstant(first, owner, published ? 'published' : 'date');
  const end = published && date ? readInstant(date, owner, 'date') : start;
  return start === undefined || end === undefined ? undefined : { published: start, updated: end };
}

/** The package `feed` takes for a URL whatever the URL standard does; what no XML reader takes for an IRI stays out. */
function urlOf(id: string): string | undefined {
  const url = URL.canParse(id) ? new URL(id).href : '';
  return /^[\w+.-]+:[^\s<>"]+$/.test(url) ? url : undefined;
}

function readTranslations({ translations = [] }: Item, owner: Owner): readonly ReadyTranslation[] {
  return translations.flatMap(({ language, url }) => {
    const [tag, address] = [
      readLanguage(language, owner, 'translations.language'),
      readUrl(url, owner, 'translations.url'),
    ];
    return tag === undefined || address === undefined ? [] : [{ language: tag, url: address }];
  });
}

function readComments({ comments }: Item, owner: Owner): ReadyItem['comments'] {
  const url = readUrl(comments?.url, owner, 'comments');
  return url === undefined ? undefined : { url, count: comments?.count };
}

function readTexts(item: Item, url: string | undefined, hasHtmlTitles: boolean) {
  const plain = readWhole(item.summary);
  const description = readWhole(item.description);
  // With a plain summary, the HTML description is the content of an item that has no other.
  const content = readWhole(item.content) ?? (plain === undefined ? undefined : description);
  const given = hasHtmlTitles ? htmlToLine(item.title ?? '') || undefined : readLine(item.title);
  const title = given ?? deriveTitle(plain ?? description ?? content, url);
  return { title, content, summary: readSummary(plain, description) ?? emptyItem(content, title) };
}

function readSummary(plain: string | undefined, description: string | undefined): ReadyText | undefined {
  if (plain !== undefined) return { kind: 'text', value: plain };
  return description === undefined ? undefined : { kind: 'html', value: description };
}

/** An entry without any text should not be (RFC 4287 §4.1.1.1), so an item that has only a title says it again. */
function emptyItem(content: string | undefined, title: string): ReadyText | undefined {
  return content === undefined ? { kind: 'text', value: title } : undefined;
}

function readWhole(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return legalText(String(value)).trim() || undefined;
}

/** Readers skip or mistreat items without a title: the first words of the text, or else the URL (R19). */
function deriveTitle(text: string | undefined, url: string | undefined): string {
  const words = htmlToLine((text ?? '').slice(0, 2000));
  const short = words.length > 80 ? `${words.slice(0, 80).replace(/ [^ ]*$/, '')}…` : words;
  return readLine(short) ?? url ?? 'Untitled';
}

/** One element per tag (R36); a repeated one only once. */
function readTags(categories: readonly (Category | string)[] | undefined): readonly ReadyTag[] {
  const tags = new Map<string, ReadyTag>();
  for (const category of categories ?? []) {
    // Programs without types also give bare names.
    const { name, term, scheme, domain } = typeof category === 'string' ? { name: category } : category;
    const label = readLine(name) ?? readLine(term);
    if (label === undefined) continue;
    const tag = { label, term: readLine(term) ?? label, scheme: readLine(scheme) ?? readLine(domain) };
    // None of these has a line break in it.
    const key = `${tag.label}\n${tag.term}\n${tag.scheme ?? ''}`;
    if (!tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}
