import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Config, Problem } from '../model/index.ts';
import type { Change } from './changes.ts';
import { explainFailure } from './failure.ts';

/**
 * Writes what has changed; no other file is touched (R48, R61). All temporary files are complete before the first one takes its
 * place, so a full disk changes nothing.
 * @returns what went wrong; then nothing is written
 */
export function publishChanges(changes: readonly Change[], config: Config): readonly Problem[] {
  const pending: { readonly path: string; readonly temporary: string }[] = [];
  try {
    for (const { path, bytes } of changes) {
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      pending.push({ path, temporary });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, bytes);
    }
    for (const { path, temporary } of pending) renameSync(temporary, path);
    return [];
  } catch (error) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    return [explainFailure(error, pending.at(-1)?.path ?? config.output, config)];
  }
}
