import { adoptIds } from '../adopt/adopt-ids.ts';
import { readNamedFeeds } from '../adopt/read-feeds.ts';
import { presentAdoption, refuseConfig } from './adoption.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';

/** `feedwright adopt`: gives articles the ids that an old tool published them under. */
export async function runAdopt(options: CommandOptions): Promise<CommandOutput> {
  const { operands, workingDirectory, write = false, workers } = options;
  if (operands.length === 0) {
    const error = 'Name the old feeds by URL or file: "feedwright adopt https://you.example/feed.xml".\n';
    return { out: '', error, exitCode: 2 };
  }
  const { config, problems } = loadFor(options);
  if (!config) return refuseConfig(problems, options);
  const read = await readNamedFeeds(operands, workingDirectory, config.site);
  const isWriting = write && read.problems.length === 0;
  const adoption = adoptIds(config, read.feeds, { write: isWriting, workers });
  const found = [...problems, ...read.problems, ...adoption.problems];
  return presentAdoption({ ...adoption, problems: found }, config, options);
}
