/**
 * Recorded ratios to the floor and peaks of memory, and the guard that compares with them. Ratios travel between machines, seconds do
 * not; memory does nearly.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { compareTimes, findSummary } from './statistics.mjs';

/**
 * @import { Machine } from './machine.mjs'
 * @import { Summary } from './statistics.mjs'
 *
 * @typedef {Readonly<Record<string, Readonly<Record<string, number>>>>} Figures contender → number of articles → ratio or MiB
 */

/** How many times the recorded memory a build may take: when garbage is collected is a matter of chance. */
const MEMORY_FACTOR = 1.3;
const MIB = 2 ** 20;

/** Writes the ratio of each of our builds to the floor, and its peak of memory. */
export function recordFigures(
  /** @type {string} */ file,
  /** @type {readonly Summary[]} */ summaries,
  /** @type {Machine} */ machine,
) {
  /** @type {Record<string, Record<string, number>>} */
  const ratios = {};
  /** @type {Record<string, Record<string, number>>} */
  const memory = {};
  for (const { contender, size, memory: peak } of summaries.filter((summary) => isOwn(summary.contender))) {
    const ratio = compareTimes(summaries, size, contender, 'floor');
    if (ratio) ratios[contender] = { ...ratios[contender], [size]: Number(ratio.steady.toFixed(3)) };
    if (peak !== undefined) memory[contender] = { ...memory[contender], [size]: Math.round(peak / MIB) };
  }
  const { date, processor, processors } = machine;
  const text = JSON.stringify(
    { date, processor, processors, node: machine.versions.Node, ratios, memory },
    undefined,
    2,
  );
  writeFileSync(file, `${text}\n`);
}

/**
 * Compares measured ratios and peaks of memory with recorded ones.
 * @param {string} file
 * @param {readonly Summary[]} summaries
 * @param {number} factor how many times worse a ratio may be
 * @returns {{ lines: string[], failed: boolean }} a line per figure; failed too if there was nothing to compare
 */
export function checkFigures(file, summaries, factor) {
  const { ratios, memory = {} } = readRecorded(file);
  const verdicts = [
    ...listFigures(ratios).flatMap(({ contender, size, was }) => {
      const now = compareTimes(summaries, size, contender, 'floor');
      return now
        ? [judge(contender, size, { was, now: now.steady, limit: was * factor, unit: '× floor' })]
        : [];
    }),
    ...listFigures(memory).flatMap(({ contender, size, was }) => {
      const peak = findSummary(summaries, size, contender)?.memory;
      if (peak === undefined) return [];
      return [judge(contender, size, { was, now: peak / MIB, limit: was * MEMORY_FACTOR, unit: 'MiB' })];
    }),
  ];
  return {
    lines: verdicts.map(({ line }) => line),
    failed: verdicts.length === 0 || verdicts.some(({ worse }) => worse),
  };
}

/** @returns {{ ratios: Figures, memory?: Figures }} */
export function readRecorded(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function listFigures(/** @type {Figures} */ figures) {
  return Object.entries(figures).flatMap(([contender, sizes]) =>
    Object.entries(sizes).map(([size, was]) => ({ contender, size: Number(size), was })),
  );
}

/**
 * @typedef {{ was: number, now: number, limit: number, unit: string }} Comparison
 * @type {(contender: string, size: number, compared: Comparison) => { line: string, worse: boolean }}
 */
function judge(contender, size, { was, now, limit, unit }) {
  const worse = now > limit;
  const digits = unit === 'MiB' ? 0 : 2;
  const [is, recorded, most] = [now, was, limit].map((value) => value.toFixed(digits));
  const line = `${worse ? 'WORSE' : 'ok   '} ${contender}, ${size} articles: ${is} ${unit}, recorded ${recorded}, limit ${most}`;
  return { line, worse };
}

function isOwn(/** @type {string} */ contender) {
  return contender.startsWith('feedwright');
}
