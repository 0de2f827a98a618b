/** A file as one commit changed it. */
interface Change {
  /** Letter of `git diff --name-status`, with the similarity of a rename (`R087`); several letters in a merge. */
  readonly status: string;
  readonly path: string;
  /** The path before, of a rename. */
  readonly from?: string;
}

export interface Commit {
  readonly hash: string;
  /** When its author made it, in ms; NaN when git does not know. */
  readonly instant: number;
  readonly changes: readonly Change[];
}

/** What `git log` is asked for: entries that {@link parseLog} reads, newest first, no parent before its children. */
export const LOG_ARGUMENTS: readonly string[] = [
  '-z',
  '--topo-order',
  '--format=%H %at',
  '--name-status',
  '--find-renames',
  '--diff-merges=combined',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
];

const HEAD = /^([0-9a-f]{40,64}) (-?\d*)$/;

/** Reads what `git log` with {@link LOG_ARGUMENTS} prints: fields between NUL, so that no file name can break it. */
export function parseLog(text: string): readonly Commit[] {
  const commits: { hash: string; instant: number; changes: Change[] }[] = [];
  const fields = text.split('\0');
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]?.replace(/^\n/, '') ?? '';
    const [, hash, seconds] = HEAD.exec(field) ?? [];
    if (hash !== undefined) {
      commits.push({ hash, instant: seconds ? Number(seconds) * 1000 : Number.NaN, changes: [] });
      continue;
    }
    if (field === '') continue;
    const isRename = /^[RC]\d/.test(field);
    const [first = '', second = ''] = [fields[i + 1], fields[i + 2]];
    const change = isRename ? { status: field, path: second, from: first } : { status: field, path: first };
    commits.at(-1)?.changes.push(change);
    i += isRename ? 2 : 1;
  }
  return commits;
}

/** The times that feeds can write, in ms: the clock of a commit beyond them was wrong. */
const EARLIEST = Date.UTC(-1, 12);
const LATEST = Date.UTC(10_000, 0) - 1;

/**
 * When the content of each file last changed. A commit that adds a file or only moves it changes no content; a merge
 * counts for the files that it made different from all its parents. A file keeps its history when it is moved.
 * @param commits newest first
 * @param ignored hashes of commits that changed only the form
 * @returns path in the repository → ms, only for files that were changed after they were added
 */
export function findChanges(
  commits: readonly Commit[],
  ignored: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const changed = new Map<string, number>();
  const names = new Map<string, string>();
  const today = (path: string) => names.get(path) ?? path;
  for (const { hash, instant, changes } of commits) {
    const counts = !ignored.has(hash) && instant >= EARLIEST && instant <= LATEST;
    const moves: [string, string][] = [];
    for (const { status, path, from } of changes) {
      const name = today(path);
      if (counts && changesContent(status))
        changed.set(name, Math.max(changed.get(name) ?? instant, instant));
      if (from !== undefined) moves.push([from, name]);
    }
    for (const [from, name] of moves) names.set(from, name);
  }
  return changed;
}

function changesContent(status: string): boolean {
  return !/^(?:A+|D+|R100|T+)$/.test(status) && !status.includes('D');
}
