import type { Place, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type DateRules, type Moment, type OwnDate, type Reading, readFound } from './date-value.ts';
import { readDate } from './dates.ts';
import { findDate, findOwnDate, findRelease } from './find-date.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Fact, findFact } from './names-of-facts.ts';
import { dateInPath, type PathFacts } from './path-facts.ts';
import type { TimeZone } from './time-zone.ts';
import { toText } from './values.ts';

const DAY = 86_400_000;
/** Tools that know no key for the date of an article. */
const LEAVES_DATES: ReadonlySet<Preset | undefined> = new Set([undefined, 'astro', 'vitepress']);

export interface ArticleDates {
  readonly published?: number;
  /**
   * What URLs are made of, as if it were UTC: the date of publication on the clock of the site. In Hugo it is `date`, also where
   * `publishDate` is the day of publication, on the clock that it was written with, whatever the zone of the site.
   */
  readonly wall?: number;
  readonly updated?: number;
  readonly expires?: number;
  readonly problems: readonly Problem[];
  /** Git knows when it was published, but can't be asked here. */
  readonly isInGit?: boolean;
}

/**
 * Reads when an article was published and updated and when it expires. The front matter overrides the path,
 * with a warning when they are more than a day apart; never a file time (R59).
 */
export function readDates(
  data: FrontMatter,
  path: PathFacts,
  rules: DateRules,
  zone: TimeZone,
  placeOf: (key: string) => Place,
): ArticleDates {
  const isHugo = rules.preset === 'hugo';
  const reading: Reading = { data, rules, zone, placeOf, problems: [], isInGit: false };
  const dated = readPublished(reading, path);
  const released = isHugo ? readRelease(reading) : (dated ?? readKey(reading, 'released')?.moment);
  // Hugo takes the date of the last change where there is no other.
  const named = released ?? dated ?? (isHugo ? readKey(reading, 'updated')?.moment : undefined);
  const published = later(named?.instant, readEmbargo(reading, dated?.instant));
  const updated = readUpdated(reading, published);
  const expires = readKey(reading, 'expires')?.moment?.instant;
  const wall = isHugo ? (dated ?? named)?.wall : undefined;
  return {
    ...(published === undefined ? {} : { published, wall: wall ?? zone.toWall(dated?.instant ?? published) }),
    ...(updated === undefined ? {} : { updated }),
    ...(expires === undefined ? {} : { expires }),
    problems: reading.problems,
    ...(reading.isInGit ? { isInGit: true } : {}),
  };
}

/** Until when an article is held back; where no one knows the tool, the day of publication that Hugo would take counts, too. */
function readEmbargo(reading: Reading, dated: number | undefined): number | undefined {
  const embargo = readKey(reading, 'embargo')?.moment?.instant;
  return reading.rules.preset === undefined && dated !== undefined
    ? later(readKey(reading, 'released')?.moment?.instant, embargo)
    : embargo;
}

function later(first: number | undefined, second: number | undefined): number | undefined {
  return first !== undefined && second !== undefined ? Math.max(first, second) : (first ?? second);
}

function readPublished(reading: Reading, path: PathFacts): Moment | undefined {
  const { data, placeOf, problems, zone } = reading;
  const customPath = toText(findFact(data, 'path')?.value ?? findFact(data, 'url')?.value);
  const named = path.date ?? (customPath === undefined ? undefined : dateInPath(customPath));
  const where = path.date === undefined ? 'path' : 'file name';
  const order = reading.rules.order ?? ['date'];
  const inPath = named === undefined ? undefined : readDate(named, zone);
  if (inPath && 'instant' in inPath && (order[0] === ':filename' || !hasOwnDate(reading))) return inPath;
  const own = readOwnDate(reading, order, named && `Write ${named}, as the ${where} says.`);
  if (inPath === undefined || named === undefined) return own?.moment;
  if (own === undefined && 'reason' in inPath) {
    const details = { key: where, value: named, ...inPath, isInPath: true };
    problems.push(problem('bad-date', placeOf(''), details));
  }
  if ('reason' in inPath) return own?.moment;
  if (own?.moment && isOff(own.moment.instant, inPath.instant, zone)) {
    const details = { key: own.key, value: own.text, other: named, where };
    problems.push(problem('date-mismatch', placeOf(own.key), details));
  }
  return own ? own.moment : inPath;
}

/** Tools that take the date of a file name unless there is one under `date`: under another name they know none. */
const DATE_ALONE: ReadonlySet<Preset | undefined> = new Set(['jekyll', 'zola', 'eleventy']);

/** Whether the date under one of the usual names is the one that the tool of the site takes. */
function hasOwnDate({ data, rules }: Reading): boolean {
  const key = findDate(data, 'published')?.key;
  return (
    key === undefined || rules.order !== undefined || !DATE_ALONE.has(rules.preset) || /^date\b/i.test(key)
  );
}

/** The date under the first key that has one: the usual names, unless the configuration has an order of its own. */
function readOwnDate(reading: Reading, order: readonly string[], suggestion?: string): OwnDate | undefined {
  for (const key of order) {
    const found = key === ':filename' ? undefined : findOwnDate(reading.data, key);
    if (found) return readFound(reading, found, suggestion);
  }
  // Where the tool leaves dates to the site, a day of publication says more than the name of a file.
  const isFree = order.includes('date') && LEAVES_DATES.has(reading.rules.preset);
  return isFree ? readKey(reading, 'released', suggestion) : undefined;
}

function readUpdated(reading: Reading, published: number | undefined): number | undefined {
  const changed = readKey(reading, 'updated');
  const instant = changed?.moment?.instant;
  if (instant === undefined || published === undefined || instant >= published) return instant;
  // A day without a time is midnight: an article published at nine and updated "that day" is not a mistake.
  if (changed && published - instant > DAY) {
    const details = { key: changed.key, value: changed.text };
    reading.problems.push(problem('updated-before-published', reading.placeOf(changed.key), details));
  }
  return undefined;
}

function readRelease(reading: Reading): Moment | undefined {
  const found = findRelease(reading.data);
  return found && readFound(reading, found).moment;
}

function readKey(reading: Reading, fact: Fact, suggestion?: string): OwnDate | undefined {
  const found = findDate(reading.data, fact);
  return found && readFound(reading, found, suggestion);
}

function isOff(own: number, inPath: number, zone: TimeZone): boolean {
  const day = (instant: number) => Math.floor(zone.toWall(instant) / DAY);
  return Math.abs(day(own) - day(inPath)) > 1;
}
