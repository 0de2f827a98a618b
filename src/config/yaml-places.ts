import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Path } from './check.ts';

/** Offsets in the source, by path as JSON text. */
export interface Offsets {
  readonly keys: Map<string, number>;
  readonly values: Map<string, number>;
  /** What YAML allows and a configuration does not. */
  readonly refused: { readonly offset: number; readonly reason: string }[];
  readonly repeated: { readonly key: string; readonly first: number; readonly second: number }[];
}

/** No setting is nested deeper than this. */
const DEEPEST = 5;

/** Reads the offsets of keys and values from the events of the YAML parser. */
export function readOffsets(events: readonly Event[], source: string): Offsets {
  const offsets: Offsets = { keys: new Map(), values: new Map(), refused: [], repeated: [] };
  let next = 0;
  const visit = (path: Path): void => {
    const event = events[next++];
    if (event === undefined || event.type === EVENT_ID.POP) return;
    note(event, path, offsets.values);
    if (event.type === EVENT_ID.ALIAS) refuse(event, 'references (*name) are not supported', offsets);
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT) {
      const isList = event.type === EVENT_ID.SEQUENCE;
      for (let i = 0; !isEnd(events[next]); i++) visit(isList ? [...path, i] : path);
      next++;
    } else if (event.type === EVENT_ID.MAPPING) {
      while (!isEnd(events[next])) visitPair(path);
      next++;
    }
  };
  const visitPair = (path: Path): void => {
    const key = events[next];
    if (key?.type !== EVENT_ID.SCALAR) {
      if (key) refuse(key, 'a key must be text', offsets);
      visit([...path, '']);
      visit([...path, '']);
      return;
    }
    next++;
    const inner = [...path, getScalarValue(source, key)];
    noteKey(key, inner, offsets);
    visit(inner);
  };
  visit([]);
  return offsets;
}

function refuse(event: Event, reason: string, offsets: Offsets): void {
  offsets.refused.push({ offset: offsetOf(event), reason });
}

function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

function note(event: Event, path: Path, offsets: Map<string, number>): void {
  const offset = offsetOf(event);
  if (path.length <= DEEPEST && offset >= 0) offsets.set(JSON.stringify(path), offset);
}

function noteKey(event: Event, path: Path, offsets: Offsets): void {
  if (path.length > DEEPEST) return;
  const id = JSON.stringify(path);
  const first = offsets.keys.get(id);
  if (first === undefined) note(event, path, offsets.keys);
  // An empty key has no place of its own.
  else offsets.repeated.push({ key: String(path.at(-1)), first, second: Math.max(first, offsetOf(event)) });
}

function offsetOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) {
    const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return isQuoted ? event.valueStart - 1 : event.valueStart;
  }
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return 'start' in event ? event.start : -1;
}

/** The value's offset; an empty value is where its key is, an absent one where its surroundings are. */
export function findOffset(path: Path, offsets: Offsets): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const id = JSON.stringify(path.slice(0, length));
    const offset = offsets.values.get(id) ?? offsets.keys.get(id);
    if (offset !== undefined) return offset;
  }
  return undefined;
}
