import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const types = join(root, 'lib/types');
/** The declarations that programs see, made by `npm run compile`, without their comments. */
const read = (path: string) =>
  readFileSync(join(types, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\n\s*\n/g, '\n');
const listed = (folder: string) =>
  readdirSync(join(types, folder))
    .filter((name) => name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
const declared = [
  'build/options.d.ts',
  'model/list.d.ts',
  'model/rendered.d.ts',
  'config/load.d.ts',
  ...listed('library'),
  ...listed('adapters'),
];

describe('what programs see', () => {
  it('does not change by accident: with -u the report is written anew, and a change is one of CHANGELOG.md', async () => {
    const paths = [
      'index.d.ts',
      ...declared,
      'formats/feed.d.ts',
      'formats/vocabulary.d.ts',
      'formats/check.d.ts',
    ];
    const report = paths.map((path) => `// ${path}\n${read(path).trim()}\n`).join('\n');
    await expect(report).toMatchFileSnapshot('api.txt');
  });

  it('has every type that a function of the library takes or gives', () => {
    const index = read('index.d.ts');
    const exported = new Set(index.match(/\w+(?= [},])|\w+(?=,)|\w+(?= })/g));
    const builtIn = /^(?:Promise|Uint8Array|ArrayBuffer|AbortSignal|Date|Record|Readonly|Error|URL)$/;
    const texts = declared.filter((path) => !path.startsWith('adapters/')).map(read);
    const functions = texts.flatMap(
      (text) => text.match(/export declare (?:async )?function [\s\S]*?;\n/g) ?? [],
    );
    const known = functions.filter((text) => exported.has(/function (\w+)/.exec(text)?.[1] ?? ''));
    expect(known.length).toBeGreaterThan(8);
    const used = new Set(known.flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? []));
    expect([...used].filter((name) => !exported.has(name) && !builtIn.test(name))).toEqual([]);
  });
});
