import { join, resolve } from 'node:path';
import { type ReadFeeds, readNamedFeeds } from '../adopt/read-feeds.ts';
import { readIdentities } from '../import/known.ts';
import { readIdsOf } from '../import/known-as.ts';
import { MEMORY, readMemory } from '../import/memory.ts';
import { openExport } from '../import/open-export.ts';
import type { Export } from '../import/post.ts';
import { type ImportOptions, type ImportReport, importPosts, listPublic } from '../import.ts';
import { importMedia, type MediaReport } from '../import-media.ts';
import { listArticles } from '../list.ts';
import type { Config, Preset } from '../model/index.ts';
import { findConfiguration } from './find-configuration.ts';
import { presentImport } from './import-lines.ts';
import { proveImport, writeFirstConfig } from './import-proof.ts';
import { type ChosenSite, chooseSite } from './import-site.ts';
import { loadFor } from './load.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { formatProblems } from './problem-lines.ts';
import { refuse } from './refuse.ts';

/** `feedwright import`: makes articles of what another tool exported, or of a feed, so that subscribers notice nothing. */
export async function runImport(options: CommandOptions): Promise<CommandOutput> {
  const { operands, workingDirectory, colour } = options;
  const [source, second] = operands;
  if (source === undefined || second !== undefined)
    return refuse('Name one export or feed: "feedwright import export.xml".', 2);
  const isConfigured = findConfiguration(options) !== undefined;
  // The folder need not be there yet.
  const { articles: _, ...others } = options;
  const loaded = isConfigured ? loadFor(others, true) : { problems: [] };
  if (isConfigured && !loaded.config)
    return { out: '', error: formatProblems(loaded.problems, colour), exitCode: 1 };
  options.progress?.('reading the export');
  const result = await openExport(source, { workingDirectory, site: options.site ?? loaded.config?.site });
  if ('problem' in result) return { out: '', error: formatProblems([result.problem], colour), exitCode: 1 };
  const { config } = loaded;
  const chosen = config ? { site: config.site, settings: {} } : await chooseSite(result.opened.site, options);
  if ('wrong' in chosen) return refuse(chosen.wrong, 2);
  // Many exports don't say where their site is: their posts have URLs only once the user said it.
  const isAnswered = !config && options.site === undefined && result.opened.site.site === undefined;
  const known = isAnswered ? await openExport(source, { workingDirectory, site: chosen.site }) : result;
  if ('problem' in known) return { out: '', error: formatProblems([known.problem], colour), exitCode: 1 };
  return bring(source, known.opened, config, chosen, options);
}

async function bring(
  source: string,
  opened: Export,
  config: Config | undefined,
  chosen: ChosenSite,
  options: CommandOptions,
): Promise<CommandOutput> {
  const place = placeArticles(config, options);
  const listed = config ? listArticles(config, options.instant, options.workers).articles : [];
  const there = [...listed, ...readIdentities(place.folder, place.workingDirectory)];
  const memory = join(config?.root ?? options.workingDirectory, MEMORY);
  // An archive is not what readers read: whoever names that feed means it alone.
  const against = options.against ?? (opened.kind === 'feed' ? [source] : []);
  const published = await readNamedFeeds(against, options.workingDirectory);
  const choice: ImportOptions = {
    ...place,
    there,
    // Whoever removed all articles starts over.
    memory: { path: memory, names: there.length === 0 ? new Set() : readMemory(memory) },
    site: chosen.site,
    knownAs: readIdsOf(published.feeds),
    preset: config ? config.preset : 'wordpress',
    write: !options['dry-run'],
    progress: options.progress,
  };
  const media =
    options.media && choice.write ? await bringMedia(source, opened, config, choice, options) : undefined;
  const report = await importPosts(opened, { ...choice, ...(media ? { locate: media.locate } : {}) });
  const isFailed = report.problems.some(({ severity }) => severity === 'error');
  if (isFailed || options['dry-run']) return presentImport(report, [], options);
  return finish(withMedia(report, media), config, { ...chosen, published }, { ...options, against });
}

function withMedia(report: ImportReport, media: MediaReport | undefined): ImportReport {
  if (!media) return report;
  const { brought, there, problems } = media;
  return { ...report, media: { brought, there }, problems: [...report.problems, ...problems] };
}

/** Where tools keep files that become part of the site as they are. */
const STATIC: Readonly<Partial<Record<Preset, string>>> = {
  jekyll: '',
  eleventy: 'public',
  astro: 'public',
  hexo: 'source',
  vitepress: 'public',
};

/** A host that the user named may be on this machine; what documents say may not. */
async function bringMedia(
  source: string,
  opened: Export,
  config: Config | undefined,
  choice: ImportOptions,
  options: CommandOptions,
): Promise<MediaReport> {
  const { workingDirectory } = config ?? options;
  const named = options.site ?? config?.site ?? (URL.canParse(source) ? source : undefined);
  return importMedia(opened, listPublic(opened, choice), {
    site: choice.site,
    exported: opened.site.site,
    folder: join(workingDirectory, STATIC[choice.preset ?? 'wordpress'] ?? 'static'),
    workingDirectory,
    ownHost: named !== undefined && URL.canParse(named) ? new URL(named).hostname : '',
    progress: options.progress,
  });
}

/** What comes after the files: a configuration where there is none, and the comparison with the feed that readers have. */
async function finish(
  report: ImportReport,
  config: Config | undefined,
  chosen: ChosenSite & { readonly published: ReadFeeds },
  options: CommandOptions,
): Promise<CommandOutput> {
  const isNew = config === undefined && report.files.length > 0;
  const count = report.files.filter(({ state }) => state === 'public').length;
  const written = isNew
    ? await writeFirstConfig(chosen.settings, chosen.published, count, options)
    : { lines: [], problems: [] };
  const isComparable = (config !== undefined || isNew) && (options.against ?? []).length > 0;
  const proof = isComparable ? await proveImport(options) : { lines: [], problems: [] };
  const problems = [...report.problems, ...written.problems, ...proof.problems];
  return presentImport({ ...report, problems }, [...written.lines, ...proof.lines], options);
}

function placeArticles(config: Config | undefined, { workingDirectory, articles }: CommandOptions) {
  const own = articles === undefined ? config?.articles[0] : resolve(workingDirectory, articles);
  return { folder: own ?? join(workingDirectory, 'articles'), workingDirectory };
}
