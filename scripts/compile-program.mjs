// Builds the newsroom once and keeps the code that this compiled, so that no later build compiles it again.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileProgram, nameCompiled, runProgram } from '../lib/files/load-program.js';

const folder = resolve('lib');
const output = mkdtempSync(join(tmpdir(), 'feedwright-compile-'));
try {
  const script = compileProgram(folder);
  const { runBuild } = runProgram(folder, script)['commands/build.js']();
  await runBuild({
    output,
    operands: [],
    workingDirectory: resolve('.'),
    instant: Date.parse('2026-01-01T00:00:00Z'),
    elapsed: () => 0,
    workers: 0,
    colour: false,
    packageFolder: resolve('.'),
    environment: {},
  });
  const target = nameCompiled(folder);
  writeFileSync(`${target}.new`, script.createCachedData());
  renameSync(`${target}.new`, target);
} finally {
  rmSync(output, { recursive: true, force: true });
}
