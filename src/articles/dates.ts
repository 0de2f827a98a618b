import type { TimeZone } from './time-zone.ts';

/**
 * A date as written, read: the time in ms, and what its clock shows, as if it were UTC; or why it can't be one, with a date that would
 * be right.
 */
export type ReadDate =
  | { readonly instant: number; readonly wall: number; readonly unusualOffset?: boolean }
  | { readonly reason: string; readonly suggestion: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const TIME = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?|\\.0{1,9})?(?: ?([ap])\\.?m\\.?)?';
/** Names of RFC 822 §5.1 and of Central Europe that have one meaning; CST is China's time too. */
const NAMED_OFFSETS: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
};
const NAMES = Object.keys(NAMED_OFFSETS).join('|');
/** Go prints the name after the offset: `+0000 UTC`, `-0700 PDT`. */
const ZONE = `(z|(?:utc|gmt)?[+-]\\d{1,2}:?(?:\\d{2})?|utc|gmt|ut|${NAMES})(?: (?:utc|gmt|[a-z]{3,4}|[+-]\\d{2,4}))?`;
const REST = `(?:(?:t| |, | at )${TIME}(?: (\\d{4}))?(?: ?${ZONE})?(?: \\([^()]{1,40}\\))?)?$`;
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?';

/** The forms that have one meaning only; the first three groups are named by `order`. */
const FORMS: readonly { readonly order: 'ymd' | 'dmy' | 'mdy'; readonly pattern: RegExp }[] = [
  { order: 'ymd', pattern: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${REST}`, 'i') },
  { order: 'ymd', pattern: new RegExp(`^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})${REST}`, 'i') },
  { order: 'ymd', pattern: /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?()()(Z|[+-]\d{4})?)?$/i },
  { order: 'dmy', pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})[- ]${MONTH},?[- ](\\d{4})${REST}`, 'i') },
  {
    order: 'mdy',
    pattern: new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${REST}`, 'i'),
  },
  { order: 'dmy', pattern: new RegExp(`^(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})${REST}`, 'i') },
];
/** Seconds or milliseconds since 1970, up to 2030. */
const EPOCH = /^1[0-8]\d{8}(?:\d{3})?$/;
/** `Tue Nov  4 10:00:00 UTC 2025` as the Unix command date prints it, `Tue Nov 4 10:00:00 2025 +0100` as git does, or without a zone. */
const UNIX = new RegExp(
  `^${WEEKDAY}${MONTH} (\\d{1,2}) (\\d{2}:\\d{2}:\\d{2})(?: ${ZONE})? (\\d{4})(?: ([+-]\\d{4}))?$`,
  'i',
);

/**
 * Reads a date of front matter. Forms with one meaning are read; ambiguous, incomplete and impossible ones
 * are refused (R9). A date without a time is midnight, a time without an offset is wall-clock time, both in `zone` (R58).
 * @param written the text of the date, any case and kind of spaces
 */
export function readDate(written: string, zone: TimeZone): ReadDate {
  const spaced = /[^\S ]| {2}|^ | $/.test(written) ? written.replace(/\s+/g, ' ').trim() : written;
  const unix = /^\d/.test(spaced) ? null : UNIX.exec(spaced);
  const text = unix
    ? `${unix[1]} ${unix[2]} ${unix[5]} ${unix[3]} ${unix[4] ?? unix[6] ?? ''}`.trim()
    : spaced;
  if (text.length <= 80) {
    for (const { order, pattern } of FORMS) {
      const match = pattern.exec(text);
      if (match)
        return order === 'dmy' && /^\d+[/.]/.test(text)
          ? readSlashed(match, zone)
          : assemble(match, order, zone);
    }
  }
  if (/^(?:created|last modified)$/i.test(text))
    return {
      reason:
        'is not a fixed date, because Eleventy takes the time of the file, which is another on each machine',
      suggestion: 'Write the date itself, or "git Created", which Eleventy takes from the commits.',
    };
  return { reason: 'is not a date', suggestion: suggestDate(text) };
}

/** A number of seconds or milliseconds since 1970 is refused, because it may be anything, but said as the date that it may mean. */
function suggestDate(text: string): string {
  if (!EPOCH.test(text)) return 'Write it like 2025-11-04 or 2025-11-04T09:00:00+01:00.';
  const meant = new Date(Number(text) * (text.length === 13 ? 1 : 1000));
  return `Write ${meant.toISOString().slice(0, 19)}Z, if it counts from 1970.`;
}

/** `13/11/2025` can only be 13 November; `04/11/2025` could be two days, so it is refused. */
function readSlashed(match: RegExpExecArray, zone: TimeZone): ReadDate {
  const [first, second, year] = [Number(match[1]), Number(match[2]), match[3]];
  if (first <= 12 && second <= 12 && first !== second) {
    const [a, b] = [pad(first), pad(second)];
    return { reason: 'is ambiguous', suggestion: `Write ${year}-${b}-${a} or ${year}-${a}-${b}.` };
  }
  return assemble(match, first > 12 ? 'dmy' : 'mdy', zone);
}

function assemble(match: RegExpExecArray, order: 'ymd' | 'dmy' | 'mdy', zone: TimeZone): ReadDate {
  const group = (letter: string) => match[order.indexOf(letter) + 1] ?? '';
  const year = Number(group('y'));
  const month = /^\d/.test(group('m')) ? Number(group('m')) : MONTHS.indexOf(group('m').toLowerCase()) + 1;
  const day = Number(group('d'));
  if (year < 1000)
    return { reason: `has no year ${group('y')}`, suggestion: 'Write the year in full, as in 2025-11-04.' };
  if (month < 1 || month > 12)
    return {
      reason: `has no month ${month}`,
      suggestion: `Write ${year}-01-${pad(Math.min(day, 31))}, or another month from 01 to 12.`,
    };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay) {
    const near = `${year}-${pad(month)}-${pad(day < 1 ? 1 : lastDay)}`;
    return { reason: `has no day ${day}`, suggestion: `Write ${near} or ${near}T09:00:00+01:00.` };
  }
  return limitYear(
    addTime(match, Date.UTC(year, month - 1, day), { year, date: `${year}-${pad(month)}-${pad(day)}` }, zone),
  );
}

/** The first moment after 9999-12-31 in UTC: no format of feeds can write it. */
const TOO_LATE = Date.UTC(10_000, 0);

function limitYear(read: ReadDate): ReadDate {
  return 'instant' in read && read.instant >= TOO_LATE
    ? { reason: 'is after the year 9999 in UTC', suggestion: 'Write 9999-12-31T00:00:00Z at most.' }
    : read;
}

function addTime(
  match: RegExpExecArray,
  midnight: number,
  { year, date }: { readonly year: number; readonly date: string },
  zone: TimeZone,
): ReadDate {
  const [, , , , hourText, minuteText, secondText, half, repeatedYear, offset] = match;
  if (hourText === undefined) return { instant: zone.toInstant(midnight), wall: midnight };
  const hour = readHour(Number(hourText), half);
  const [minute, second] = [Number(minuteText), Number(secondText ?? 0)];
  // A leap second (RFC 3339 §5.6) is the first of the next minute.
  const isLeap = second === 60 && minute === 59;
  if (hour === undefined || hour > 23 || minute > 59 || (second > 59 && !isLeap)) {
    return { reason: 'has an impossible time', suggestion: `Write ${date} or ${date}T09:00:00+01:00.` };
  }
  // Ruby reads "2023-01-29 18:30:22 2023 -0800"; the year again says nothing new, another year would.
  if (repeatedYear !== undefined && repeatedYear !== '' && Number(repeatedYear) !== year) {
    return {
      reason: 'has two years',
      suggestion: `Write ${date}T${pad(hour)}:${pad(minute)}:${pad(second)}Z.`,
    };
  }
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  if (!offset) return { instant: zone.toInstant(wall), wall };
  return applyOffset(wall, offset, date);
}

function readHour(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function applyOffset(wall: number, offset: string, date: string): ReadDate {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(NAMED_OFFSETS[offset.toLowerCase()] ?? offset);
  if (!match) return { instant: wall, wall };
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59) {
    return { reason: `has an impossible offset ${offset}`, suggestion: `Write ${date}T09:00:00+01:00.` };
  }
  const shift = (hours * 60 + minutes) * 60_000 * (match[1] === '-' ? -1 : 1);
  // No place on Earth is ahead of +14:00; the arithmetic is clear all the same, and other generators do it.
  return hours * 60 + minutes > 840
    ? { instant: wall - shift, wall, unusualOffset: true }
    : { instant: wall - shift, wall };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
