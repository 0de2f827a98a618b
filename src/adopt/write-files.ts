import {
  chmodSync,
  chownSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** New bytes for a file that exists. */
export interface FileChange {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Replaces files as a whole, by a temporary file and a rename, with their permissions; where a path is a link, the file it leads to.
 * All temporary files are complete before the first one takes its place, so a full disk changes nothing.
 * @param folders absolute; a file outside of them is not written (R69)
 * @returns the change that failed and the system's reason, or undefined when all is written
 */
export function writeFiles(
  changes: readonly FileChange[],
  folders: readonly string[],
): { readonly path: string; readonly reason: string } | undefined {
  const pending: { readonly target: string; readonly temporary: string }[] = [];
  let path = '';
  try {
    const inside = folders.map((folder) => `${realpathSync(folder)}${sep}`);
    for (const change of changes) {
      path = change.path;
      const target = realpathSync(path);
      if (!inside.some((folder) => target.startsWith(folder))) throw new Error('it is outside of its folder');
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      // What an interrupted run left behind, or a link that somebody put there, is not written through.
      rmSync(temporary, { force: true });
      pending.push({ target, temporary });
      writeBeside(target, temporary, change.bytes);
    }
    for (const { target, temporary } of pending) renameSync(temporary, target);
    return undefined;
  } catch (error) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : '';
    return { path, reason };
  }
}

function writeBeside(target: string, temporary: string, bytes: Uint8Array): void {
  const { mode, uid, gid } = statSync(target);
  writeFileSync(temporary, bytes, { flag: 'wx', mode: mode & 0o777 });
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

/** The bytes of a file that exists. */
export function readFile(path: string): Buffer {
  return readFileSync(path);
}
