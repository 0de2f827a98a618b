/**
 * Where the time of our build goes: by stage, by file and package, and what each import costs.
 * Usage: node bench/profile.mjs [--size 10000] [--contender feedwright] [--runs 3] [--no-imports]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contenders } from './contenders.mjs';
import { makeCorpus } from './corpus.mjs';
import { measureImports } from './imports.mjs';
import { outputOf } from './measure.mjs';
import { readProfiles, sumShares } from './profile-reader.mjs';
import { renderTable } from './report.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    contender: { type: 'string', default: 'feedwright' },
    runs: { type: 'string', default: '3' },
    'no-imports': { type: 'boolean', default: false },
  },
});

const runs = Number(values.runs);
const contender = contenders.find(({ name }) => name === values.contender);
if (!contender) throw new Error(`No such contender: ${values.contender}`);
const { shares, threads } = profile(contender, Number(values.size));
console.log(
  `${values.contender}, ${values.size} articles, mean of ${runs} runs, ${threads / runs} thread(s)\n`,
);
console.log(
  renderShares(
    'stage',
    sumShares(shares, ({ stage }) => stage),
  ),
);
console.log();
console.log(
  renderShares(
    'file or package',
    sumShares(shares, ({ stage, owner }) => `${owner} (${stage})`).slice(0, 30),
  ),
);
if (!values['no-imports']) console.log(`\n${renderImports()}`);

/** @type {(contender: import('./contenders.mjs').Contender, size: number) => ReturnType<typeof readProfiles>} */
function profile(contender, size) {
  const corpus = makeCorpus(size);
  const folder = mkdtempSync(join(tmpdir(), 'feedwright-profile-'));
  const output = outputOf(contender, corpus);
  for (let run = 0; run < runs; run++) {
    rmSync(output, { recursive: true, force: true });
    const [node = '', ...parameters] = contender.command(corpus, output);
    const flags = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder];
    const child = spawnSync(node, [...flags, ...parameters], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (child.status !== 0) throw new Error(child.stderr);
  }
  const profiles = readProfiles(folder);
  rmSync(folder, { recursive: true });
  return profiles;
}

/** @type {(title: string, sums: readonly [string, number][]) => string} */
function renderShares(title, sums) {
  const total = shares.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows = sums.map(([name, milliseconds]) => [
    name,
    (milliseconds / runs).toFixed(1),
    `${((milliseconds / total) * 100).toFixed(1)} %`,
  ]);
  return renderTable([title, 'ms', 'share'], [...rows, ['all', (total / runs).toFixed(1), '']]);
}

function renderImports() {
  const rows = measureImports(7)
    .filter(({ alone }) => alone >= 0.5)
    .map(({ name, importer, alone, added }) => [name, importer, alone.toFixed(1), added.toFixed(1)]);
  return renderTable(['import', 'first named in', 'ms alone', 'ms after the others'], rows);
}
