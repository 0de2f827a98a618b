import type { Place, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { readDate } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Found } from './names-of-facts.ts';
import type { CommitDate, CommitQuestion } from './resolve-context.ts';
import type { TimeZone } from './time-zone.ts';
import { toText } from './values.ts';

/** How the tool of the site reads dates. */
export interface DateRules {
  readonly preset: Preset | undefined;
  /** The keys of the date of publication in their order, `:filename` for the file name. */
  readonly order: readonly string[] | undefined;
  /** Whether the value of a key stands without quotes, so that YAML itself may take it for a timestamp. */
  readonly isBare: (key: string) => boolean;
  /** What git says of the file; missing where it can't be asked. */
  readonly commitDate?: ((asked: CommitQuestion) => CommitDate) | undefined;
}

/** What reading a date needs beside its key. */
export interface Reading {
  readonly data: FrontMatter;
  readonly rules: DateRules;
  readonly zone: TimeZone;
  readonly placeOf: (key: string) => Place;
  readonly problems: Problem[];
  isInGit: boolean;
}

/** A date that was read. */
export interface Moment {
  readonly instant: number;
  /** What its own clock shows, as if it were UTC. */
  readonly wall: number;
}

/** A date as the front matter has it; without a moment when it can't be read. */
export interface OwnDate {
  readonly key: string;
  readonly text: string;
  readonly moment?: Moment;
}

/** Reads the date under a key, as the tool of the site does. */
export function readFound(reading: Reading, { key, value }: Found, suggestion?: string): OwnDate {
  const { zone, placeOf, problems, rules } = reading;
  const text = toText(value);
  if (text === undefined) {
    problems.push(
      problem('bad-date', placeOf(key), { key, value, reason: 'is a list or mapping, not a date' }),
    );
    return { key, text: '' };
  }
  const asked = rules.preset === undefined || rules.preset === 'eleventy' ? IN_GIT.exec(text) : null;
  if (asked) return { key, text, ...askCommits(reading, key, text, asked[1] ? 'created' : 'changed') };
  const read = readDate(spellOut(text, key, rules), zone);
  if ('reason' in read) {
    const details = { ...read, suggestion: suggestion ?? read.suggestion };
    problems.push(problem('bad-date', placeOf(key), { key, value: text, ...details }));
    return { key, text };
  }
  if (read.unusualOffset) problems.push(problem('unusual-offset', placeOf(key), { key, value: text }));
  // Hexo takes the time in UTC for one on the clock of the site.
  const isShifted = rules.preset === 'hexo' && HAS_OFFSET.test(text) && rules.isBare(key);
  return { key, text, moment: isShifted ? { ...read, instant: zone.toInstant(read.instant) } : read };
}

/** A date with the zone that the tool puts behind it. */
function spellOut(text: string, key: string, { preset, isBare }: DateRules): string {
  if (preset === 'jekyll') return isTimestamp(text) && isBare(key) ? `${text} +0000` : text;
  // Docusaurus puts a Z behind what YAML leaves as text, which overrides the offset.
  if (preset === 'docusaurus') return text.replace(LOOSE_OFFSET, '+0000');
  // Where YAML does not read a day, JavaScript does for Hexo: it begins in UTC.
  const isUtcDay = preset === 'hexo' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !isBare(key);
  return isUtcDay ? `${text}T00:00:00Z` : text;
}

/** The dates that Eleventy takes from git. */
const IN_GIT = /^git (?:(created)|last modified)$/i;

function askCommits(
  reading: Reading,
  key: string,
  text: string,
  asked: CommitQuestion,
): { readonly moment?: Moment } {
  const { rules, problems, placeOf, zone } = reading;
  const found = rules.commitDate?.(asked);
  if (found === undefined) reading.isInGit = true;
  else if ('instant' in found) return { moment: { ...found, wall: zone.toWall(found.instant) } };
  else problems.push(problem(found.code, placeOf(key), { asked: `${key}: ${text}`, said: found.said }));
  return {};
}

/** An offset that YAML itself does not read. */
const LOOSE_OFFSET = /(?<=:\d{2}[ \t]+)[+-]\d{4}$/;
/** A time with an offset that YAML itself reads. */
const HAS_OFFSET = /:\d{2}(?:\.\d*)?[ \t]*(?:Z|[+-]\d{1,2}(?::\d{2})?)$/;

/** What YAML itself reads as a time: Ruby's parser takes it to be UTC, and Jekyll with it, whatever its time zone. */
function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}[Tt ]+\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/.test(text);
}
