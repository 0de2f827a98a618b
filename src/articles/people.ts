import type { Person } from '../model/index.ts';
import { readPerson } from '../text/person.ts';
import { isMapping, toList, toText } from './values.ts';

/** People by the short ids that articles name them by (`authors.yml`). */
export type Directory = Pick<ReadonlyMap<string, Person>, 'get' | 'has'>;

/**
 * Reads authors: `Name`, `Name <mail>`, an id of the directory, a mapping, a list of these, or several with email addresses or
 * `;` between them in one text. A comma alone separates only ids: `Name, Title` is one person.
 * @param bylines whether `Ann and Carl` and `Ann, Carl` are two people
 */
export function readPeople(value: unknown, directory: Directory, bylines = false): readonly Person[] {
  const people = new Map<string, Person>();
  for (const entry of toList(value)) {
    for (const person of readEntry(entry, directory, bylines)) {
      if (!people.has(person.name)) people.set(person.name, person);
    }
  }
  return [...people.values()];
}

/** What stands between two people in the byline of a newspaper. */
const BYLINE = /\s*[;,]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|e)\s+/;

function readEntry(entry: unknown, directory: Directory, bylines: boolean): readonly Person[] {
  if (isMapping(entry)) return readMapping(entry, directory);
  const text = toText(entry);
  if (text === undefined) return [];
  const known = directory.get(text);
  if (known) return [known];
  const parts = text.split(/\s*,\s*/);
  if (parts.length > 1 && parts.every((part) => directory.has(part))) {
    return parts.flatMap((part) => directory.get(part) ?? []);
  }
  const separator = bylines ? BYLINE : / ?; ?|(?<=>) ?(?:,|and|&) ?/;
  return (bylines ? text.replace(/^by\s+/i, '') : text)
    .split(separator)
    .filter((part) => part !== '')
    .map((part) => directory.get(part) ?? readPerson(part));
}

function readMapping(entry: Readonly<Record<string, unknown>>, directory: Directory): readonly Person[] {
  const id = toText(entry.id) ?? toText(entry.key);
  const known = id === undefined ? undefined : directory.get(id);
  // Beside a name, `title` is what somebody does.
  const name = toText(entry.name) ?? toText(entry.display_name) ?? known?.name ?? toText(entry.title) ?? id;
  if (name === undefined) return [];
  const email = toText(entry.email) ?? toText(entry.mail);
  const url = webUrl(
    toText(entry.url) ??
      toText(entry.link) ??
      toText(entry.uri) ??
      toText(entry.web) ??
      toText(entry.website),
  );
  const avatar = webUrl(
    toText(entry.avatar) ?? toText(entry.image_url) ?? toText(entry.imageURL) ?? toText(entry.picture),
  );
  return [
    {
      ...known,
      name,
      ...(email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email) ? { email } : {}),
      ...(url === undefined ? {} : { url }),
      ...(avatar === undefined ? {} : { avatar }),
    },
  ];
}

function webUrl(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

/** An author of the site, looked up like that of an article: `author: ada` is who `ada` is in the directory. */
export function lookUp(author: Person, directory: Directory): Person {
  const isBare = Object.keys(author).length === 1;
  return (isBare ? directory.get(author.name) : undefined) ?? author;
}

/** Reads the data of an `authors.yml`: a mapping of ids to people. */
export function readDirectory(data: unknown): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  if (!isMapping(data)) return people;
  for (const [id, entry] of Object.entries(data)) {
    const person = isMapping(entry)
      ? readMapping(
          { ...(toText(entry.display_name) === undefined ? { name: id } : {}), ...entry },
          new Map(),
        )[0]
      : { name: toText(entry) ?? id };
    if (person) people.set(id, person);
  }
  return people;
}
