import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocks } from '../manual.ts';

const root = join(import.meta.dirname, '../..');
/** In the project, so that `feedwright` is the package itself. */
const folder = join(root, 'lib/examples-test');
const examples = blocks('docs/examples.md', 'ts');
/** A part of what each one prints. */
const PRINTED = [
  '200 application/rss+xml; charset=utf-8 <?xml',
  "[ 'feedwright' ]",
  "'rss.xml'",
  'dist/rss.xml: 0 problems',
  '"version": "https://jsonfeed.org/version/1.1"',
  '0 articles would appear twice.',
];

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const [index, text] of examples.entries()) writeFileSync(join(folder, `e${index}.mts`), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runNode = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the examples', () => {
  it('are six, and their types hold', () => {
    expect(examples).toHaveLength(PRINTED.length);
    const options = {
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: 'es2023',
      types: ['node'],
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.mts'] }),
    );
    const ran = runNode(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it.each(PRINTED.map((printed, index) => [index, printed] as const))('number %i runs', (index, printed) => {
    const { code } = transformSync(readFileSync(join(folder, `e${index}.mts`), 'utf8'), { loader: 'ts' });
    writeFileSync(join(folder, `e${index}.mjs`), code);
    const { status, stdout, stderr } = runNode(`e${index}.mjs`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(printed);
  });
});
