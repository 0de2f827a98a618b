import { dirname, join, relative, resolve } from 'node:path';
import { isFolder, isThere } from '../files/places.ts';
import { readText } from './read-text.ts';

/** A git repository, read from its files. */
export interface Repository {
  /** Absolute. */
  readonly top: string;
  /** The folder that was asked for, below the top, `/` between segments; empty for the top itself. */
  readonly below: string;
  /** The branch that is published from, as far as the repository shows. */
  readonly branch: string;
}

const USUAL = ['main', 'master'];

/** The repository around a folder; undefined where there is none. */
export function readRepository(folder: string): Repository | undefined {
  for (let top = folder; ; top = dirname(top)) {
    const own = findOwnFolder(join(top, '.git'), top);
    if (own !== undefined)
      return { top, below: relative(top, folder).replaceAll('\\', '/'), branch: chooseBranch(own) };
    if (top === dirname(top)) return undefined;
  }
}

/** Where git keeps a repository: `.git`, or what that file names in a worktree or a submodule. */
function findOwnFolder(path: string, top: string): string | undefined {
  if (isFolder(path)) return path;
  const [, named] = /^gitdir: (.+)$/m.exec(readText(path)) ?? [];
  return named === undefined ? undefined : resolve(top, named.trim());
}

/** The default branch of the remote, else a usual one, else the one that is checked out. */
function chooseBranch(own: string): string {
  const common = resolve(own, readText(join(own, 'commondir')).trim() || '.');
  const remote = readHead(join(common, 'refs/remotes/origin/HEAD'), 'refs/remotes/origin/');
  if (remote !== undefined) return remote;
  const current = readHead(join(own, 'HEAD'), 'refs/heads/');
  if (current !== undefined && USUAL.includes(current)) return current;
  const packed = readText(join(common, 'packed-refs'));
  const isBranch = (name: string) =>
    isThere(join(common, 'refs/heads', name)) || packed.includes(` refs/heads/${name}\n`);
  return USUAL.find(isBranch) ?? current ?? 'main';
}

function readHead(path: string, before: string): string | undefined {
  const [, name] = /^ref: (.+)$/m.exec(readText(path)) ?? [];
  return name?.startsWith(before) ? name.slice(before.length).trim() : undefined;
}
