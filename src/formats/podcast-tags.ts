import type { TagRule, TagValue } from '../podcasts/tag-fields.ts';
import { TAGS, type TagKey } from '../podcasts/tags.ts';
import { type Attributes, lines, parentElement, textElement } from './xml.ts';

/** Elements of the podcast namespace, as their table says. @param owner a show or an episode */
export function writeTags(
  indent: string,
  keys: readonly TagKey[],
  owner: Readonly<Partial<Record<TagKey, readonly object[]>>>,
): string {
  return lines(keys.map((key) => writeAll(indent, TAGS[key], owner[key] ?? [])));
}

function writeAll(indent: string, rule: TagRule, values: readonly object[]): string {
  const { wrapper } = rule;
  if (values.length === 0) return '';
  if (wrapper === undefined) return lines(values.map((value) => writeTag(indent, rule, value as TagValue)));
  const inner = lines(values.map((value) => writeTag(`${indent}  `, rule, value as TagValue)));
  return parentElement(indent, `podcast:${wrapper}`, inner);
}

function writeTag(indent: string, rule: TagRule, value: TagValue): string {
  const name = `podcast:${rule.element}`;
  const fields = Object.entries(rule.fields);
  const attributes: Attributes = Object.fromEntries(
    fields.flatMap(([field, { attribute }]) => {
      const text = attribute === undefined ? undefined : textOf(value[field]);
      return attribute === undefined || text === undefined ? [] : [[attribute, text]];
    }),
  );
  const own = fields.find(([, { attribute }]) => attribute === undefined)?.[0];
  if (own !== undefined) return textElement(indent, name, textOf(value[own]) ?? '', attributes);
  const inner = Object.entries(rule.children ?? {}).map(([field, child]) => {
    const values = value[field];
    return Array.isArray(values) ? writeAll(`${indent}  `, child, values) : '';
  });
  return parentElement(indent, name, lines(inner), attributes);
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
