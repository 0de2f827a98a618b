/** Runs contenders one after the other, in turns, each as a whole process with an empty output folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/**
 * @import { Contender } from './contenders.mjs'
 * @import { Corpus } from './corpus.mjs'
 *
 * @typedef {object} Usage what one run took
 * @property {number} wall seconds
 * @property {number} [cpu] seconds, user and system together; absent where there is no Python 3 to ask wait4(2)
 * @property {number} [memory] peak resident memory, bytes
 *
 * @typedef {object} Result the runs of one contender at one size
 * @property {string} contender
 * @property {number} size articles
 * @property {readonly Usage[]} runs
 */

const wait4 = fileURLToPath(new URL('wait4.py', import.meta.url));
const python = findPython();
/** An environment that does not differ from machine to machine in what a build may look at. */
const environment = { ...process.env, NODE_OPTIONS: '', TZ: 'UTC', LC_ALL: 'C.UTF-8' };

/**
 * Runs all contenders in turns (A B C A B C …), so that a slow minute of the machine hits all of them.
 * @param {readonly Contender[]} contenders
 * @param {Corpus} corpus
 * @param {number} runs how often each of them
 * @param {{ cold: boolean, onRun?: (contender: Contender, usage: Usage) => void }} options `cold` drops the page
 *   cache before each run, which needs root on Linux
 * @returns {Result[]}
 * @throws {Error} if a contender fails or writes a feed with the wrong number of items
 */
export function measureInTurns(contenders, corpus, runs, { cold, onRun }) {
  const usages = new Map(contenders.map((contender) => [contender.name, /** @type {Usage[]} */ ([])]));
  for (let turn = 0; turn < runs; turn++) {
    for (const contender of contenders) {
      const usage = runContender(contender, corpus, cold);
      usages.get(contender.name)?.push(usage);
      onRun?.(contender, usage);
    }
  }
  return [...usages].map(([contender, list]) => ({ contender, size: corpus.size, runs: list }));
}

/** One run with a check of its output: a contender that writes nothing would be fast. */
export function runContender(
  /** @type {Contender} */ contender,
  /** @type {Corpus} */ corpus,
  /** @type {boolean} */ cold,
) {
  const output = outputOf(contender, corpus);
  rmSync(output, { recursive: true, force: true });
  const command = contender.command(corpus, output);
  if (cold) dropCaches();
  const usage = measureCommand(command, corpus.folder, contender.environment);
  const { rss, items = (publishable) => Math.min(50, publishable) } = contender;
  if (rss) requireItems(join(output, rss), items(corpus.publishable));
  return usage;
}

export function outputOf(/** @type {Contender} */ contender, /** @type {Corpus} */ corpus) {
  return join(corpus.folder, 'output', contender.name);
}

/** @type {(command: readonly string[], folder: string, own?: Readonly<Record<string, string>>) => Usage} */
function measureCommand(command, folder, own = {}) {
  const [file = '', ...parameters] = python === undefined ? command : [python, wait4, ...command];
  const start = performance.now();
  const child = spawnSync(file, parameters, {
    cwd: folder,
    env: { ...environment, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const wall = (performance.now() - start) / 1000;
  if (child.error) throw child.error;
  if (child.status !== 0) throw new Error(lastLines(child.stderr));
  if (python === undefined) return { wall };
  const { exitCode, ...usage } = JSON.parse(child.stdout);
  if (exitCode !== 0) throw new Error(lastLines(child.stderr) || `exit code ${exitCode}`);
  return usage;
}

function requireItems(/** @type {string} */ file, /** @type {number} */ expected) {
  const found = existsSync(file) ? readFileSync(file, 'utf8').split('<item>').length - 1 : 0;
  if (found !== expected) throw new Error(`${file} has ${found} items, not ${expected}`);
}

/** The interpreter itself, not a launcher script in front of it that would be measured too. */
function findPython() {
  const asked = spawnSync('python3', ['-c', 'import os, sys; os.posix_spawnp; print(sys.executable)']);
  return asked.status === 0 ? asked.stdout.toString().trim() : undefined;
}

function dropCaches() {
  spawnSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
}

function lastLines(/** @type {string} */ text) {
  return text.trim().split('\n').slice(-3).join('\n');
}
