import { basename, join, sep } from 'node:path';
import { type Watching, watchFiles } from '../files/watch-files.ts';
import type { Config } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';

/** Folders in which no one writes articles: of tools, of versions, of unfinished files. */
const OTHERS = /^(?:node_modules|\.git|\.feedwright~|\.cache|\.jekyll-cache)$/;

/** Runs a command now, and again whenever something of the site changes, until the user ends it. */
export async function runAgain(
  options: CommandOptions,
  run: (options: CommandOptions) => Promise<CommandOutput>,
): Promise<CommandOutput> {
  const ended = options.ended?.();
  const print = async () => options.print?.(await run({ ...options, instant: timeOf(options) }));
  await print();
  const { config } = loadFor(options);
  let last = Promise.resolve<void>(undefined);
  const watching = await watchSite(config, options, () => {
    last = last.then(print);
  });
  options.print?.({
    out: joinLines(['Watching for changes. Press Ctrl+C to stop.']),
    error: '',
    exitCode: 0,
  });
  await ended;
  await watching.close();
  await last;
  return { out: '', error: '', exitCode: 0 };
}

/** The time of now, for who runs on: the one that was given goes on from where it was. */
export function timeOf({ instant, elapsed }: CommandOptions): number {
  return instant + elapsed();
}

/**
 * Watches what a site is made of: the folder of its configuration and its articles, without what builds write.
 * @param config undefined when it can't be read yet; then its folder alone is watched
 */
export function watchSite(
  config: Config | undefined,
  { workingDirectory }: CommandOptions,
  tell: (changed: readonly string[]) => void,
): Promise<Watching> {
  const root = config?.root ?? workingDirectory;
  const outside = (config?.articles ?? []).filter((folder) => !`${folder}${sep}`.startsWith(`${root}${sep}`));
  const written = [config?.output, config?.built, join(root, 'dist')].filter((folder) => folder !== root);
  const isIgnored = (path: string) =>
    OTHERS.test(basename(path)) || written.some((folder) => folder !== undefined && path === folder);
  return watchFiles([root, ...outside], isIgnored, tell);
}
