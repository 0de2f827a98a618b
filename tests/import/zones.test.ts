import { afterEach, expect, test, vi } from 'vitest';
import { keepOffset, toUtc } from '../../src/import/zones.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['2024-05-01T10:00:00.123Z', '2024-05-01T10:00:00Z'],
  ['Wed, 01 May 2024 10:00:00 +0200', '2024-05-01T08:00:00Z'],
  ['Wed, 01 May 2024 10:00:00 EST', '2024-05-01T15:00:00Z'],
  // Without a zone: UTC.
  ['2024-05-01 10:00:00', '2024-05-01T10:00:00Z'],
  ['2024-05-01T10:00:00.123', '2024-05-01T10:00:00Z'],
  ['2024-05-01T10:00', '2024-05-01T10:00:00Z'],
  ['2024-05-01', '2024-05-01T00:00:00Z'],
  ['May 1, 2024 10:00 AM', '2024-05-01T10:00:00Z'],
  [1_714_557_600_000, '2024-05-01T10:00:00Z'],
  ['0000-00-00 00:00:00', undefined],
  ['2024-13-45T00:00:00Z', undefined],
  ['', undefined],
  [1e20, undefined],
  [-1e15, undefined],
])('%s of an export is the same moment on every machine', (written, moment) => {
  for (const zone of ['America/New_York', 'Asia/Tokyo']) {
    vi.stubEnv('TZ', zone);
    expect(toUtc(written)).toBe(moment);
  }
});

test('a moment keeps the offset that it was written with, unless it leaves the calendar', () => {
  expect(keepOffset(1_714_557_600_000, '+0200')).toBe('2024-05-01T12:00:00+02:00');
  expect(keepOffset(1_714_557_600_000, '-0330')).toBe('2024-05-01T06:30:00-03:30');
  expect(keepOffset(8.64e15, '+0200')).toBeUndefined();
  expect(keepOffset(Number.NaN, '+0200')).toBeUndefined();
});
