import { isMapping } from '../text/data.ts';
import type { TagField, TagRule, TagValue } from './tag-fields.ts';

/** The values that can be used, and what is wrong with the others, in words that follow the name of the key. */
export interface ReadTags {
  readonly values: readonly TagValue[];
  readonly faults: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * Reads what people write for an element: a text, a mapping, or a list of them, with the fields of its rule. Unknown fields are ignored.
 * @param toUrl makes the URL of a path absolute; undefined for what cannot be one
 */
export function readTags(raw: unknown, rule: TagRule, toUrl: (text: string) => string | undefined): ReadTags {
  const all: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const read = (rule.isSingle ? all.slice(0, 1) : all).map((each) => readTag(each, rule, toUrl));
  return {
    values: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    faults: read.flatMap((each, index) => (typeof each === 'string' ? [{ index, reason: each }] : [])),
  };
}

function readTag(
  raw: unknown,
  rule: TagRule,
  toUrl: (text: string) => string | undefined,
): TagValue | string {
  const written: TagValue = isMapping(raw) ? raw : { [rule.short]: raw };
  const value = rule.defaults ? rule.defaults(written) : written;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(rule.fields)) {
    const text = toText(value[name]);
    if (text === undefined && field.isRequired) return `has no "${name}"`;
    if (text === undefined) continue;
    if (field.attribute === undefined && typeof value[name] === 'number')
      return `has a number as "${name}"; in quotes no zero of it is lost: "${text}"`;
    const clean = field.isUrl ? toUrl(text) : text;
    if (clean === undefined || !fits(clean, field))
      return `has a wrong "${name}", which must be ${field.expected}: "${text}"`;
    fields[name] = clean;
  }
  for (const [name, inner] of Object.entries(rule.children ?? {})) {
    const found = value[name] === undefined ? NOTHING : readTags(value[name], inner, toUrl);
    const [wrong] = found.faults;
    if (wrong !== undefined) return `has a wrong entry in "${name}": it ${wrong.reason}`;
    if (inner.isRequired && found.values.length === 0) return `has no "${name}"`;
    if (found.values.length > 0) fields[name] = found.values;
  }
  return fields;
}

const NOTHING: ReadTags = { values: [], faults: [] };

/** Whether a text is what a field must be. */
export function fits(text: string, { pattern, most = Number.POSITIVE_INFINITY }: TagField): boolean {
  return [...text].length <= most && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  // As people write it: 0.00000005, not 5e-8.
  const text =
    typeof value === 'number' && value < 1e-6 ? value.toFixed(12).replace(/0+$/, '') : String(value);
  return text.replaceAll(/\s+/g, ' ').trim() || undefined;
}
