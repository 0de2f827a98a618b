import { DAYS, MONTHS } from '../../text/date-names.ts';

/** A date with a time or without, as front matter has it. One with a zone may be another day where the site is built. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** A date in the format of Ruby's `strftime`; undefined for anything that is not a date, has a zone, or a format with other parts. */
export function formatDate(text: string, format: string): string | undefined {
  const match = DATE.exec(text.trim());
  if (match === null || format === '') return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (time.getUTCDate() !== day || time.getUTCMonth() !== month - 1) return undefined;
  let isKnown = true;
  const written = format.replace(/%([-^0_]?)(\w|%)/g, (_all, flag: string, part: string) => {
    const value = PARTS.get(part)?.(time);
    if (value === undefined) isKnown = false;
    return flagged(value ?? '', flag);
  });
  return isKnown ? written : undefined;
}

function flagged(value: string, flag: string): string {
  if (flag === '^') return value.toUpperCase();
  return flag === '-' ? value.replace(/^[0 ]+(?=\d)/, '') : value;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const PARTS: ReadonlyMap<string, (time: Date) => string> = new Map(
  Object.entries<(time: Date) => string>({
    Y: (time) => String(time.getUTCFullYear()),
    y: (time) => two(time.getUTCFullYear() % 100),
    m: (time) => two(time.getUTCMonth() + 1),
    B: (time) => MONTHS[time.getUTCMonth()] ?? '',
    b: (time) => (MONTHS[time.getUTCMonth()] ?? '').slice(0, 3),
    h: (time) => (MONTHS[time.getUTCMonth()] ?? '').slice(0, 3),
    d: (time) => two(time.getUTCDate()),
    e: (time) => String(time.getUTCDate()).padStart(2, ' '),
    A: (time) => DAYS[time.getUTCDay()] ?? '',
    a: (time) => (DAYS[time.getUTCDay()] ?? '').slice(0, 3),
    H: (time) => two(time.getUTCHours()),
    M: (time) => two(time.getUTCMinutes()),
    S: (time) => two(time.getUTCSeconds()),
    I: (time) => two(time.getUTCHours() % 12 || 12),
    l: (time) => String(time.getUTCHours() % 12 || 12).padStart(2, ' '),
    p: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
    F: (time) => time.toISOString().slice(0, 10),
    '%': () => '%',
  }),
);
