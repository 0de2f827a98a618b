/** Where we want to be, and whether we are there. */
import { keepsCompiledCode } from './contenders.mjs';
import { compareTimes, findSummary } from './statistics.mjs';

/**
 * @import { Summary } from './statistics.mjs'
 *
 * @typedef {object} Goal
 * @property {string} subject
 * @property {string} target in words
 * @property {(summaries: readonly Summary[]) => number | undefined} measure undefined if a contender did not run
 * @property {(value: number) => boolean} reached
 * @property {string} unit written behind the number
 */

const megabyte = 2 ** 20;

/** @type {readonly Goal[]} */
const goals = [
  fasterAtLeast('20 articles', 20, 'feedwright', 'by-hand', 1),
  slowerAtMost('20 articles', 20, 'feedwright', 'node', '`node -e 0`', 2.2),
  ...(keepsCompiledCode
    ? [slowerAtMost('20 articles, from the second run on', 20, 'feedwright', 'node', '`node -e 0`', 1.9)]
    : []),
  fasterAtLeast('1,000 articles', 1000, 'feedwright', 'by-hand', 1.3),
  fasterAtLeast('1,000 articles', 1000, 'feedwright', 'hugo', 0.8),
  fasterAtLeast('1,000 articles + 60 tag feeds', 1000, 'feedwright-tags', 'hugo-tags', 1),
  fasterAtLeast('10,000 articles', 10_000, 'feedwright', 'hugo', 2.2),
  slowerAtMost('10,000 articles', 10_000, 'feedwright', 'floor', 'the floor', 2),
  fasterAtLeast('10,000 articles + 60 tag feeds', 10_000, 'feedwright-tags', 'hugo-tags', 2),
  fasterAtLeast('10,000 articles, whole archive', 10_000, 'feedwright-all', 'by-hand-all', 1.5),
  memoryAtMost('10,000 articles, whole archive', 10_000, 350, 'feedwright-all'),
  fasterAtLeast('100,000 articles', 100_000, 'feedwright', 'hugo', 6),
  slowerAtMost('100,000 articles', 100_000, 'feedwright', 'floor', 'the floor', 1.3),
  memoryAtMost('100,000 articles', 100_000, 256),
  memoryAtMost('1,000,000 articles', 1_000_000, 1024),
  {
    subject: '1,000,000 articles',
    target: 'at most 12 × the time of 100,000',
    measure: (summaries) => {
      const million = findSummary(summaries, 1_000_000, 'feedwright');
      const tenth = findSummary(summaries, 100_000, 'feedwright');
      return million && tenth && million.wall / tenth.wall;
    },
    reached: (value) => value <= 12,
    unit: ' ×',
  },
];

/**
 * @param {readonly Summary[]} summaries
 * @returns {{ subject: string, target: string, measured: string, reached: boolean | undefined }[]}
 */
export function judgeGoals(summaries) {
  return goals.map(({ subject, target, measure, reached, unit }) => {
    const value = measure(summaries);
    if (value === undefined) return { subject, target, measured: '', reached: undefined };
    return {
      subject,
      target,
      measured: `${value.toFixed(unit === ' MiB' ? 0 : 2)}${unit}`,
      reached: reached(value),
    };
  });
}

/** @type {(subject: string, size: number, own: string, reference: string, name: string, factor: number) => Goal} */
function slowerAtMost(subject, size, own, reference, name, factor) {
  return {
    subject,
    target: `at most ${factor} × ${name}`,
    measure: (summaries) => compareTimes(summaries, size, own, reference)?.median,
    reached: (value) => value <= factor,
    unit: ' ×',
  };
}

/** @type {(subject: string, size: number, own: string, peer: string, factor: number) => Goal} */
function fasterAtLeast(subject, size, own, peer, factor) {
  return {
    subject,
    target: `at least ${factor} × as fast as ${peer.startsWith('hugo') ? 'Hugo' : 'the script by hand'}`,
    measure: (summaries) => compareTimes(summaries, size, peer, own)?.median,
    reached: (value) => value >= factor,
    unit: ' ×',
  };
}

/** @type {(subject: string, size: number, megabytes: number, own?: string) => Goal} */
function memoryAtMost(subject, size, megabytes, own = 'feedwright') {
  return {
    subject,
    target: `at most ${megabytes} MiB`,
    measure: (summaries) => {
      const memory = findSummary(summaries, size, own)?.memory;
      return memory === undefined ? undefined : memory / megabyte;
    },
    reached: (value) => value <= megabytes,
    unit: ' MiB',
  };
}
