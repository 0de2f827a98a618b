import type { Person } from '../model/index.ts';
import { toList } from '../text/data.ts';
import { readPerson } from '../text/person.ts';

/** Authors as the configuration file has them, after the check. */
type RawPerson =
  | string
  | { readonly name: string; readonly email?: string; readonly url?: string; readonly avatar?: string };
export type RawPeople = RawPerson | readonly RawPerson[];

/**
 * Reads authors: a name, `Name <mail>`, `Name <https://…>`, an object or a list of them.
 * @param resolveLink makes a URL absolute
 */
export function readPeople(raw: RawPeople, resolveLink: (link: string) => string): readonly Person[] {
  return toList<RawPerson>(raw).map((person) =>
    typeof person === 'string' ? readPerson(person.trim()) : readMapping(person, resolveLink),
  );
}

function readMapping(raw: Exclude<RawPerson, string>, resolveLink: (link: string) => string): Person {
  return {
    name: raw.name.trim(),
    ...(raw.email === undefined ? {} : { email: raw.email }),
    ...(raw.url === undefined ? {} : { url: resolveLink(raw.url) }),
    ...(raw.avatar === undefined ? {} : { avatar: resolveLink(raw.avatar) }),
  };
}
