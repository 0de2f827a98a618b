import { loadConfig, loadConfigForNewArticles } from '../config/load.ts';
import type { Config, Problem } from '../model/index.ts';
import type { CommandOptions } from './options.ts';

/** Loads the configuration that the options of a command name. */
export function loadFor(
  options: CommandOptions,
  writesArticles = false,
): {
  readonly config?: Config;
  readonly problems: readonly Problem[];
} {
  const { workingDirectory, config, site, title, output, articles } = options;
  const flags = {
    ...(site === undefined ? {} : { site }),
    ...(title === undefined ? {} : { title }),
    ...(output === undefined ? {} : { output }),
    ...(articles === undefined ? {} : { articles }),
  };
  const load = writesArticles ? loadConfigForNewArticles : loadConfig;
  return load({ workingDirectory, flags, ...(config === undefined ? {} : { file: config }) });
}
