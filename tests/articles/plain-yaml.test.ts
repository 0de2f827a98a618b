import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/articles/front-matter.ts';
import { readPlainYaml } from '../../src/articles/plain-yaml.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');

/** The full parser's answer, or undefined where it refuses. */
function readFully(text: string): unknown {
  try {
    return readYaml(text);
  } catch {
    return undefined;
  }
}

const runs = Number(process.env.FEEDWRIGHT_PROPERTY_RUNS ?? 2000);
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'title: ',
      'date: ',
      'a:',
      '\n',
      '\n',
      '\n- ',
      '\n  - ',
      '\n  ',
      'Hello',
      ' ',
      '2024-01-02',
      '10:00',
      '"',
      "'",
      '[',
      ']',
      ', ',
      ': ',
      ' #',
      '~',
      'null',
      'true',
      '-',
      '\\',
      '…',
      'é',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '/',
      '(',
      '.',
      '...',
      '---',
      '?',
      '$',
      '=',
      '<<',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'title', 'tags', 'x-y', 'null', 'constructor'),
      fc.constantFrom(': ', ':', ':  ', ' : '),
      fc.array(piece, { maxLength: 5 }),
    )
    .map(([key, colon, rest]) => key + colon + rest.join('')),
  fc.array(piece, { maxLength: 5 }).map((rest) => `- ${rest.join('')}`),
  fc.array(piece, { maxLength: 4 }).map((rest) => rest.join('')),
);

describe('plain YAML', () => {
  it('is read as the full parser reads it, or left to it', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = `\n${lines.join('\n')}`;
        const plain = readPlainYaml(text);
        if (plain === undefined) return;
        read++;
        expect(plain).toEqual(readFully(text));
      }),
      { numRuns: runs },
    );
    // The property says nothing when everything is left to the full parser.
    expect(read).toBeGreaterThan(runs / 50);
  });

  it('covers what people write', () => {
    const text =
      'title: "It\'s here"\ndate: 2024-01-02 10:00:00 +0100\ntags: [a, b c]\ncategories:\n  - x\n  - y z\ndraft: false\nsummary:\n';
    expect(readPlainYaml(text)).toEqual({
      title: "It's here",
      date: '2024-01-02 10:00:00 +0100',
      tags: ['a', 'b c'],
      categories: ['x', 'y z'],
      draft: 'false',
      summary: null,
    });
  });

  it.skipIf(!existsSync(corpora))('agrees on every article of the corpora', () => {
    let plain = 0;
    let all = 0;
    for (const file of readdirSync(corpora, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !/\.(?:md|markdown)$/.test(file.name)) continue;
      const block = /^---\n([\s\S]*?)\n---\n/.exec(
        readFileSync(join(file.parentPath, file.name), 'utf8'),
      )?.[1];
      if (block === undefined) continue;
      all++;
      const read = readPlainYaml(block);
      if (read === undefined) continue;
      plain++;
      expect(read, file.name).toEqual(readYaml(block));
    }
    expect(plain / all).toBeGreaterThan(0.8);
  });
});
