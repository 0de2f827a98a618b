import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type DateRules, type OwnDate, type Reading, readFound } from './date-value.ts';
import { readDate } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';
import { ALIASES, type Fact, type Found, findFact } from './names-of-facts.ts';
import { dateInPath, type PathFacts } from './path-facts.ts';
import type { TimeZone } from './time-zone.ts';
import { toBoolean, toText } from './values.ts';

const DAY = 86_400_000;

export interface ArticleDates {
  readonly published?: number;
  /** The date that URLs are made of; in Hugo `date`, also where `publishDate` is the day of publication. */
  readonly dated?: number;
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
  const isReleased = isHugo || dated === undefined;
  const released = isReleased ? readKey(reading, 'released')?.instant : undefined;
  // Hugo takes the date of the last change where there is no other.
  const named = released ?? dated ?? (isHugo ? readKey(reading, 'updated')?.instant : undefined);
  const published = later(named, readEmbargo(reading, dated));
  const updated = readUpdated(reading, published);
  const expires = readKey(reading, 'expires')?.instant;
  return {
    ...(published === undefined ? {} : { published }),
    ...(dated === undefined ? {} : { dated }),
    ...(updated === undefined ? {} : { updated }),
    ...(expires === undefined ? {} : { expires }),
    problems: reading.problems,
    ...(reading.isInGit ? { isInGit: true } : {}),
  };
}

/** Until when an article is held back; where no one knows the tool, the day of publication that Hugo would take counts, too. */
function readEmbargo(reading: Reading, dated: number | undefined): number | undefined {
  const embargo = readKey(reading, 'embargo')?.instant;
  return reading.rules.preset === undefined && dated !== undefined
    ? later(readKey(reading, 'released')?.instant, embargo)
    : embargo;
}

function later(first: number | undefined, second: number | undefined): number | undefined {
  return first !== undefined && second !== undefined ? Math.max(first, second) : (first ?? second);
}

function readPublished(reading: Reading, path: PathFacts): number | undefined {
  const { data, placeOf, problems, zone } = reading;
  const customPath = toText(findFact(data, 'path')?.value ?? findFact(data, 'url')?.value);
  const named = path.date ?? (customPath === undefined ? undefined : dateInPath(customPath));
  const where = path.date === undefined ? 'path' : 'file name';
  const order = reading.rules.order ?? ['date'];
  const own = readOwnDate(reading, order, named && `Write ${named}, as the ${where} says.`);
  const inPath = named === undefined ? undefined : readDate(named, zone);
  if (order[0] === ':filename' && inPath && 'instant' in inPath) return inPath.instant;
  if (inPath === undefined || named === undefined) return own?.instant;
  if (own === undefined && 'reason' in inPath) {
    const details = { key: where, value: named, ...inPath, isInPath: true };
    problems.push(problem('bad-date', placeOf(''), details));
  }
  if ('reason' in inPath) return own?.instant;
  if (own?.instant !== undefined && isOff(own.instant, inPath.instant, zone)) {
    const details = { key: own.key, value: own.text, other: named, where };
    problems.push(problem('date-mismatch', placeOf(own.key), details));
  }
  return own ? own.instant : inPath.instant;
}

/** The date under the first key that has one: the usual names, unless the configuration has an order of its own. */
function readOwnDate(reading: Reading, order: readonly string[], suggestion?: string): OwnDate | undefined {
  for (const key of order) {
    const found = key === ':filename' ? undefined : findOwnDate(reading.data, key);
    if (found) return readFound(reading, found, suggestion);
  }
  return undefined;
}

/** @param key of an order; `date` and `:default` stand for the usual names */
function findOwnDate(data: FrontMatter, key: string): Found | undefined {
  if (key === 'date' || key === ':default') return findDate(data, 'published');
  return toText(data[key]) === undefined ? undefined : { key, value: data[key] };
}

/**
 * Whether an article gets its date from the name of its file: no key before `:filename` in the order has one.
 * @param order as {@link DateRules}
 */
export function takesDateOfName(data: FrontMatter, order: readonly string[]): boolean {
  return order.find((key) => key === ':filename' || findOwnDate(data, key)) === ':filename';
}

function readUpdated(reading: Reading, published: number | undefined): number | undefined {
  const changed = readKey(reading, 'updated');
  if (changed?.instant === undefined || published === undefined || changed.instant >= published)
    return changed?.instant;
  // A day without a time is midnight: an article published at nine and updated "that day" is not a mistake.
  if (published - changed.instant > DAY) {
    const details = { key: changed.key, value: changed.text };
    reading.problems.push(problem('updated-before-published', reading.placeOf(changed.key), details));
  }
  return undefined;
}

function readKey(reading: Reading, fact: Fact, suggestion?: string): OwnDate | undefined {
  const found = findDate(reading.data, fact);
  return found && readFound(reading, found, suggestion);
}

/** `published: false` and `expires: false` are switches, not dates. */
function findDate(data: FrontMatter, fact: Fact): Found | undefined {
  const found = findFact(data, fact);
  // Go's zero time stands for "never" and "not set".
  if (found && toText(found.value)?.startsWith('0001-01-01')) return undefined;
  if (!found || toBoolean(found.value) === undefined) return found;
  for (const key of ALIASES[fact]) {
    const text = toText(data[key]);
    if (text !== undefined && toBoolean(text) === undefined) return { key, value: data[key] };
  }
  return undefined;
}

function isOff(own: number, inPath: number, zone: TimeZone): boolean {
  const day = (instant: number) => Math.floor(zone.toWall(instant) / DAY);
  return Math.abs(day(own) - day(inPath)) > 1;
}
