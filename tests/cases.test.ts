import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from './list-files.ts';
import { copySite, runCli } from './run-cli.ts';

const cases = join(import.meta.dirname, 'cases');

/** All files below a folder with their text. */
function readAll(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('whole small sites give exactly the feeds in their folder "expected" (tests/cases)', () => {
  test.each(readdirSync(cases))('%s', (name) => {
    const folder = copySite(join(cases, name));
    const ran = runCli(folder, ['build', '--now', '2026-01-01T00:00:00Z']);
    expect(ran.exitCode, ran.error).toBe(0);
    expect(readAll(join(folder, 'dist'))).toEqual(readAll(join(cases, name, 'expected')));
  });
});
