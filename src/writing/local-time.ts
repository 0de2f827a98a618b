import type { TimeZone } from '../articles/time-zone.ts';
import { writeOffset } from '../text/utc-offset.ts';

/**
 * A timestamp on the wall clock of a zone, to the second: `2025-11-04T09:00:00+01:00`.
 * @param instant in ms
 */
export function writeLocal(instant: number, zone: TimeZone): string {
  const wall = Math.floor(zone.toWall(instant) / 1000) * 1000;
  const minutes = Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
  return `${new Date(wall).toISOString().slice(0, 19)}${writeOffset(minutes)}`;
}
