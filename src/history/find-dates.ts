import { sep } from 'node:path';
import { askGit, type Failure, isEmptyRepository, locateFolder, type Place, pathIn } from './ask-git.ts';
import { type Commit, parseLog } from './parse-log.ts';

/** When git knows that a file was made or changed, in ms, or why it doesn't. */
type CommitDate = { readonly instant: number } | Failure | { readonly code: 'no-commit'; readonly said: '' };

export type CommitDateOf = (path: string, asked: 'created' | 'changed') => CommitDate;

/** What no setting of a user may change. */
const PLAIN = ['--no-show-signature', '--no-ext-diff', '--no-textconv'];
const ENTRIES = ['-z', '--format=%H %at', '--name-status', ...PLAIN];
const NONE: CommitDate = { code: 'no-commit', said: '' };

/**
 * The dates that Eleventy takes from git, by the same questions: `git Created` (`git log --diff-filter=A --follow -1`) and
 * `git Last Modified` (`git log -1`), both the author's date. When files were made is asked for all at once.
 * @param folders of articles, absolute
 * @param paths of the files that may be asked for
 */
export function createCommitDates(folders: readonly string[], paths: readonly string[]): CommitDateOf {
  const places = new Map<string, Place | Failure>();
  const placeOf = (path: string) => {
    const folder = folders.find((each) => path.startsWith(`${each}${sep}`));
    if (folder === undefined) return undefined;
    const place = places.get(folder) ?? locateFolder(folder);
    places.set(folder, place);
    return place;
  };
  const made = new Map<string, ReadonlyMap<string, number> | Failure>();
  const namesBelow = (top: string) =>
    paths.flatMap((path) => {
      const place = placeOf(path);
      return place && 'top' in place && place.top === top ? pathIn(place, path) : [];
    });
  const readMade = (top: string) => {
    const found = made.get(top) ?? findCreations(top, namesBelow(top));
    made.set(top, found);
    return found;
  };
  return (path, asked) => {
    const place = placeOf(path);
    if (place === undefined) return NONE;
    if ('code' in place) return place;
    if (asked === 'changed') return askDate(place, pathIn(place, path), []);
    const found = readMade(place.top);
    if ('code' in found) return found;
    const instant = found.get(pathIn(place, path));
    return instant === undefined ? NONE : { instant };
  };
}

/** Asks for one file, as Eleventy does. */
function askDate({ top }: Pick<Place, 'top'>, path: string, options: readonly string[]): CommitDate {
  const log = ['log', '-1', '--format=%at', ...PLAIN, ...options];
  const answer = askGit(top, ['--literal-pathspecs', ...log, '--', path]);
  if ('code' in answer) return isEmptyRepository(top) ? NONE : answer;
  const instant = Number.parseInt(answer.text, 10) * 1000;
  return Number.isNaN(instant) ? NONE : { instant };
}

/** A file that is searched for: its name before the commits that were looked at. */
interface Search {
  readonly path: string;
  readonly name: string;
  /** How many commits were looked at, from the newest on. */
  readonly from: number;
}

/** Path in the repository → when it was added, in ms. */
function findCreations(top: string, paths: readonly string[]): ReadonlyMap<string, number> | Failure {
  const log = askGit(top, ['log', '--diff-filter=A', '--no-renames', ...ENTRIES]);
  if ('code' in log) return isEmptyRepository(top) ? new Map() : log;
  const commits = parseLog(log.text);
  const additions = indexAdditions(commits);
  const dates = new Map<string, number>();
  let open: readonly Search[] = paths.map((path) => ({ path, name: path, from: 0 }));
  while (open.length > 0) {
    const placed = open.flatMap((search) => {
      const at = additions.get(search.name)?.find((index) => index >= search.from);
      const commit = at === undefined ? undefined : commits[at];
      return at === undefined || commit === undefined ? [] : { ...search, at, commit };
    });
    const origins = findOrigins(top, new Set(placed.map(({ commit }) => commit.hash)));
    if ('code' in origins) return origins;
    const moved: Search[] = [];
    for (const { path, name, at, commit } of placed) {
      const origin = origins.get(`${commit.hash} ${name}`);
      if (origin === undefined) dates.set(path, commit.instant);
      else if (origin.isWhole) moved.push({ path, name: origin.name, from: at + 1 });
      else {
        const date = askDate({ top }, path, ['--diff-filter=A', '--follow']);
        if ('instant' in date) dates.set(path, date.instant);
        else if (date.code !== 'no-commit') return date;
      }
    }
    open = moved;
  }
  return dates;
}

/** Name → the places of the commits that add it, newest first. */
function indexAdditions(commits: readonly Commit[]): ReadonlyMap<string, readonly number[]> {
  const additions = new Map<string, number[]>();
  for (const [index, { changes }] of commits.entries())
    for (const { path } of changes) {
      const known = additions.get(path);
      if (known) known.push(index);
      else additions.set(path, [index]);
    }
  return additions;
}

/** The file that another one was before. */
interface Origin {
  readonly name: string;
  /** Whether it was the same, byte by byte; of others git may mean another one when it follows a single file. */
  readonly isWhole: boolean;
}

/** `HASH NAME` → what it was before, of the files that these commits add by moving or copying others. */
function findOrigins(top: string, hashes: ReadonlySet<string>): ReadonlyMap<string, Origin> | Failure {
  if (hashes.size === 0) return new Map();
  const options = ['--no-walk=unsorted', '--stdin', '--root', '--find-copies-harder', '-l0'];
  const log = askGit(top, ['log', ...options, '--diff-filter=CR', ...ENTRIES], [...hashes, ''].join('\n'));
  if ('code' in log) return log;
  return new Map(
    parseLog(log.text).flatMap(({ hash, changes }) =>
      changes.map(({ path, status, from = '' }): [string, Origin] => [
        `${hash} ${path}`,
        { name: from, isWhole: status.endsWith('100') },
      ]),
    ),
  );
}
