import { fail, type Owner, readInstant, readLine, readUrl, show } from './check.ts';
import type { Category, Item } from './feed.ts';
import { readAttachments, readImage } from './media.ts';
import { readPeople } from './people.ts';
import type { ReadyItem, ReadyPerson, ReadyTag, ReadyText, ReadyTranslation } from './ready.ts';
import { htmlToText, legalText } from './text.ts';

/** What an item takes from its feed. */
interface Inherited {
  readonly authors: readonly ReadyPerson[];
  readonly language: string | undefined;
}

/** Reads one item. @throws Error naming the item and the field */
export function readItem(item: Item, index: number, feed: Inherited): ReadyItem {
  const owner: Owner = () => `Item ${index + 1} (${show(item.title || item.id || item.link || '')})`;
  const url = readUrl(item.link, owner, 'link');
  const id = readId(item, url, owner);
  const own = readPeople(item.author, owner, 'author');
  const language = readLine(item.language);
  const { title, summary, content } = readTexts(item, url);
  const published = readInstant(item.published ?? item.date, owner, item.published ? 'published' : 'date');
  // Every field by name: spreading parts into one object costs as much as reading all of them.
  return {
    id,
    guid: readLine(item.guid) ?? id,
    url,
    title,
    published,
    updated: item.date ? readInstant(item.date, owner, 'date') : published,
    summary,
    content,
    authors: own.length > 0 ? own : feed.authors,
    contributors: readPeople(item.contributor, owner, 'contributor'),
    tags: readTags(item.category),
    image: readImage(item, owner),
    attachments: readAttachments(item, owner),
    language: language === feed.language ? undefined : language,
    rights: readLine(item.copyright),
    externalUrl: readUrl(item.externalUrl, owner, 'externalUrl'),
    translations: readTranslations(item, owner),
    extensions: item.extensions ?? [],
  };
}

/** The id is written as it was given, character by character: readers compare it so (R1, R4). */
function readId(item: Item, url: string | undefined, owner: Owner): string {
  return readLine(item.id) ?? readLine(item.guid) ?? url ?? fail(owner, 'id', 'is missing, and so is "link"');
}

function readTranslations({ translations = [] }: Item, owner: Owner): readonly ReadyTranslation[] {
  return translations.flatMap(({ language, url }) => {
    const [tag, address] = [readLine(language), readUrl(url, owner, 'translations')];
    return tag === undefined || address === undefined ? [] : [{ language: tag, url: address }];
  });
}

function readTexts(item: Item, url: string | undefined) {
  const plain = readHtml(item.summary);
  const description = readHtml(item.description);
  // With a plain summary, the HTML description is the content of an item that has no other.
  const content = readHtml(item.content) ?? (plain === undefined ? undefined : description);
  const title = readLine(item.title) ?? deriveTitle(plain ?? description ?? content, url);
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

function readHtml(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return legalText(String(value)).trim() || undefined;
}

/** Readers skip or mistreat items without a title: the first words of the text, or else the address (R19). */
function deriveTitle(text: string | undefined, url: string | undefined): string {
  const words = htmlToText((text ?? '').slice(0, 2000));
  const short = words.length > 80 ? `${words.slice(0, 80).replace(/ [^ ]*$/, '')}…` : words;
  return readLine(short) ?? url ?? 'Untitled';
}

/** One element per tag (R36); a repeated one only once. */
function readTags(categories: readonly Category[] | undefined): readonly ReadyTag[] {
  const tags: ReadyTag[] = [];
  for (const { name, term, scheme, domain } of categories ?? []) {
    const label = readLine(name) ?? readLine(term);
    if (label === undefined) continue;
    const tag = { label, term: readLine(term) ?? label, scheme: readLine(scheme) ?? readLine(domain) };
    if (!tags.some((other) => sameTag(other, tag))) tags.push(tag);
  }
  return tags;
}

function sameTag(a: ReadyTag, b: ReadyTag): boolean {
  return a.label === b.label && a.term === b.term && a.scheme === b.scheme;
}
