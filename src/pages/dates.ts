import type { Words } from './words.ts';

/** An instant as a page shows it. */
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
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const names = months.split(' ');
  return (instant) => {
    const parts = new Map(calendar.formatToParts(instant).map(({ type, value }) => [type, value]));
    const [year = '', month = '', day = ''] = (['year', 'month', 'day'] as const).map((type) =>
      parts.get(type),
    );
    const name = names[Number(month) - 1] || month;
    const text = date.replace(/[DMY]/g, (letter) => (letter === 'D' ? day : letter === 'M' ? name : year));
    return { text, machine: `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  };
}
