import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config, Problem } from '../model.ts';
import { problem } from '../problems.ts';
import type { PublishedDocument } from '../published/compare.ts';
import { readNamed } from '../published/find-published.ts';
import type { CommandOptions } from './options.ts';

/** The feeds that a build is compared with. */
export interface Against {
  /** From the paths that will be written, below the output folder; without it those in the output folder. */
  readonly published?: (paths: readonly string[]) => readonly PublishedDocument[];
  readonly problems: readonly Problem[];
}

const WEB = /^https?:\/\//i;

/**
 * Reads what `--against` names: addresses of feeds; an address that ends with `/`, below which the feeds of the site are; files;
 * folders. With `--offline-ok` an address that cannot be reached is reported, and what was read is compared, else the output folder.
 */
export async function readAgainst(
  config: Config,
  { against = [], workingDirectory, 'offline-ok': offlineOk = false }: CommandOptions,
): Promise<Against> {
  if (against.length === 0) return { problems: [] };
  const missing = against.filter((name) => !WEB.test(name) && !existsSync(resolve(workingDirectory, name)));
  const unknown = missing.map((name) => problem('nothing-published', { file: name }, { against: name }));
  const fetched = await fetchAll(
    against.filter((name) => WEB.test(name)),
    config,
  );
  const unreachable = offlineOk
    ? fetched.problems.map((found): Problem => ({ ...found, severity: 'warning' }))
    : fetched.problems;
  const problems = [...unknown, ...unreachable];
  const local = against.filter((name) => !WEB.test(name) && !missing.includes(name));
  if (local.length === 0 && fetched.documents.length === 0) return { problems };
  const published: Against['published'] = (paths) => [
    ...local.flatMap((name) => readNamed(resolve(workingDirectory, name), paths, workingDirectory) ?? []),
    ...fetched.documents,
  ];
  return { published, problems };
}

async function fetchAll(urls: readonly string[], config: Config) {
  if (urls.length === 0) return { documents: [], problems: [] };
  const { fetchDocument } = await import('../published/fetch.ts');
  const results = await Promise.all(
    urls.map(async (url) => {
      const isFolder = url.endsWith('/');
      const addresses = isFolder ? config.formats.map(({ path }) => new URL(path, url).href) : [url];
      const fetched = await Promise.all(addresses.map((address) => fetchDocument(address)));
      const documents = fetched.flatMap((each) => ('document' in each ? each.document : []));
      const failed = fetched.flatMap((each) =>
        'problem' in each && !(isFolder && 'missing' in each) ? each.problem : [],
      );
      const isNothing = documents.length === 0 && failed.length === 0;
      const nothing = isNothing ? [problem('nothing-published', { file: url }, { against: url })] : [];
      return { documents, problems: [...failed, ...nothing] };
    }),
  );
  return {
    documents: results.flatMap(({ documents }) => documents),
    problems: results.flatMap(({ problems }) => problems),
  };
}
