import {
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FileRefused } from './refused.ts';

/**
 * The folder for files that are not complete yet. It lies in the folder of the configuration, outside of what is published; git takes
 * nothing of it, because of the `.gitignore` in it, and what skips copies of editors (`*~`, as `rsync -C` does) none either.
 */
const NAME = '.feedwright~';
const HOST = hostname()
  .replace(/[^\w.-]/g, '_')
  .slice(0, 100);
const HOUR = 3_600_000;

/**
 * Makes a folder for the unfinished files of this process.
 * @returns its path
 * @throws the system's error, or FileRefused when something else is in its place
 */
export function openStaging(place: string): string {
  const parent = join(place, NAME);
  mkdirSync(parent, { recursive: true });
  // A link could lead anywhere.
  if (!lstatSync(parent).isDirectory()) throw new FileRefused('no-staging');
  writeFileSync(join(parent, '.gitignore'), '*\n');
  const own = join(parent, `${process.pid}@${HOST}`);
  // What has this number was left by a process that had it before.
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  return own;
}

/** Removes what killed builds left there, and the folder itself when no one uses it. */
export function clearStaging(place: string): void {
  const parent = join(place, NAME);
  try {
    if (!lstatSync(parent, { throwIfNoEntry: false })?.isDirectory()) return;
    const guard = join(parent, '.gitignore');
    // Written again, it also tells what time it is for this disk.
    writeFileSync(guard, '*\n');
    const now = statSync(guard).mtimeMs;
    const folders = readdirSync(parent).filter((name) => name !== '.gitignore');
    const left = folders.filter((name) => isLeft(join(parent, name), name, now));
    for (const name of left) rmSync(join(parent, name), { recursive: true, force: true });
    if (left.length < folders.length) return;
    rmSync(guard);
    rmdirSync(parent);
  } catch {
    // What this user may not remove is nothing that a build could fail for.
  }
}

/** The process is gone; one of another machine, or whose number another has now, is when it did nothing for an hour. */
function isLeft(path: string, name: string, now: number): boolean {
  const [, pid, host] = /^(\d+)@(.*)$/.exec(name) ?? [];
  if (pid === undefined) return false;
  if (Number(pid) === process.pid || (host === HOST && !isAlive(Number(pid)))) return true;
  return now - statSync(path).mtimeMs > HOUR;
}

/** Whether there is a process of this number on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a file can be moved from one folder to the other in one step. */
export function canMove(from: string, to: string): boolean {
  try {
    if (statSync(from).dev !== statSync(to).dev) return false;
    // One file system may be mounted at two places; then the attempt fails for that reason, else for the missing file.
    renameSync(join(from, 'none'), join(to, 'none'));
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
