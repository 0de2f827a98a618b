import { linkFeeds } from '../links.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';

const TOPICS = '<!-- Add each of these only to the pages of its topic: -->\n';

/** `feedwright links`: the elements for the head of the site's own pages. */
export function runLinks(options: CommandOptions): CommandOutput {
  const { config, problems } = loadFor(options);
  if (!config) return { out: '', error: formatProblems(problems, options.colour), exitCode: 1 };
  const links = linkFeeds(config, options.instant, options.workers);
  const found = [...problems, ...links.problems];
  const isFailed = found.some(({ severity }) => options.strict || severity === 'error');
  const shown = options.quiet ? found.filter(({ severity }) => severity === 'error') : found;
  const topics = links.topics === '' ? '' : TOPICS + links.topics;
  return {
    out: isFailed ? '' : links.site + topics,
    error: formatProblems(shown, options.colour),
    exitCode: isFailed ? 1 : 0,
  };
}
