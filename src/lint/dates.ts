import { fault, type ValueRule } from './rules.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const OFFSETS: Readonly<Record<string, string>> = {
  UT: '+0000',
  GMT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};

/** RFC 822 §5 with the four digits of RFC 1123: what every reader understands. */
const MAIL =
  /^(?:([A-Z][a-z]{2}), )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ([A-Z]{1,3}|[+-]\d{4})$/;
/** What lenient readers still take for a date: other spacing and case, full names, no comma, two-digit years, comments. */
const LOOSE =
  /^(?:([A-Za-z]{3})[a-z]{0,6}[,.]?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]{0,6}[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([A-Za-z]{1,5}|[+-]\d{4})?$/;
const INTERNET = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAY = 24 * 60 * 60 * 1000;

/** RFC 822 as RSS uses it. */
export const mailDate: ValueRule = (text, element, { now }) => {
  const value = text.trim();
  const strict = MAIL.exec(value);
  const parts = strict ?? LOOSE.exec(withoutComments(value));
  const instant = parts ? readParts(parts) : undefined;
  if (!parts || instant === undefined)
    return fault('feed-date', { element, value, expected: 'Tue, 04 Nov 2025 09:00:00 GMT' });
  const [, weekday, , , , , , , zone = ''] = parts;
  const right = DAYS[new Date(instant + toMinutes(zone) * 60_000).getUTCDay()] ?? '';
  if (weekday !== undefined && weekday.toLowerCase() !== right.toLowerCase())
    return fault('feed-date-weekday', { element, value, weekday: right });
  if (!strict || (!Object.hasOwn(OFFSETS, zone) && !/^[+-]\d\d(?:00|15|30|45)$/.test(zone)))
    return fault('feed-date-form', { element, value, expected: new Date(instant).toUTCString() });
  return plausible(instant, value, element, now);
};

/** RFC 3339 as Atom and JSON Feed use it; nothing around it. */
export const internetDate: ValueRule = (value, element, { now }) => {
  const [, day, clock, zone] = INTERNET.exec(value) ?? [];
  // A leap second is allowed (RFC 3339 §5.6), but no clock of a computer has it.
  const instant =
    day && clock && zone ? Date.parse(`${day}T${clock.replace(/:60/, ':59')}${zone}`) : Number.NaN;
  if (Number.isNaN(instant) || day === undefined || !isDay(day))
    return fault('feed-date', { element, value, expected: '2025-11-04T09:00:00Z' });
  return plausible(instant, value, element, now);
};

/** Dublin Core and its kin: the profile of ISO 8601 by the W3C, in which the time, or the day, may be missing. */
export const w3cDate: ValueRule = (text, element, { now }) => {
  const value = text.trim();
  const [, date, month, day, time, zone] =
    /^(\d{4}(-\d{2}(-\d{2})?)?)(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2}))?$/.exec(value) ??
    [];
  const full = `${date}${month ? '' : '-01'}${day ? '' : '-01'}`;
  const instant = date ? Date.parse(`${full}T${time ?? '00:00'}${zone ?? 'Z'}`) : Number.NaN;
  if (Number.isNaN(instant) || !isDay(full) || (time && !day))
    return fault('feed-date', { element, value, expected: '2025-11-04T09:00:00Z' });
  return plausible(instant, value, element, now);
};

function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}

/** Feeds are younger than 1990; NetNewsWire drops what is more than a day ahead (R12). */
function plausible(instant: number, value: string, element: string, now: number) {
  if (instant > now + DAY) return fault('feed-date-future', { element, value });
  return instant < Date.UTC(1990, 0) ? fault('feed-date-old', { element, value }) : undefined;
}

/** RFC 822 §3.4.3 allows comments in parentheses, which few readers know. */
function withoutComments(text: string): string {
  return text.length > 200
    ? text
    : text
        .replace(/\([^()]*\)/g, '')
        .replace(/\s+/g, ' ')
        .trim();
}

function readParts(parts: RegExpExecArray): number | undefined {
  const [, , day = '', month = '', year = '', hours = '', minutes = '', seconds = '00', zone = ''] = parts;
  const index = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const date = `${full}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const local = Date.parse(`${date}T${hours.padStart(2, '0')}:${minutes}:${seconds.replace('60', '59')}Z`);
  const isWrong = index < 0 || Number.isNaN(local) || !isDay(date) || Math.abs(toMinutes(zone)) >= 24 * 60;
  return isWrong ? undefined : local - toMinutes(zone) * 60_000;
}

/** Minutes east of Greenwich; zones that no one knows are UTC (RFC 5322 §4.3). */
function toMinutes(zone: string): number {
  const offset = OFFSETS[zone.toUpperCase()] ?? (/^[+-]/.test(zone) ? zone : '+0000');
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3));
  return offset.startsWith('-') ? -minutes : minutes;
}
