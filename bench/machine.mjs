/** Where a result was measured: numbers of seconds mean nothing without it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/**
 * @typedef {object} Machine
 * @property {string} date day of the measurement
 * @property {string} system
 * @property {string} processor
 * @property {number} processors
 * @property {number} memory GiB
 * @property {number} load runnable processes over the last five minutes, the measured one included; far above 1 the
 *   numbers are those of a busy machine
 * @property {Readonly<Record<string, string>>} versions of what was measured and of what measures
 */

const packages = ['gray-matter', 'markdown-it', 'feed'];

/** @returns {Machine} */
export function describeMachine() {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    system: `${type()} ${release()}`,
    processor: processors[0]?.model ?? 'unknown processor',
    processors: processors.length,
    load: Number((loadavg()[1] ?? 0).toFixed(1)),
    memory: Math.round(totalmem() / 2 ** 30),
    versions: {
      Node: process.versions.node,
      feedwright: readVersion('../package.json'),
      ...readHugoVersion(),
      ...Object.fromEntries(
        packages.map((name) => [name, readVersion(`../node_modules/${name}/package.json`)]),
      ),
    },
  };
}

function readVersion(/** @type {string} */ path) {
  try {
    return String(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version);
  } catch {
    return 'not installed';
  }
}

function readHugoVersion() {
  const asked = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  const version = /\d+\.\d+\.\d+/.exec(asked.stdout ?? '')?.[0];
  return version === undefined ? {} : { Hugo: version };
}
