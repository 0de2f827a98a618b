import { join } from 'node:path';
import { removeLeftovers } from '../files/leftovers.ts';
import { replaceFiles } from '../files/replace.ts';
import { clearStaging } from '../files/staging.ts';
import type { Companion, Config, FeedDocument, Problem } from '../model/index.ts';
import { type Change, outputPlaces } from './changes.ts';
import { explainFailure } from './failure.ts';

/**
 * Writes what has changed; no other file is touched (R48, R61), but what killed builds left behind is removed.
 * @param documents all that the output folder has then
 * @returns what went wrong; then nothing is written
 */
export function publishChanges(
  changes: readonly Change[],
  documents: readonly (FeedDocument | Companion)[],
  config: Config,
): readonly Problem[] {
  removeLeftovers(documents.map(({ path }) => join(config.output, path)));
  clearStaging(config.root);
  if (changes.length === 0) return [];
  const failed = replaceFiles(changes, { place: config.root, inside: outputPlaces(config) });
  return failed ? [explainFailure(failed.error, failed.path, config)] : [];
}
