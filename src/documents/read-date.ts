const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?([Zz]|[+-]\d{2}:?\d{2})?)?$/;
const RFC_822 =
  /^(?:[A-Za-z]{3,9},?\s{1,5})?(\d{1,2})[\s-]{1,5}([A-Za-z]{3})[a-z]{0,6}[\s-]{1,5}(\d{4}|\d{2})(?:\s{1,5}(\d{1,2}:\d{2}(?::\d{2})?)\s{0,5}([A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?)?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** The zones that RFC 822 §5 names; all others are read as UTC, as RFC 5322 §4.3 says. */
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * A date as feeds have it, RFC 3339 or RFC 822 with what generators make of them; without a zone it is in UTC.
 * @returns ms, or undefined for anything that is not a date
 */
export function readDate(text: string | undefined): number | undefined {
  const written = text?.trim().slice(0, 100) ?? '';
  const instant = read3339(written) ?? read822(written);
  return instant === undefined || Number.isNaN(instant) ? undefined : instant;
}

function read3339(text: string): number | undefined {
  const [, day, time = '00:00', seconds = ':00', zone = 'Z'] = RFC_3339.exec(text) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time}${seconds}${toOffset(zone)}`);
}

function read822(text: string): number | undefined {
  const [, day = '', month = '', year = '', time = '00:00', zone = 'GMT'] = RFC_822.exec(text) ?? [];
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return undefined;
  // RFC 5322 §4.3: two digits below 50 are of this century.
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const date = `${full}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const clock = time.padStart(time.length === 7 || time.length === 4 ? time.length + 1 : time.length, '0');
  return Date.parse(`${date}T${clock}${toOffset(zone)}`);
}

function toOffset(zone: string): string {
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone.toUpperCase()] ?? 'Z';
}
