import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder among the temporary ones of the system, for the user alone. */
export function makeTemporary(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'feedwright-')));
}

/** Removes a folder that {@link makeTemporary} made, with all that is in it. */
export function removeTemporary(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
