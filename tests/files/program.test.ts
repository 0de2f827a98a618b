import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileProgram, loadLibrary, loadProgram, nameCompiled } from '../../src/files/load-program.ts';

let folder: string;
const first = 'exports.answer = () => 42;\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feedwright-test-'));
  writeFileSync(join(folder, 'program.cjs'), first);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keepCompiled(): void {
  writeFileSync(nameCompiled(folder), compileProgram(folder).createCachedData());
}

const answer = () => loadProgram(folder).answer?.();

test('a program runs with and without its compiled code', () => {
  expect(answer()).toBe(42);
  keepCompiled();
  expect(compileProgram(folder, readFileSync(nameCompiled(folder))).cachedDataRejected).toBe(false);
  expect(answer()).toBe(42);
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 9)],
  ['of another version', (whole: Buffer) => Buffer.from(whole).fill(1, 4, 8)],
  ['no compiled code at all', () => Buffer.from('<!doctype html>')],
])('compiled code that is %s is not run', (_, spoil) => {
  keepCompiled();
  writeFileSync(nameCompiled(folder), spoil(readFileSync(nameCompiled(folder))));
  expect(answer()).toBe(42);
});

test('compiled code of another program is not run', () => {
  keepCompiled();
  writeFileSync(join(folder, 'program.cjs'), 'exports.answer = () => "something longer";\n');
  expect(answer()).toBe('something longer');
});

test('compiled code belongs to one version of Node on one kind of machine', () => {
  expect(nameCompiled('lib')).toBe(
    join('lib', `program-${process.version}-${process.platform}-${process.arch}.bin`),
  );
});

test('an entry of the library that was bundled says how to leave it out', () => {
  expect(loadLibrary(join(folder, 'entry')).answer?.()).toBe(42);
  for (const elsewhere of [undefined, '/', join(folder, 'a', 'b')])
    expect(() => loadLibrary(elsewhere)).toThrow('serverExternalPackages: ["feedwright"]');
});
