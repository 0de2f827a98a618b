import type { Place } from '../model/index.ts';
import type { Path } from './check.ts';
import type { ParsedYaml } from './parse-yaml.ts';

/** Where settings come from: lines of a file, or flags of the command line. */
export interface Origin {
  readonly keyAt: (path: Path) => Place;
  readonly valueAt: (path: Path) => Place;
  readonly isFlag: (path: Path) => boolean;
}

/**
 * Places of settings; a setting that a flag gives is at `--name`.
 * @param shown the file as the user names it, or `--site` when there is none
 */
export function makeOrigin(shown: string, parsed: ParsedYaml | undefined, flags: readonly string[]): Origin {
  const isFlag = (path: Path) => flags.includes(String(path[0]));
  const at = (path: Path, find: 'keyAt' | 'valueAt'): Place =>
    isFlag(path) ? { file: `--${String(path[0])}` } : { file: shown, ...parsed?.[find](path) };
  return { isFlag, keyAt: (path) => at(path, 'keyAt'), valueAt: (path) => at(path, 'valueAt') };
}
