import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { toList } from '../text/data.ts';
import type { Path } from './check.ts';
import { nameFacet, type RawFeedRule } from './feed-rules.ts';
import type { Origin } from './places-of-settings.ts';
import { findFormat } from './rule-files.ts';
import type { Settings } from './settings.ts';

/** What the table of settings can't say about feeds. */
export function verifyFeeds(settings: Settings, origin: Origin): readonly Problem[] {
  const rules = settings.feeds ?? [];
  return [
    ...verifyHistory(settings, [], origin),
    ...rules.flatMap((rule, index) => [
      ...verifyArticles(rule, index, origin),
      ...verifyPath(rule, index, origin),
      ...verifyHistory(rule, ['feeds', index], origin),
    ]),
  ];
}

/** A complete feed has nothing left to archive (RFC 5005 §2). */
function verifyHistory(
  { archive = false, complete = false }: Pick<RawFeedRule, 'archive' | 'complete'>,
  path: Path,
  origin: Origin,
): readonly Problem[] {
  if (archive === false || !complete) return [];
  return [problem('complete-archive', origin.keyAt([...path, 'archive']), {})];
}

function verifyArticles(
  { by, where, path, title }: RawFeedRule,
  index: number,
  origin: Origin,
): readonly Problem[] {
  const place = origin.keyAt(['feeds', index]);
  const missing = (key: string, suggestion: string) =>
    problem('missing-key', place, { key: `feeds[${index}].${key}`, suggestion });
  if (by !== undefined) return [];
  if (where === undefined) return [missing('by', 'by: tag')];
  return [
    ...(path === undefined ? [missing('path', 'path: news/')] : []),
    ...(title === undefined ? [missing('title', 'title: News')] : []),
  ];
}

function verifyPath(rule: RawFeedRule, index: number, origin: Origin): readonly Problem[] {
  const { path, oldPath = [], formats } = rule;
  const place = (key: string) => origin.valueAt(['feeds', index, key]);
  const old = toList(oldPath).flatMap((each) => verifyPlaceholder(rule, each, place('oldPath')));
  if (path === undefined) return old;
  const wrong = verifyPlaceholder(rule, path, place('path'));
  const isFile = wrong.length === 0 && findFormat(path) !== undefined && formats !== undefined;
  return [...wrong, ...(isFile ? [problem('file-and-formats', place('path'), { path })] : []), ...old];
}

function verifyPlaceholder({ by }: RawFeedRule, path: string, place: Place): readonly Problem[] {
  const wanted = by === undefined ? undefined : `:${nameFacet(by)}`;
  const found = path.match(/:[\p{L}_][\p{L}\p{N}_.-]*/gu) ?? [];
  const isWanted = (placeholder: string) => wanted !== undefined && isPlaceholder(placeholder, wanted);
  const unknown = found.find((placeholder) => !isWanted(placeholder));
  if (unknown !== undefined)
    return [problem('unknown-feed-placeholder', place, { path, placeholder: unknown, wanted })];
  if (wanted !== undefined && found.length === 0)
    return [problem('no-feed-placeholder', place, { path, wanted })];
  return [];
}

/** Whether a text begins with the whole placeholder: `:tag.xml` and `:tag-feed` do, `:tags` does not. */
function isPlaceholder(text: string, wanted: string): boolean {
  return text.startsWith(wanted) && !/^[\p{L}\p{N}_]/u.test(text.slice(wanted.length));
}
