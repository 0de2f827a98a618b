import { isMapping } from '../text/data.ts';
import type { Shape } from './shape.ts';

export type Path = readonly (string | number)[];

/** One thing that keeps a value from having its shape. */
export type Violation =
  /** `unset`: the keys that could are there and don't yet. */
  | { readonly kind: 'unknown-key'; readonly path: Path; readonly unset: readonly string[] }
  | { readonly kind: 'missing-key'; readonly path: Path; readonly key: string }
  | { readonly kind: 'conflict'; readonly path: Path; readonly keys: readonly string[] }
  | { readonly kind: 'mismatch'; readonly path: Path; readonly value: unknown; readonly shape: Shape };

/** Keys that could reach the prototype of an object (R68). */
const FORBIDDEN = /^(?:__proto__|constructor|prototype)$/;

type Mapping = Readonly<Record<string, unknown>>;

/** Checks a value against a shape, as a JSON Schema validator would; finds everything, not only the first. */
export function checkShape(value: unknown, shape: Shape, path: Path = []): readonly Violation[] {
  const mismatch: Violation = { kind: 'mismatch', path, value, shape };
  if (shape.anyOf) return checkAnyOf(value, shape.anyOf, mismatch);
  if (shape.type && !hasType(value, shape.type)) return [mismatch];
  if (shape.enum && !(typeof value === 'string' && shape.enum.includes(value))) return [mismatch];
  if (typeof value === 'string') return matches(value, shape) ? [] : [mismatch];
  if (typeof value === 'number') return isInRange(value, shape) ? [] : [mismatch];
  if (Array.isArray(value)) return checkList(value, shape, mismatch);
  return isMapping(value) ? checkMapping(value, shape, path) : [];
}

/** A value that fits no branch is explained by the branch that has its type: a person's keys, not "no text". */
function checkAnyOf(value: unknown, branches: readonly Shape[], mismatch: Violation): readonly Violation[] {
  const results = branches.map((branch) => ({ branch, found: checkShape(value, branch, mismatch.path) }));
  if (results.some(({ found }) => found.length === 0)) return [];
  const closest = results.find(({ branch }) => branch.type !== undefined && hasType(value, branch.type));
  return closest?.found ?? [mismatch];
}

function checkList(list: readonly unknown[], shape: Shape, mismatch: Violation): readonly Violation[] {
  if (list.length < (shape.minItems ?? 0)) return [mismatch];
  const { items } = shape;
  const found = items ? list.flatMap((item, i) => checkShape(item, items, [...mismatch.path, i])) : [];
  const isRepeating = shape.uniqueItems === true && new Set(list).size < list.length;
  return isRepeating && found.length === 0 ? [mismatch] : found;
}

function checkMapping(mapping: Mapping, shape: Shape, path: Path): readonly Violation[] {
  const known = Object.keys(shape.properties ?? {});
  const unset = known.filter((name) => !Object.hasOwn(mapping, name));
  const found = Object.keys(mapping).flatMap((key): readonly Violation[] => {
    // `includes` and not a look-up: `constructor` and `__proto__` are keys like any other (R68).
    const property = known.includes(key) ? shape.properties?.[key] : undefined;
    if (property) return checkShape(mapping[key], property, [...path, key]);
    const { additionalProperties: others } = shape;
    if (others === false || FORBIDDEN.test(key))
      return [{ kind: 'unknown-key', path: [...path, key], unset }];
    return others ? checkShape(mapping[key], others, [...path, key]) : [];
  });
  const missing = (shape.required ?? []).filter((key) => !Object.hasOwn(mapping, key));
  const keys = shape.not?.required;
  const isConflict = keys?.every((key) => Object.hasOwn(mapping, key)) ?? false;
  return [
    ...found,
    ...missing.map((key): Violation => ({ kind: 'missing-key', path, key })),
    ...(keys && isConflict ? [{ kind: 'conflict', path, keys } as const] : []),
  ];
}

function hasType(value: unknown, type: NonNullable<Shape['type']>): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isMapping(value) : typeof value === type;
}

function matches(text: string, { pattern }: Shape): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

function isInRange(number: number, { minimum = -Infinity, maximum = Infinity }: Shape): boolean {
  return number >= minimum && number <= maximum;
}
