/** Recorded ratios to the floor, and the guard that compares with them. Ratios travel between machines, seconds do not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compareTimes } from './statistics.mjs';

/**
 * @import { Machine } from './machine.mjs'
 * @import { Summary } from './statistics.mjs'
 *
 * @typedef {Readonly<Record<string, Readonly<Record<string, number>>>>} Ratios contender → number of articles → ratio
 */

/** Writes the ratio of each of our builds to the floor. */
export function recordRatios(
  /** @type {string} */ file,
  /** @type {readonly Summary[]} */ summaries,
  /** @type {Machine} */ machine,
) {
  /** @type {Record<string, Record<string, number>>} */
  const ratios = {};
  for (const { contender, size } of summaries.filter((summary) => isOwn(summary.contender))) {
    const ratio = compareTimes(summaries, size, contender, 'floor');
    if (ratio) ratios[contender] = { ...ratios[contender], [size]: Number(ratio.steady.toFixed(3)) };
  }
  const { date, processor, processors } = machine;
  const text = JSON.stringify(
    { date, processor, processors, node: machine.versions.Node, ratios },
    undefined,
    2,
  );
  writeFileSync(file, `${text}\n`);
}

/**
 * Compares measured ratios with recorded ones.
 * @param {string} file
 * @param {readonly Summary[]} summaries
 * @param {number} factor how many times worse a ratio may be
 * @returns {{ lines: string[], failed: boolean }} a line per ratio; failed too if there was nothing to compare
 */
export function checkRatios(file, summaries, factor) {
  const recorded = readRatios(file);
  const verdicts = Object.entries(recorded).flatMap(([contender, sizes]) =>
    Object.entries(sizes).flatMap(([size, was]) => {
      const now = compareTimes(summaries, Number(size), contender, 'floor');
      return now ? [judge(contender, size, was, now.steady, factor)] : [];
    }),
  );
  return {
    lines: verdicts.map(({ line }) => line),
    failed: verdicts.length === 0 || verdicts.some(({ worse }) => worse),
  };
}

/** @returns {Ratios} */
export function readRatios(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).ratios;
}

/** @type {(contender: string, size: string, was: number, now: number, factor: number) => { line: string, worse: boolean }} */
function judge(contender, size, was, now, factor) {
  const worse = now > was * factor;
  const numbers = `${now.toFixed(2)} × floor, recorded ${was.toFixed(2)}, limit ${(was * factor).toFixed(2)}`;
  return { line: `${worse ? 'WORSE' : 'ok   '} ${contender}, ${size} articles: ${numbers}`, worse };
}

function isOwn(/** @type {string} */ contender) {
  return contender.startsWith('feedwright');
}
