import type { Words } from './page-words.ts';

/** A time as a page shows it. */
export interface ShownDate {
  /** For people, in the words of the page. */
  readonly text: string;
  /** For machines: `2025-11-04`. */
  readonly machine: string;
}

/**
 * Makes a writer of days in the site's time zone (R58). The words are ours, not the platform's, whose texts change from
 * version to version (R75).
 * @param timeZone IANA name
 */
export function createDateWriter(timeZone: string, { months, date }: Words): (instant: number) => ShownDate {
  const findDay = timeZone === 'UTC' ? dayInUtc : createCalendar(timeZone);
  const names = months.split(' ');
  return (instant) => {
    const machine = findDay(instant);
    const [year = 0, month = 0, day = 0] = machine.split('-').map(Number);
    const name = names[month - 1] || String(month);
    const text = date.replace(/[DMY]/g, (letter) =>
      letter === 'D' ? `${day}` : letter === 'M' ? name : `${year}`,
    );
    return { text, machine };
  };
}

/** Without the platform's calendar, which takes 10 ms to load. */
function dayInUtc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function createCalendar(timeZone: string): (instant: number) => string {
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = new Map(calendar.formatToParts(instant).map(({ type, value }) => [type, value]));
    const year = (parts.get('year') ?? '').padStart(4, '0');
    return `${year}-${parts.get('month')}-${parts.get('day')}`;
  };
}
