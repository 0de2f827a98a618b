import { type Owner, readFileUrl, readLine, readUrl } from './check.ts';
import type { ReadyPerson } from './checked-feed.ts';
import type { Author } from './vocabulary.ts';

/**
 * The people of a feed or an item, in order, without empty ones. A single author is a list of one.
 * An `email` that is none (`name at host`) is left out, because Atom allows only addresses (RFC 4287 §3.2.3).
 */
export function readPeople(
  people: readonly Author[] | Author | undefined,
  owner: Owner,
  field: string,
): readonly ReadyPerson[] {
  if (!people) return none;
  const list = Array.isArray(people) ? (people as readonly Author[]) : [people as Author];
  return list.flatMap((person) => readPerson(person, owner, field) ?? []);
}

const none: readonly ReadyPerson[] = [];
/** An email address in a feed. */
export const emailAddress = /^[^\s@<>()]+@[^\s@<>()]+$/;

function readPerson(person: Author | null | undefined, owner: Owner, field: string): ReadyPerson | undefined {
  if (!person) return undefined;
  const email = readLine(person.email);
  const url = readUrl(person.link, owner, `${field}.link`);
  const name = readLine(person.name) ?? email ?? url;
  if (name === undefined) return undefined;
  return {
    name,
    email: email !== undefined && emailAddress.test(email) ? email : undefined,
    url,
    // Only JSON Feed shows it.
    avatar: owner.format === 'json' ? readFileUrl(person.avatar, owner, `${field}.avatar`) : undefined,
  };
}

/** Whether two lists name the same people in the same order. */
export function samePeople(a: readonly ReadyPerson[], b: readonly ReadyPerson[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((person, index) => samePerson(person, b[index]));
}

function samePerson(a: ReadyPerson, b: ReadyPerson | undefined): boolean {
  return a.name === b?.name && a.email === b.email && a.url === b.url && a.avatar === b.avatar;
}
