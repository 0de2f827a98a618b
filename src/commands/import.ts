import { join, resolve } from 'node:path';
import { openExport } from '../import/open-export.ts';
import type { Export } from '../import/post.ts';
import { type ImportReport, importPosts } from '../import.ts';
import { listArticles } from '../list.ts';
import type { Config } from '../model/index.ts';
import { joinLines } from '../problems/printable.ts';
import { findConfiguration } from './find-configuration.ts';
import { presentImport } from './import-lines.ts';
import { proveImport, writeFirstConfig } from './import-proof.ts';
import { type ChosenSite, chooseSite } from './import-site.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';

/** `feedwright import`: makes articles of what another tool exported, or of a feed, so that subscribers notice nothing. */
export async function runImport(options: CommandOptions): Promise<CommandOutput> {
  const { operands, workingDirectory, colour } = options;
  const [source, second] = operands;
  if (source === undefined || second !== undefined)
    return refuse('Name one export or feed: "feedwright import export.xml".', 2);
  const isConfigured = findConfiguration(options) !== undefined;
  // The folder need not be there yet.
  const { articles: _, ...others } = options;
  const loaded = isConfigured ? loadFor(others) : { problems: [] };
  if (isConfigured && !loaded.config)
    return { out: '', error: formatProblems(loaded.problems, colour), exitCode: 1 };
  options.progress?.('reading the export');
  const result = await openExport(source, { workingDirectory, site: options.site ?? loaded.config?.site });
  if ('problem' in result) return { out: '', error: formatProblems([result.problem], colour), exitCode: 1 };
  return bring(source, result.opened, loaded.config, options);
}

async function bring(
  source: string,
  opened: Export,
  config: Config | undefined,
  options: CommandOptions,
): Promise<CommandOutput> {
  const chosen = config ? { site: config.site, settings: {} } : await chooseSite(opened.site, options);
  if ('wrong' in chosen) return refuse(chosen.wrong, 2);
  const report = await importPosts(opened, {
    ...placeArticles(config, options),
    site: chosen.site,
    preset: config ? config.preset : 'wordpress',
    ...(config ? { listed: listArticles(config, options.instant, options.workers).articles } : {}),
    write: !options['dry-run'],
    progress: options.progress,
  });
  const isFailed = report.problems.some(({ severity }) => severity === 'error');
  if (isFailed || options['dry-run']) return presentImport(report, [], options);
  const feeds = [...(opened.kind === 'feed' ? [source] : []), ...(options.against ?? [])];
  return finish(report, config, chosen, { ...options, against: feeds });
}

/** What comes after the files: a configuration where there is none, and the comparison with the feed that readers have. */
async function finish(
  report: ImportReport,
  config: Config | undefined,
  chosen: ChosenSite,
  options: CommandOptions,
): Promise<CommandOutput> {
  const isNew = config === undefined && report.files.length > 0;
  const written = isNew ? await writeFirstConfig(chosen.settings, options) : { lines: [], problems: [] };
  const isComparable = (config !== undefined || isNew) && (options.against ?? []).length > 0;
  const proof = isComparable ? await proveImport(options) : { lines: [], problems: [] };
  const problems = [...report.problems, ...written.problems, ...proof.problems];
  return presentImport({ ...report, problems }, [...written.lines, ...proof.lines], options);
}

function placeArticles(config: Config | undefined, { workingDirectory, articles }: CommandOptions) {
  const own = articles === undefined ? config?.articles[0] : resolve(workingDirectory, articles);
  return { folder: own ?? join(workingDirectory, 'articles'), workingDirectory };
}

function refuse(message: string, exitCode: 1 | 2): CommandOutput {
  return { out: '', error: joinLines(message.split('\n')), exitCode };
}
