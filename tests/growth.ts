import { expect } from 'vitest';

/** Below this a measurement is mostly noise. */
const NOISE_MS = 3;
const TRIES = 5;

/**
 * Fails if eight times as much takes far more than eight times as long (R71). No clock decides this, so a busy or slow machine
 * does not break it: processor time of this process is measured, and the best of several tries counts.
 * @param size - of the larger input; the smaller one is an eighth of it
 */
export function expectLinearTime(work: (size: number) => void, size: number): void {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES; tries++) {
    small = Math.min(
      small,
      measure(() => work(Math.floor(size / 8))),
    );
    large = Math.min(
      large,
      measure(() => work(size)),
    );
    if (isLinear(small, large)) return;
  }
  expect.fail(`8 times as much takes ${large.toFixed(1)} ms instead of ${small.toFixed(1)} ms`);
}

/** Quadratic work would take 64 times as long. */
function isLinear(small: number, large: number): boolean {
  return large <= 24 * Math.max(small, NOISE_MS);
}

function measure(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
