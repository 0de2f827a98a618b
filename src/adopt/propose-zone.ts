import { createTimeZone } from '../articles/time-zone.ts';

/** The time of an article as it is there, read as UTC, and as a feed has it, in ms. */
export interface ShownTime {
  readonly wall: number;
  readonly published: number;
}

/** Of zones with the same clock, the one that most people know. */
const KNOWN = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Australia/Sydney',
];

/**
 * The zone in which articles have the times that a feed has: the tool took the zone of its machine where none is set.
 * @param language a tag whose country comes first, if it is known
 * @returns an IANA name; undefined where most times are the same in UTC, or no zone explains most of the others
 */
export function proposeZone(times: readonly ShownTime[], language: string | undefined): string | undefined {
  const moved = times.filter(({ wall, published }) => toSecond(wall) !== toSecond(published));
  if (moved.length * 2 <= times.length) return undefined;
  const own = zonesOf(language);
  const zones = [
    ...KNOWN.filter((name) => own.includes(name)),
    ...own,
    ...KNOWN,
    ...Intl.supportedValuesOf('timeZone'),
  ];
  let [best, most]: [string | undefined, number] = [undefined, Math.floor(moved.length / 2)];
  for (const name of new Set(zones)) {
    const count = countExplained(moved, name);
    if (count > most) [best, most] = [name, count];
    if (count === moved.length) break;
  }
  return best;
}

function countExplained(times: readonly ShownTime[], name: string): number {
  const zone = createTimeZone(name);
  return times.filter(({ wall, published }) => toSecond(zone.toInstant(wall)) === toSecond(published)).length;
}

function toSecond(time: number): number {
  return Math.floor(time / 1000);
}

/** The zones of the country in which most people who speak a language live. */
function zonesOf(language: string | undefined): readonly string[] {
  if (language === undefined) return [];
  try {
    const locale = new Intl.Locale(language).maximize() as Intl.Locale & {
      readonly timeZones?: readonly string[];
      readonly getTimeZones?: () => readonly string[] | undefined;
    };
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    return [];
  }
}
