import type { Preset } from '../model/index.ts';
import { insertPairs } from './insert-pairs.ts';
import { findFact } from './names-of-facts.ts';
import { readOwnId } from './url-and-id.ts';

/** A file with its id, or why it can't get one. */
export type Insertion =
  /** `lines` is how many were added: one, three with fences around it, none inside a line of JSON. */
  | { readonly kind: 'inserted'; readonly bytes: Buffer; readonly lines: 0 | 1 | 3 }
  | { readonly kind: 'has-id' }
  | { readonly kind: 'impossible' };

/**
 * Puts `id` into the front matter of an article; every other byte stays.
 * @param bytes the whole file
 * @param preset the tool whose front matter it is
 * @param path of the file
 * @returns `impossible` also for an id that front matter can't keep, such as one with two spaces in a row
 */
export function insertId(bytes: Buffer, id: string, preset?: Preset, path?: string): Insertion {
  const pair = { key: 'id', yaml: writeYaml(id), json: writeString(id) };
  const inserted = insertPairs(
    bytes,
    [pair],
    {
      isTaken: (data) => Object.hasOwn(data, 'id') || findFact(data, 'id') !== undefined,
      isSaid: (data) => data.id === id && readOwnId(data) === id,
    },
    preset,
    path,
  );
  if (inserted === 'taken') return { kind: 'has-id' };
  if (inserted === 'impossible') return { kind: 'impossible' };
  const { lines } = inserted;
  return { kind: 'inserted', bytes: inserted.bytes, lines: lines === 3 ? 3 : lines === 1 ? 1 : 0 };
}

/** URLs and `tag:` ids need no quotes; whatever else another reader could take for a number or a comment gets them. */
function writeYaml(id: string): string {
  return /^[a-z][a-z0-9+.-]*:[\w./~?@!$&()*+,;=%#:-]*[\w/~=%-]$/i.test(id) ? id : writeString(id);
}

/** A string as JSON, YAML and TOML all read it: what is not for printing is escaped. */
function writeString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
