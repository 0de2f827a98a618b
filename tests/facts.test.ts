import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['.', 'bench', 'docs', 'scripts', 'src', 'tests', 'workflows'];
const CODE = ['.ts', '.mjs', '.mts', '.yml', '.sh', '.md'];

/** Every file of the repository that may cite a fact. */
function listFiles(): readonly string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  return files.filter((path) => CODE.includes(extname(path)) && !path.includes('node_modules'));
}

test('every fact that is cited by number is written down', () => {
  const facts = readFileSync('docs/facts.md', 'utf8');
  const written = new Set([...facts.matchAll(/^- \*\*([A-Z]\d+)\*\* \S/gm)].map(([, number]) => number));
  const cited = listFiles().flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\b[RP]\d{1,2}\b/g)].map(([number]) => ({ path, number })),
  );
  expect(cited.length).toBeGreaterThan(200);
  expect(cited.filter(({ number }) => !written.has(number))).toEqual([]);
});

test.each(['R', 'P'])('the numbers of %s are there once each and in order', (letter) => {
  const lines = readFileSync('docs/facts.md', 'utf8').matchAll(
    new RegExp(`^- \\*\\*${letter}(\\d+)\\*\\*`, 'gm'),
  );
  const numbers = [...lines].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
});
