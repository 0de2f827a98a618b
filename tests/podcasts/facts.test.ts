import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes, firstCells, rows } from '../manual.ts';

const PAGE = 'docs/podcast-facts.md';

describe('the table of what directories ask', () => {
  it('has each fact once, in order', () => {
    const numbers = firstCells(PAGE, 'Fact').map((fact) => fact.split(' ')[0]);
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, index) => `P${index + 1}`));
  });

  it.each(
    rows(PAGE, 'Fact').map((row) => [row[0] ?? '', row.at(-1) ?? '']),
  )('%s: has tests that cite it', (fact, tests) => {
    const [number = ''] = fact.split(' ');
    const files = [
      ...codes(tests),
      ...(/\blint\b/.test(tests.replace(/`[^`]*`/g, '')) ? ['tests/lint/podcast-faults.test.ts'] : []),
    ];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect([file, new RegExp(`\\b${number}\\b`).test(readFileSync(file, 'utf8'))]).toEqual([file, true]);
  });
});
