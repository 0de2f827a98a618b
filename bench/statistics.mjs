/** From runs to the numbers that are compared. */

/** @import { Result, Usage } from './measure.mjs' */

/**
 * @typedef {object} Summary
 * @property {string} contender
 * @property {number} size articles
 * @property {number} runs
 * @property {number} wall median, seconds
 * @property {number} fastest seconds
 * @property {number} [cpu] median, seconds
 * @property {number} [memory] median of the peaks, bytes
 */

/**
 * @param {Result} result
 * @returns {Summary}
 */
export function summarize({ contender, size, runs }) {
  const walls = runs.map((run) => run.wall);
  return {
    contender,
    size,
    runs: runs.length,
    wall: median(walls),
    fastest: Math.min(...walls),
    ...medianOf(runs, 'cpu'),
    ...medianOf(runs, 'memory'),
  };
}

/**
 * How many times longer one contender takes than another at one size.
 * `median` is what is reported. `steady` is the smaller of the ratio of medians and the ratio of the fastest runs: a
 * guard that must not fail because the machine was busy looks at this one.
 * @param {readonly Summary[]} summaries
 * @param {number} size
 * @param {string} slower
 * @param {string} faster
 * @returns {{ median: number, steady: number } | undefined} undefined if either was not measured
 */
export function compareTimes(summaries, size, slower, faster) {
  const a = findSummary(summaries, size, slower);
  const b = findSummary(summaries, size, faster);
  if (!a || !b) return undefined;
  const ratio = a.wall / b.wall;
  return { median: ratio, steady: Math.min(ratio, a.fastest / b.fastest) };
}

/** @type {(summaries: readonly Summary[], size: number, contender: string) => Summary | undefined} */
export function findSummary(summaries, size, contender) {
  return summaries.find((summary) => summary.size === size && summary.contender === contender);
}

/** @type {(runs: readonly Usage[], key: 'cpu' | 'memory') => { cpu?: number, memory?: number }} */
function medianOf(runs, key) {
  const values = runs.flatMap((run) => run[key] ?? []);
  return values.length === 0 ? {} : { [key]: median(values) };
}

function median(/** @type {readonly number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
