import { fits } from '../podcasts/read-tags.ts';
import type { TagField, TagRule } from '../podcasts/tag-fields.ts';
import { TAGS } from '../podcasts/tags.ts';
import { type ElementRule, type ElementRules, fault, type ValueRule } from './rules.ts';
import { webUrl } from './urls.ts';

/** Who is hurt by a missing attribute. */
export const IGNORED = 'Podcast apps ignore the element.';

/** The rules of the elements of the podcast namespace that have a table. */
export const TABLED: ElementRules = Object.fromEntries(
  Object.values(TAGS).map((rule: TagRule) => {
    const [name, element] = [`podcast:${rule.element}`, makeRule(rule)];
    if (rule.wrapper === undefined) return [name, element];
    return [
      `podcast:${rule.wrapper}`,
      { children: { [name]: { ...element, isRepeatable: true, required: IGNORED } } },
    ];
  }),
);

function makeRule(rule: TagRule): ElementRule {
  const fields = Object.values(rule.fields);
  const attributes = fields.flatMap((field) =>
    field.attribute === undefined
      ? []
      : [
          [
            field.attribute,
            { ...(field.isRequired ? { required: IGNORED } : {}), value: makeValue(field) },
          ] as const,
        ],
  );
  const text = fields.find(({ attribute }) => attribute === undefined);
  const children = Object.values(rule.children ?? {}).map((child): readonly [string, ElementRule] => [
    `podcast:${child.element}`,
    { ...makeRule(child), ...(child.isRequired ? { required: IGNORED } : {}) },
  ]);
  return {
    isRepeatable: !rule.isSingle,
    attributes: Object.fromEntries(attributes),
    ...(text ? { value: makeValue(text) } : { children: Object.fromEntries(children) }),
  };
}

function makeValue(field: TagField): ValueRule {
  return (written, name, inspection) => {
    const value = written.trim();
    if (value === '' && field.isRequired) return fault('feed-value-empty', { name });
    if (field.isUrl) return webUrl(value, name, inspection);
    return fits(value, field) ? undefined : fault('feed-value', { name, value, expected: field.expected });
  };
}
