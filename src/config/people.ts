import type { Person } from '../model/index.ts';

/** Authors as the configuration file has them, after the check. */
export type RawPerson =
  | string
  | { readonly name: string; readonly email?: string; readonly url?: string; readonly avatar?: string };
export type RawPeople = RawPerson | readonly RawPerson[];

/**
 * Reads authors: a name, `Name <mail>`, `Name <https://…>`, an object or a list of them.
 * @param resolveLink makes a URL absolute
 */
export function readPeople(raw: RawPeople, resolveLink: (link: string) => string): readonly Person[] {
  return toList<RawPerson>(raw).map((person) =>
    typeof person === 'string' ? parsePerson(person.trim()) : readPerson(person, resolveLink),
  );
}

/** A single value or a list as a list. */
export function toList<T>(raw: T | readonly T[]): readonly T[] {
  return Array.isArray(raw) ? raw : [raw as T];
}

function readPerson(raw: Exclude<RawPerson, string>, resolveLink: (link: string) => string): Person {
  return {
    name: raw.name.trim(),
    ...(raw.email === undefined ? {} : { email: raw.email }),
    ...(raw.url === undefined ? {} : { url: resolveLink(raw.url) }),
    ...(raw.avatar === undefined ? {} : { avatar: resolveLink(raw.avatar) }),
  };
}

function parsePerson(text: string): Person {
  const open = text.lastIndexOf('<');
  if (open < 0 || !text.endsWith('>')) return { name: text };
  const address = text
    .slice(open + 1, -1)
    .trim()
    .replace(/^mailto:/i, '');
  const name = text.slice(0, open).trim() || address;
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(address)) return { name, email: address };
  const isWeb = /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
  return isWeb ? { name, url: new URL(address).href } : { name: text };
}
