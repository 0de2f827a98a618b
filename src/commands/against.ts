import { resolve } from 'node:path';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { isThere } from '../files/places.ts';
import { readNamed, WEB } from '../guard/find-published.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { CommandOptions } from './options.ts';

/** The feeds that a build is compared with. */
export interface Against {
  /** From the paths that will be written, below the output folder; without it those in the output folder. */
  readonly published?: (paths: readonly string[]) => readonly PublishedDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Reads what `--against` names, else the setting `published` where that is a URL: URLs of feeds; a URL that ends with `/`, below
 * which the feeds of the site are; files; folders. With `--offline-ok` a URL that can't be reached is reported, and what was read is compared, else the output folder.
 */
export async function readAgainst(config: Config, options: CommandOptions): Promise<Against> {
  const { workingDirectory, 'offline-ok': offlineOk = false } = options;
  const isSetting = options.against === undefined;
  const against = options.against ?? listSetting(config);
  if (against.length === 0) return { problems: [] };
  const missing = against.filter((name) => !WEB.test(name) && !isThere(resolve(workingDirectory, name)));
  const unknown = missing.map((name) => problem('nothing-published', { file: name }, { against: name }));
  const fetched = await fetchAll(
    against.filter((name) => WEB.test(name)),
    config,
    options,
    isSetting,
  );
  const unreachable = offlineOk
    ? fetched.problems.map((found): Problem => ({ ...found, severity: 'warning' }))
    : fetched.problems;
  const isMeant = config.allow.includes('nothing-published');
  const problems = [...unknown, ...unreachable].filter(
    ({ code }) => !isMeant || code !== 'nothing-published',
  );
  const local = against.filter((name) => !WEB.test(name) && !missing.includes(name));
  if (local.length === 0 && fetched.documents.length === 0) return { problems };
  const published: Against['published'] = (paths) => [
    ...local.flatMap((name) => readNamed(resolve(workingDirectory, name), paths, workingDirectory) ?? []),
    ...fetched.documents.map((document) => markLeft(document, new Set(paths))),
  ];
  return { published, problems };
}

/** Fetched because the manifest names it, and nothing is written there any more. */
function markLeft(document: PublishedDocument, paths: ReadonlySet<string>): PublishedDocument {
  const { path } = document;
  return path === undefined || paths.has(path) ? document : { ...document, isLeft: true };
}

/** A folder or a file is read by the comparison itself. */
function listSetting({ published }: Config): readonly string[] {
  return published !== undefined && WEB.test(published) ? [published] : [];
}

function listMainPaths({ formats }: Config) {
  const paths = formats.flatMap(({ path, aliases = [] }) => [path, ...aliases]);
  return { asked: formats.map(({ path }) => path), planned: paths };
}

async function fetchAll(
  urls: readonly string[],
  config: Config,
  { instant, workers }: CommandOptions,
  isSetting: boolean,
) {
  if (urls.length === 0) return { documents: [], problems: [] };
  const { fetchLive } = await import('./fetch-live.ts');
  const isAny = urls.some((url) => url.endsWith('/'));
  const paths = isAny
    ? (await import('../build/live-paths.ts')).listLivePaths(config, instant, workers)
    : listMainPaths(config);
  return fetchLive(urls, paths, config, isSetting);
}
