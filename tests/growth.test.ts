import { expect, test } from 'vitest';
import { expectLinearTime } from './growth.ts';

function work(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.sqrt(i);
  return sum;
}

test('work that grows with the square of its input is found, and other work is not', () => {
  expectLinearTime((size) => void work(size), 20_000_000);
  expect(() => expectLinearTime((size) => void work(size * size), 10_000)).toThrow('8 times as much takes');
});
