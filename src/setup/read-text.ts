import { readWhole } from '../files/read.ts';

/** A lock file may be large. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** The text of a file of the project; empty where there is none that can be read. */
export function readText(path: string): string {
  try {
    return readWhole(path, { maximum: MAXIMUM_BYTES, inside: 'anywhere' }).toString('utf8');
  } catch {
    return '';
  }
}
