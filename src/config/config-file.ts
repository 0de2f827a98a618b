import { resolve } from 'node:path';
import { isFile, lookAt } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';

/** A configuration file that was read. */
export interface ConfigFile {
  /** Absolute. */
  readonly path: string;
  /** As the user names it. */
  readonly shown: string;
  readonly text: string;
}

type Outcome = { readonly file?: ConfigFile; readonly problems: readonly Problem[] };

/** The names under which a configuration is looked for. */
export const CONFIGURATION_NAMES = ['feedwright.yaml', 'feedwright.yml', 'feedwright.json'];
const MAXIMUM_BYTES = 1_048_576;

/**
 * Finds and reads the configuration.
 * @param given the path after `--config`; without it the usual names are tried
 * @returns no file and no problem when there is none
 */
export function readConfigFile(workingDirectory: string, given: string | undefined): Outcome {
  const existing = CONFIGURATION_NAMES.filter((name) => isFile(resolve(workingDirectory, name)));
  if (given !== undefined) {
    const path = resolve(workingDirectory, given);
    if (lookAt(path)) return readText(path, showPath(path, workingDirectory));
    const details = { file: given, other: existing[0] };
    return { problems: [problem('config-not-found', { file: given }, details)] };
  }
  const [name, second] = existing;
  if (name === undefined) return { problems: [] };
  if (second !== undefined)
    return { problems: [problem('several-configs', { file: second }, { files: existing })] };
  return readText(resolve(workingDirectory, name), name);
}

function readText(path: string, shown: string): Outcome {
  const refuse = (reason: string, line = 1): Outcome => ({
    problems: [problem('unreadable-config', { file: shown, line }, { file: shown, reason })],
  });
  try {
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside: 'anywhere' });
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const bad = findBadUtf8(bytes);
    return bad === undefined ? { file: { path, shown, text }, problems: [] } : refuse('it is not UTF-8', bad);
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

/** The line of the first byte that is not UTF-8. */
function findBadUtf8(bytes: Buffer): number | undefined {
  const text = bytes.toString('utf8');
  const again = Buffer.from(text, 'utf8');
  if (again.equals(bytes)) return undefined;
  const at = bytes.findIndex((byte, i) => byte !== again[i]);
  return bytes.subarray(0, Math.max(0, at)).toString('latin1').split('\n').length;
}
