const DAY = 86_400_000;

/** Turns wall-clock times of one IANA zone into timestamps, independent of the machine's own zone (R58). */
export interface TimeZone {
  /**
   * @param wall the wall-clock time as if it were UTC, in ms
   * @returns the time in ms: in a gap of summer time the wall clock moves forward by the gap, in an
   * overlap the earlier time is meant (RFC 5545 §3.3.5, as calendars do)
   */
  readonly toInstant: (wall: number) => number;
  /** The wall-clock time at a timestamp, as if it were UTC, in ms. */
  readonly toWall: (instant: number) => number;
}

const UTC: TimeZone = { toInstant: (wall) => wall, toWall: (instant) => instant };

/** The zone with an IANA name that this machine knows; throws RangeError for any other. */
export function createTimeZone(name: string): TimeZone {
  if (/^(?:UTC|GMT|Etc\/(?:UTC|GMT|Zulu|UCT))$/i.test(name)) return UTC;
  const offsetAt = createOffsets(name);
  const toInstant = (wall: number): number => {
    const before = offsetAt(wall - DAY);
    const early = wall - before;
    if (offsetAt(early) === before) return early;
    const late = wall - offsetAt(wall + DAY);
    return offsetAt(late) === wall - late ? late : early;
  };
  return { toInstant, toWall: (instant) => instant + offsetAt(instant) };
}

/** Offsets from UTC in ms, remembered per UTC day: no zone changes its clock twice within a day. */
function createOffsets(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    // 'iso8601' is Julian before 1582 on Node 20.
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const exact = (instant: number): number => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = value;
    const number = (name: string) => Number(part[name]);
    const year = part.era?.startsWith('B') ? 1 - number('year') : number('year');
    const wall = new Date(0);
    wall.setUTCFullYear(year, number('month') - 1, number('day'));
    wall.setUTCHours(number('hour'), number('minute'), number('second'));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  };
  const days = new Map<number, number | undefined>();
  return (instant) => {
    const day = Math.floor(instant / DAY);
    if (!days.has(day)) {
      const start = exact(day * DAY);
      days.set(day, start === exact((day + 1) * DAY) ? start : undefined);
    }
    return days.get(day) ?? exact(instant);
  };
}
