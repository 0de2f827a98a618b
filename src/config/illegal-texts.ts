import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isMapping } from '../text/data.ts';
import { isLegal, nameIllegal } from '../text/legal.ts';
import type { Path } from './check.ts';
import type { Origin } from './places-of-settings.ts';
import { formatPath } from './suggest.ts';

/** Finds the texts with characters that no feed can carry (R20): YAML and JSON write them with a backslash. */
export function findIllegal(value: unknown, origin: Origin, path: Path = []): readonly Problem[] {
  if (typeof value === 'string') return isLegal(value) ? [] : [refuse(value, origin, path)];
  if (Array.isArray(value)) return value.flatMap((each, at) => findIllegal(each, origin, [...path, at]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => findIllegal(each, origin, [...path, key]));
}

function refuse(value: string, origin: Origin, path: Path): Problem {
  return problem('illegal-setting', origin.valueAt(path), {
    key: formatPath(path),
    name: nameIllegal(value),
  });
}
