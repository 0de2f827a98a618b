import { chmodSync, chownSync, mkdirSync, realpathSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Inside, mustStayInside } from './places.ts';
import { type Done, keep, putBack } from './put-back.ts';
import { beforeEnding, holdSignals } from './signals.ts';
import { canMove, clearStaging, openStaging } from './staging.ts';
import { writePieces } from './write-pieces.ts';

/** New bytes for a file. */
export interface Replacement {
  /** Absolute. */
  readonly path: string;
  /** One after the other. */
  readonly pieces: readonly Uint8Array[];
}

export interface ReplaceOptions {
  /** Where unfinished files are: a folder on the same disk, outside of what is published. */
  readonly place: string;
  /** Where the files may be, after all symbolic links. */
  readonly inside: Inside;
  /**
   * Whether the files are someone's own: they keep their permissions and owner, and a link stays a link.
   * @default false: folders are made as needed, and a link is replaced
   */
  readonly isEdit?: boolean;
}

/** The file that could not be replaced, and the error of the system. */
export interface ReplaceFailure {
  readonly path: string;
  readonly error: unknown;
}

/** A new file, complete on the disk but not in its place. */
interface Staged {
  readonly target: string;
  readonly temporary: string;
}

/** Files on their way to their places. */
export interface Replacing {
  /**
   * Writes a new file completely, but not in its place. From the first on, signals that end the process wait until all is done.
   * @throws FileRefused, or the system's error
   */
  readonly stage: (file: Replacement) => void;
  /** Gives every file its place, each by one rename. @returns what failed; then every file is what it was */
  readonly finish: () => ReplaceFailure | undefined;
  /** Removes files that have no place, and folders that were made for them. */
  readonly discard: () => void;
}

/**
 * Replaces files as a whole: all new ones are complete on the disk before the first takes its place, each by one rename, so that
 * neither a full disk nor a killed process leaves half a file. Signals that end the process wait until that is done. When one can't
 * take its place, those before it are put back.
 * @returns what failed; then every file is what it was
 */
export function replaceFiles(
  files: readonly Replacement[],
  options: ReplaceOptions,
): ReplaceFailure | undefined {
  const replacing = openReplacing(options);
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      replacing.stage(file);
    }
    return replacing.finish();
  } catch (error) {
    return { path, error };
  } finally {
    replacing.discard();
  }
}

/** Prepares to replace files as {@link replaceFiles} does, one by one. */
export function openReplacing(options: ReplaceOptions): Replacing {
  const staging = createStaging(options.place);
  const staged: Staged[] = [];
  const folders: string[] = [];
  const finish = (): ReplaceFailure | undefined => {
    const done: Done[] = [];
    for (const { target, temporary } of staged) {
      try {
        const kept = keep(target, staging.nextFor(dirname(target)));
        renameSync(temporary, target);
        done.push({ target, kept });
      } catch (error) {
        putBack(done);
        return { path: target, error };
      }
    }
    folders.length = 0;
    return undefined;
  };
  const remove = () => {
    staging.clear();
    for (const folder of folders.toReversed()) removeEmpty(folder);
  };
  let takeBack: (() => void) | undefined;
  return {
    stage: (file) => {
      takeBack ??= beforeEnding(remove);
      holdSignals(() => void staged.push(stageFile(file, options, staging.nextFor, folders)));
    },
    finish: () => holdSignals(finish),
    discard: () => {
      takeBack?.();
      remove();
    },
  };
}

/** Undefined where this user may not write. */
function tryOpening(place: string): string | undefined {
  try {
    return openStaging(place);
  } catch {
    return undefined;
  }
}

/** Gives paths for unfinished files, from which each can take its place in one step. */
function createStaging(place: string) {
  const places = new Set([place]);
  const folders = new Map<string, string>();
  let own: string | undefined;
  let count = 0;
  const choose = (folder: string): string => {
    if (count === 0) own = tryOpening(place);
    if (own !== undefined && canMove(own, folder)) return own;
    places.add(folder);
    return openStaging(folder);
  };
  return {
    nextFor: (folder: string): string => {
      const known = folders.get(folder) ?? choose(folder);
      folders.set(folder, known);
      return join(known, String(count++));
    },
    clear: () => {
      for (const each of places) clearStaging(each);
    },
  };
}

/** @param made takes the folders that it makes */
function stageFile(
  { path, pieces }: Replacement,
  { inside, isEdit = false }: ReplaceOptions,
  nextFor: (folder: string) => string,
  made: string[],
): Staged {
  mustStayInside(path, inside);
  const target = isEdit ? realpathSync(path) : path;
  if (!isEdit) made.push(...makeFolder(dirname(target)));
  const temporary = nextFor(dirname(target));
  if (isEdit) writeLike(target, temporary, pieces);
  else writePieces(temporary, pieces);
  return { target, temporary };
}

/** @returns the folders that were not there before, the outermost first */
function makeFolder(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (let at = folder; first !== undefined && at.length >= first.length; at = dirname(at)) made.unshift(at);
  return made;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something has come into it.
  }
}

/** With the permissions and the owner of the file that it will replace. */
function writeLike(target: string, temporary: string, pieces: readonly Uint8Array[]): void {
  const { mode, uid, gid } = statSync(target);
  writePieces(temporary, pieces, mode & 0o777);
  const own = statSync(temporary);
  if (own.uid !== uid || own.gid !== gid) keepOwner(temporary, uid, gid);
  chmodSync(temporary, mode & 0o7777);
}

/** Only a privileged user can give a file away; for others it becomes their own, as with any editor. */
function keepOwner(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}
