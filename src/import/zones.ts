import { writeOffset } from '../text/utc-offset.ts';

const WALL = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/;
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/**
 * One moment, written in an unknown zone and in UTC (`2024-05-01 10:00:00`), with the offset of the zone.
 * @returns RFC 3339; without an offset when nothing says the UTC; undefined for anything that is not a date
 */
export function joinZone(local: string | undefined, utc: string | undefined): string | undefined {
  const [wall, moment] = [readWall(local), readWall(utc)];
  if (wall === undefined) return moment === undefined ? undefined : `${toText(moment)}Z`;
  if (moment === undefined) return toText(wall);
  const offset = wall - moment;
  const isZone = offset % QUARTER === 0 && Math.abs(offset) <= 15 * 3_600_000;
  return isZone ? `${toText(wall)}${writeOffset(offset / MINUTE)}` : `${toText(moment)}Z`;
}

function readWall(text: string | undefined): number | undefined {
  const [, year, ...parts] = WALL.exec(text?.trim() ?? '') ?? [];
  if (year === undefined || year === '0000') return undefined;
  const [month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function toText(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}

/**
 * A moment in the zone that it was written in, where that is an offset (`+0200`, `+02:00`); else in UTC.
 * @param time in ms
 */
export function keepOffset(time: number, written: string | undefined): string | undefined {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(written?.trim() ?? '') ?? [];
  const offset =
    sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  if (Number.isNaN(time) || offset === 0) return toUtc(time);
  const wall = toUtc(time + offset);
  return wall?.replace('Z', writeOffset(offset / MINUTE));
}

/** An offset or a zone at the end of a date; what has none is in UTC, wherever the program runs. */
const ZONE = /(?:z|[+-]\d\d:?\d\d|gmt|utc?|[ecmp][sd]t)\)?$/i;
const ISO = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/;

/** A moment as RFC 3339 in UTC; undefined for what is none, or is out of the years 1 to 9999. @param written text, or ms */
export function toUtc(written: string | number | undefined): string | undefined {
  const text = typeof written === 'string' ? written.trim() : '';
  const zoned = ZONE.test(text) ? text : ISO.test(text) ? `${text.replace(' ', 'T')}Z` : `${text} UTC`;
  const date = new Date(typeof written === 'number' ? written : zoned);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().replace(/\.\d{3}Z$/, 'Z') : undefined;
}
