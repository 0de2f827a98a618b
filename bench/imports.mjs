/** What each import of the compiled program costs alone, in a fresh process, beyond the start of Node. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const library = fileURLToPath(new URL('../lib', import.meta.url));

/**
 * @param {number} runs processes per number; the fastest counts
 * @returns {{ name: string, importer: string, alone: number, added: number }[]} milliseconds, dearest first: `alone`
 *   in a fresh process, `added` after everything else was imported; `lib/build.js` with all it needs among them
 */
export function measureImports(runs) {
  const found = [...findImports()];
  const names = found.map(([name]) => name);
  const parts = found.map(([name, importer]) => {
    const others = names.filter((other) => other !== name);
    return { name, importer, alone: measureImport([], name, runs), added: measureImport(others, name, runs) };
  });
  const url = pathToFileURL(join(library, 'build.js')).href;
  const whole = { name: 'lib/build.js', importer: 'with all it needs', alone: measureImport([], url, runs) };
  return [{ ...whole, added: measureImport(names, url, runs) }, ...parts]
    .filter(({ alone }) => Number.isFinite(alone))
    .sort((a, b) => b.alone - a.alone);
}

/** Every package and part of Node that a file of lib/ names, with the first file that does. */
function findImports() {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const file of readdirSync(library, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(join(library, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'".][^'"]*)['"]/g)) {
      if (!found.has(name)) found.set(name, file);
    }
  }
  return found;
}

/**
 * Packages resolve from lib/, whose node_modules the program itself uses. Not finite if the name cannot be imported.
 * @type {(before: readonly string[], name: string, runs: number) => number}
 */
function measureImport(before, name, runs) {
  const script = `for (const name of ${JSON.stringify(before)}) await import(name).catch(() => {});
    const start = performance.now();
    await import(${JSON.stringify(name)});
    console.log(performance.now() - start);`;
  const times = Array.from({ length: runs }, () => {
    const parameters = ['--input-type=module', '-e', script];
    const child = spawnSync(process.execPath, parameters, { cwd: library, encoding: 'utf8' });
    return child.status === 0 ? Number(child.stdout) : Infinity;
  });
  return Math.min(...times);
}
