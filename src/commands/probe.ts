import type { ProbedArticle, Probing } from '../probe/probe-articles.ts';
import { joinLines } from '../problems/printable.ts';
import { refuseConfig } from './adoption.ts';
import { count } from './count.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { countProblems, formatProblems } from './problem-lines.ts';

/** `feedwright probe`: asks hosts for size, type and duration of audio files, and writes them into the articles. */
export async function runProbe(options: CommandOptions): Promise<CommandOutput> {
  const { config, problems } = loadFor(options);
  if (!config) return refuseConfig(problems, options);
  const { probeArticles } = await import('../probe/probe-articles.ts');
  const probing = await probeArticles(config, { write: options.write ?? false });
  return present({ ...probing, problems: [...problems, ...probing.problems] }, options);
}

function present(
  probing: Probing,
  { json = false, quiet = false, write = false, colour }: CommandOptions,
): CommandOutput {
  const isFailed = probing.problems.some(({ severity }) => severity === 'error');
  const exitCode = isFailed ? 1 : 0;
  if (json) return { out: `${JSON.stringify(probing, null, 2)}\n`, error: '', exitCode };
  const end = isFailed && write ? `No file was changed: ${countProblems(probing.problems)}.\n` : '';
  const shown = quiet && !isFailed ? [] : probing.problems;
  return {
    out: quiet ? '' : formatPlan(probing),
    error: formatProblems(shown, colour, '--json') + end,
    exitCode,
  };
}

function formatPlan({ articles, asked, written }: Probing): string {
  if (asked === 0) return 'All audio files already have a size and a duration. No host was asked.\n';
  const head = `Asked hosts about ${count(asked, 'audio file')}.`;
  if (articles.length === 0) return `${head} Nothing to add.\n`;
  const way = written
    ? `${count(articles.length, 'file')} changed; these lines were added:`
    : `Run again with --write to add these lines to ${count(articles.length, 'file')}:`;
  return joinLines([`${head} ${way}`, ...articles.map(formatArticle)]);
}

function formatArticle({ file, url, facts: { bytes, seconds, type } }: ProbedArticle): string {
  const lines = [
    ...(bytes === undefined ? [] : [`bytes: ${bytes}`]),
    ...(seconds === undefined ? [] : [`duration: ${seconds}`]),
    ...(type === undefined ? [] : [`mime_type: ${type}`]),
  ];
  return `  ${file}  ${lines.join(', ')}  (${url})`;
}
