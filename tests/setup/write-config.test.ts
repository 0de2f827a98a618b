import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/config/settings-table.ts';
import { writeConfig } from '../../src/setup/write-config.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((value) => value.replace(/[\p{Zl}\p{Zp}\p{Cn}\p{Cs}\uFEFF]/gu, ' '))
  .filter((value) => value.trim() !== '');

test('another parser reads the configuration as it was meant, whatever stands in it', () => {
  fc.assert(
    fc.property(text, text, text, (site, title, author) => {
      const settings = { site, title, author };
      expect(load(writeConfig(settings), { schema: CORE_SCHEMA })).toEqual(settings);
    }),
  );
});

test('every line that is commented out would be accepted', () => {
  const lines = writeConfig({}).match(/^# [a-zA-Z]+: .*$/gm) ?? [];
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines)
    for (const key of Object.keys(load(line.slice(2)) as object)) expect(SETTINGS).toHaveProperty(key);
});
