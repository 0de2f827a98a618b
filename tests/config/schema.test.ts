import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { checkShape } from '../../src/config/check.ts';
import { configSchema } from '../../src/config/schema.ts';
import { CONFIGURATION, SETTINGS } from '../../src/config/settings-table.ts';
import type { Shape } from '../../src/config/shape.ts';
import { GOOD } from './site-folder.ts';

const file = new URL('../../feedwright.schema.json', import.meta.url);

/** Another implementation of JSON Schema, strict about the schema itself. */
function compileSchema(): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictRequired: false, validateSchema: true, allErrors: true });
  ajv.addKeyword('errorMessage');
  return ajv.compile(configSchema());
}

const validate = compileSchema();
const accept = (value: unknown) => checkShape(value, CONFIGURATION).length === 0;

describe('feedwright.schema.json', () => {
  it('is what the table of settings says', () => {
    const published: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(JSON.stringify(published)).toBe(JSON.stringify(configSchema()));
  });

  it('accepts its own examples and defaults', () => {
    const base = { site: 'https://example.com/', title: 'T' };
    for (const [key, shape] of Object.entries<Shape>(SETTINGS)) {
      const values = [...(shape.examples ?? []), ...('default' in shape ? [shape.default] : [])];
      for (const value of values)
        expect([key, value, validate({ ...base, [key]: value })]).toEqual([key, value, true]);
    }
  });

  it('accepts a complete configuration', () => {
    expect(validate(load(GOOD, { schema: CORE_SCHEMA }))).toBe(true);
  });

  it('explains every value in words for editors', () => {
    for (const [key, shape] of Object.entries<Shape>(SETTINGS))
      expect([key, shape.expected ?? '']).not.toEqual([key, '']);
    expect(configSchema()).toHaveProperty(
      'properties.limit.errorMessage',
      'Expected a whole number from 1 to 1000.',
    );
  });
});

/** Values that are near to what settings accept, and far from it. */
const text = fc.oneof(
  fc.constantFrom(
    'https://example.com/',
    'HTTP://a',
    'https://a b',
    'https://a?b',
    'javascript:x',
    '/a.png',
    'a.xml',
    'a/b.json',
    '../a.xml',
    'a/./b.xml',
    'a//b.xml',
    '.xml',
    'rss',
    'atom',
    'full',
    'stop',
    'hugo',
    'en-GB',
    'UTC',
    '/:slug/',
    ':slug/..',
    '//:slug',
    'pretty',
    'tag:a:b',
    'a@b',
    '',
    ' ',
    '\u2028',
    '😀',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const scalar = fc.oneof(
  text,
  fc.integer({ min: -2, max: 1002 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const keyName = fc.constantFrom(
  ...Object.keys(SETTINGS),
  'name',
  'email',
  'url',
  'avatar',
  'rss',
  'atom',
  'json',
  'x',
);
const mapping = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: keyName }, { weight: 1, arbitrary: text }),
  scalar,
  { maxKeys: 4, noNullPrototype: true },
);
const value = fc.oneof(scalar, mapping, fc.array(fc.oneof(scalar, mapping), { maxLength: 3 }));
const configuration = fc
  .dictionary(keyName, value, { maxKeys: 4, noNullPrototype: true })
  .chain((some) => fc.constantFrom(some, { site: 'https://example.com/', title: 'T', ...some }));

describe('our check', () => {
  it('agrees with ajv about any value', () => {
    fc.assert(
      fc.property(fc.oneof(configuration, value, fc.jsonValue()), (given) => {
        expect(accept(given)).toBe(validate(given));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with ajv about every setting alone', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SETTINGS)), value, (key, given) => {
        const whole = { site: 'https://example.com/', title: 'T', [key]: given };
        expect([key, given, accept(whole)]).toEqual([key, given, validate(whole)]);
        if (accept(whole)) accepted++;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('agrees with ajv about keys of Object.prototype (R68)', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const given: unknown = JSON.parse(`{"site":"https://e.com/","title":"T","${key}":"x"}`);
      expect([key, accept(given), validate(given)]).toEqual([key, false, false]);
    }
  });
});
