import { CONFIGURATION } from './settings-table.ts';
import type { Shape } from './shape.ts';

/**
 * The JSON Schema of the configuration file (draft-07, the draft that editors support best), made from the table of
 * settings. `errorMessage` is what VS Code shows instead of a regular expression.
 */
export function configSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'feedwright configuration',
    description: 'feedwright.yaml: which articles become which feeds.',
    ...toSchema(CONFIGURATION),
  };
}

function toSchema(shape: Shape): Readonly<Record<string, unknown>> {
  const { expected, properties, items, anyOf, additionalProperties, ...rest } = shape;
  return {
    ...rest,
    ...(expected === undefined ? {} : { errorMessage: `Expected ${expected}.` }),
    ...(anyOf && { anyOf: anyOf.map(toSchema) }),
    ...(items && { items: toSchema(items) }),
    ...(additionalProperties === undefined
      ? {}
      : { additionalProperties: additionalProperties && toSchema(additionalProperties) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, toSchema(value)]),
      ),
    }),
  };
}
