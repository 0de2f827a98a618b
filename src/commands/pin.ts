import { pinIds } from '../adopt/adopt-ids.ts';
import { presentAdoption, refuseConfig } from './adoption.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';

/** `feedwright pin`: writes the ids of our own published feeds into the articles, before a move. */
export function runPin(options: CommandOptions): CommandOutput {
  const { config, problems } = loadFor(options);
  if (!config) return refuseConfig(problems, options);
  const { write = false, workers, instant } = options;
  const adoption = pinIds(config, instant, { write, workers });
  return presentAdoption({ ...adoption, problems: [...problems, ...adoption.problems] }, config, options);
}
