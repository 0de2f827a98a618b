import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { afterEach, describe, expect, it } from 'vitest';
import { checkShape } from '../../src/config/check.ts';
import { type LoadedConfig, loadConfig } from '../../src/config/load.ts';
import { CONFIGURATION, SETTINGS } from '../../src/config/settings-table.ts';
import { formatProblem } from '../../src/problems/format-problem.ts';
import { expectLinearTime } from '../growth.ts';
import { GOOD, makeFolder } from './site-folder.ts';

const folder = makeFolder({ 'articles/': '' });

function loadBytes(content: string | Uint8Array): LoadedConfig {
  writeFileSync(join(folder, 'feedwright.yaml'), content);
  return loadConfig({ workingDirectory: folder });
}

/** Either a configuration without errors or errors, each at a place inside the file and in words. */
function expectSound({ config, problems }: LoadedConfig, content: string): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(config === undefined).toBe(errors.length > 0);
  const lines = content.split(/\r\n?|\n/);
  for (const found of problems) {
    expect(found.line).toBeGreaterThanOrEqual(1);
    expect(found.line).toBeLessThanOrEqual(lines.length);
    expect(found.column ?? 1).toBeGreaterThanOrEqual(1);
    expect(found.column ?? 1).toBeLessThanOrEqual((lines[found.line - 1]?.length ?? 0) + 1);
    expect(formatProblem(found)).not.toMatch(/undefined|\[object|NaN"?\.$/);
  }
}

const yamlPiece = fc.constantFrom(
  ...[
    'site',
    'title',
    'authors',
    'formats',
    '__proto__',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
  ],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '!!set ',
    '!x ',
    '|\n',
    '>-\n',
    '# ',
    '---\n',
    '...\n',
    '? ',
    '<<: ',
    '%YAML 1.2\n',
    '\t',
    '\r',
  ],
  ...['https://example.com', '1', '.inf', 'null', '\0', '\uFEFF', '😀', '\ud800', '~'],
);

describe('any text (R76)', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()), (content) => {
        expectSound(loadBytes(content), content.replace(/^\uFEFF/, ''));
      }),
      { numRuns: 600 },
    );
  });

  it('never throws when it looks like YAML', () => {
    fc.assert(
      fc.property(fc.array(yamlPiece, { maxLength: 25 }), (pieces) => {
        const content = pieces.join('').toWellFormed();
        expectSound(loadBytes(content), content.replace(/^\uFEFF/, ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws for bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(() => loadBytes(bytes)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('never throws for flags', () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ site: text, title: text, output: text, articles: text }),
        text,
        (flags, file) => {
          expect(() => loadConfig({ workingDirectory: folder, flags, file })).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a good configuration with one change (R76)', () => {
  it('is loaded, or its problems have a line inside the file', () => {
    const change = fc.tuple(fc.nat(GOOD.length), fc.nat(8), fc.oneof(yamlPiece, fc.string({ maxLength: 4 })));
    let refused = 0;
    fc.assert(
      fc.property(change, ([at, length, piece]) => {
        const content = `${GOOD.slice(0, at)}${piece.toWellFormed()}${GOOD.slice(at + length)}`;
        const loaded = loadBytes(content);
        expectSound(loaded, content.replace(/^\uFEFF/, ''));
        if (!loaded.config) refused++;
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});

describe('every suggestion', () => {
  it('is accepted when it is written as it says', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('Full', '0', 'en_GB', '//a.b', 'x.y'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SETTINGS)), value, (key, given) => {
        const base = { site: 'https://example.com/', title: 'T' };
        for (const { code, hint } of loadBytes(JSON.stringify({ ...base, [key]: given })).problems) {
          const line = /^Write "(.*)"\.$/.exec(hint)?.[1];
          if (code !== 'bad-value' || line === undefined || line.includes('…')) continue;
          const mended = { ...base, ...(load(line, { schema: CORE_SCHEMA }) as object) };
          expect([line, checkShape(mended, CONFIGURATION)]).toEqual([line, []]);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('large input (R71)', () => {
  it.each([
    [
      'a wide mapping',
      (size: number) => Array.from({ length: size / 20 }, (_, i) => `key${i}: x`).join('\n'),
    ],
    ['a long list', (size: number) => `exclude: [${'a, '.repeat(size / 4)}b]`],
    ['a long value', (size: number) => `site: ${'h'.repeat(size)}`],
    ['a long permalink', (size: number) => `permalink: ${'/:'.repeat(size / 2)}..`],
    ['a long path', (size: number) => `formats: { rss: ${'a/'.repeat(size / 2)} }`],
    ['a long id', (size: number) => `id: "${':'.repeat(size)}"`],
    ['many dots', (size: number) => `formats: { rss: ${'.'.repeat(size)} }`],
  ])('%s takes linear time', (_, line) => {
    expectLinearTime((size) => {
      const { problems } = loadBytes(`title: T\n${line(size)}\n`);
      expect(problems.length).toBeGreaterThan(0);
    }, 400_000);
  });
});

describe('the machine', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('has no effect: any time zone gives the same configuration (R58, R75)', () => {
    const load = (timeZone: string) => {
      process.env.TZ = timeZone;
      return JSON.stringify(loadBytes(GOOD.replace('timeZone: Europe/Berlin\n', '')));
    };
    expect(load('Pacific/Kiritimati')).toBe(load('America/St_Johns'));
    expect(load('UTC')).toContain('"timeZone":"UTC"');
  });
});
