import { walk } from './walk.ts';

/** What a filter makes of a list, or of a text as one; undefined when no one can know. */
type ListFilter = (value: unknown, args: readonly unknown[]) => unknown;

/** Filters of Liquid and Nunjucks that take or give lists. */
export const LIST_FILTERS: ReadonlyMap<string, ListFilter> = new Map(
  Object.entries<ListFilter>({
    size: (value) => measure(typeof value === 'string' ? [...value] : value),
    length: measure,
    first: (value) => onList(value, (list) => list[0] ?? null),
    last: (value) => onList(value, (list) => list.at(-1) ?? null),
    join: (value, [separator = ' ']) => onList(value, (list) => joinTexts(list, String(separator))),
    array_to_sentence_string: (value, [word = 'and']) =>
      onList(value, (list) => toSentence(list, String(word))),
    reverse: (value) => onList(value, (list) => list.toReversed()),
    compact: (value) => onList(value, (list) => list.filter((item) => item !== null)),
    uniq: (value) => onList(value, (list) => [...new Set(list)]),
    sort: (value, [key]) => onList(value, (list) => sort(list, key, (text) => text)),
    sort_natural: (value, [key]) => onList(value, (list) => sort(list, key, (text) => text.toLowerCase())),
    map: (value, [key]) => onList(value, (list) => list.map((item) => pick(item, key))),
    where: (value, [key, wanted]) =>
      onList(value, (list) => list.filter((item) => isWanted(pick(item, key), wanted))),
    concat: (value, [other]) => onList(value, (list) => onList(other, (more) => [...list, ...more])),
    push: (value, [item]) => onList(value, (list) => [...list, item]),
    slice: (value, [start = 0, count = 1]) => slice(value, Number(start), Number(count)),
  }),
);

function onList(value: unknown, work: (list: readonly unknown[]) => unknown): unknown {
  return Array.isArray(value) ? work(value) : value === null ? work([]) : undefined;
}

function measure(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value === null ? 0 : undefined;
}

function pick(item: unknown, key: unknown): unknown {
  return walk(item, String(key).split('.')) ?? null;
}

/** `where: "key"` alone asks whether there is a value. */
function isWanted(value: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return value !== null && value !== false && value !== 'false';
  return Array.isArray(value) ? value.includes(wanted) : String(value) === String(wanted);
}

function joinTexts(list: readonly unknown[], separator: string): string | undefined {
  const isTooLong = list.length * separator.length > LONGEST_SEPARATORS;
  return isTooLong || list.some((item) => typeof item === 'object' && item !== null)
    ? undefined
    : list.map((item) => String(item ?? '')).join(separator);
}

const LONGEST_SEPARATORS = 1_000_000;

function toSentence(list: readonly unknown[], word: string): string | undefined {
  if (list.length < 3) return joinTexts(list, ` ${word} `);
  const all = joinTexts(list.slice(0, -1), ', ');
  return all === undefined ? undefined : `${all}, ${word} ${String(list.at(-1))}`;
}

/** By code units, as Ruby does; numbers by their value. */
function sort(list: readonly unknown[], key: unknown, fold: (text: string) => string): unknown {
  const keyed = list.map((item) => ({ item, by: key === undefined ? item : pick(item, key) }));
  if (keyed.some(({ by }) => typeof by === 'object' || by === undefined)) return undefined;
  return keyed.toSorted((a, b) => order(fold(String(a.by)), fold(String(b.by)))).map(({ item }) => item);
}

function order(a: string, b: string): number {
  const difference = a.trim() === '' || b.trim() === '' ? Number.NaN : Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

function slice(value: unknown, start: number, count: number): unknown {
  if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
  const parts = [...value];
  const from = start < 0 ? Math.max(0, parts.length + start) : start;
  const cut = parts.slice(from, from + count);
  return typeof value === 'string' ? cut.join('') : cut;
}
