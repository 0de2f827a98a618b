import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { isEntry } from './places.ts';

/** A file that has been replaced, and where its bytes are that it had before; nowhere for a new one. */
export interface Done {
  readonly target: string;
  readonly kept: string | undefined;
}

/** Keeps what a file is, without taking it from its place. */
export function keep(target: string, place: string): string | undefined {
  if (!isEntry(target)) return undefined;
  try {
    linkSync(target, place);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(target, place);
  }
  return place;
}

/** Gives files back what they were, the last first. */
export function putBack(done: readonly Done[]): void {
  for (const { target, kept } of done.toReversed())
    if (kept === undefined) rmSync(target, { force: true });
    else renameSync(kept, target);
}
