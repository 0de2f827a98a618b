import type { Place, Problem } from '../model/index.ts';
import { adoptWording } from './wording/adopt.ts';
import { announceWording } from './wording/announce.ts';
import { articleWording } from './wording/articles.ts';
import { configWording } from './wording/config.ts';
import { contentWording } from './wording/content.ts';
import { feedWording } from './wording/feeds.ts';
import { frontMatterWording } from './wording/front-matter.ts';
import { guardWording } from './wording/guard.ts';
import { historyWording } from './wording/history.ts';
import { idWording } from './wording/ids.ts';
import { importWording } from './wording/import.ts';
import { libraryWording } from './wording/library.ts';
import { inspectWording } from './wording/lint.ts';
import { localLinksWording } from './wording/local-links.ts';
import { pageWording } from './wording/pages.ts';
import { podcastWording } from './wording/podcasts.ts';
import { probeWording } from './wording/probe.ts';
import { publishWording } from './wording/publish.ts';
import { publishedWording } from './wording/published.ts';
import { siteWording } from './wording/site.ts';
import type { Wording } from './wording/wording.ts';

export { ALLOWABLE, type AllowableCode } from './wording/guard.ts';

const wordings = {
  ...configWording,
  ...localLinksWording,
  ...articleWording,
  ...frontMatterWording,
  ...idWording,
  ...contentWording,
  ...feedWording,
  ...historyWording,
  ...announceWording,
  ...pageWording,
  ...podcastWording,
  ...probeWording,
  ...publishWording,
  ...siteWording,
  ...publishedWording,
  ...guardWording,
  ...adoptWording,
  ...inspectWording,
  ...importWording,
  ...libraryWording,
};

/** Warnings that the configuration may quieten: what articles hold again and again. `left-out` is a line, not a problem. */
export const QUIETABLE: readonly string[] = [
  'left-out',
  'foreign-files',
  'unclear-hidden',
  'lost-text',
  'removed-content',
  'hidden-content',
  'omitted-html',
  'replaced-content',
  'unknown-element',
  'removed-template',
  'unknown-reference',
  'missing-title',
  'comma-in-tag',
  'file-not-found',
  'file-not-on-site',
  'unread-permalink',
  'unknown-length',
  'audio-not-found',
  'unused-audio',
  'bad-media-url',
];

export type ProblemCode = keyof typeof wordings;
export type ProblemDetails<Code extends ProblemCode> = Parameters<(typeof wordings)[Code]>[0];

/**
 * Makes the problem `code` at a place. The wording of every code is in `wording/`.
 * @param place file, and line (default 1) and column where known, both 1-based
 * @param details what the wording of this code needs, such as the offending value
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  details: ProblemDetails<Code>,
): Problem {
  const word = wordings[code] as (details: ProblemDetails<Code>) => Wording;
  const [severity, message, hint] = word(details);
  const column = place.column === undefined ? {} : { column: place.column };
  return { code, severity, file: place.file, line: place.line ?? 1, ...column, message, hint };
}

/** Orders problems worst first, then by file and place, independent of the order in which they were found. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    rank(a) - rank(b) ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Errors first, then what readers would never see. */
function rank({ severity, code }: Problem): number {
  return severity === 'error' ? 0 : code === 'lost-text' ? 1 : 2;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
