import type { TagRule } from '../podcasts/tag-fields.ts';
import { TAGS, type TagKey } from '../podcasts/tags.ts';
import { type Shape, TEXT } from './shape.ts';

/**
 * The shapes of the elements of the podcast namespace that have a table, by their keys: their fields by name. What the fields must be
 * is reported later, where the table can say it in its own words.
 */
export function tagShapes(keys: readonly TagKey[]): Readonly<Record<string, Shape>> {
  return Object.fromEntries(keys.map((key) => [key, describeTag(TAGS[key])]));
}

function describeTag(rule: TagRule): Shape {
  const mapping = describeFields(rule);
  const expected = `like ${rule.example}`;
  const one: Shape = { anyOf: [TEXT, mapping], expected };
  const list: Shape = { type: 'array', items: one, minItems: 1 };
  return {
    anyOf: rule.isSingle ? [TEXT, mapping] : [TEXT, mapping, list],
    expected,
    description: rule.description,
  };
}

function describeFields({ fields, children = {} }: TagRule): Shape {
  const plain = Object.entries(fields).map(([name, { expected }]): readonly [string, Shape] => [
    name,
    { description: `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.` },
  ]);
  const inner = Object.entries(children).map(([name, child]): readonly [string, Shape] => [
    name,
    { description: child.description },
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries([...plain, ...inner]),
    additionalProperties: false,
  };
}
