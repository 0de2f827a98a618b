import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const cli = join(import.meta.dirname, '../lib/cli.js');

export interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the compiled command line as a process, as a user does. */
export function runCli(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Ran {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { exitCode: status, out: stdout, error: stderr };
}

/** In CI the output folder is what was published; elsewhere it may be a trial. */
export const IN_CI = { CI: 'true' } as const;

/** A new folder with these files in it, deleted by the system. */
export function makeSite(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-test-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A new copy of a folder. */
export function copySite(original: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-test-')));
  cpSync(original, folder, { recursive: true });
  return folder;
}
