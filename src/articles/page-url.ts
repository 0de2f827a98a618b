import type { Config } from '../model/index.ts';
import { showPath } from '../problems/show-path.ts';
import type { BatchContext } from './read-batch.ts';
import { readDefaultsOfPage } from './read-defaults.ts';
import { resolveCandidate } from './resolve.ts';

/** A page needs neither title nor date to have a URL, unless its URL is made of them. */
const UNKNOWN = [
  { date: '2000-01-01', title: 'x' },
  { date: '2001-02-02', title: 'y' },
];

/**
 * The URL of a page that need not be an article, as its tool makes it.
 * @param at where it counts as being: a section is where a page with the name of its folder would be
 * @returns undefined for a page that is not published, or whose URL can't be known
 */
export function readPageUrl(
  path: string,
  at: { readonly path: string; readonly relative: string },
  context: BatchContext,
  config: Config = context.config,
): string | undefined {
  const { data = {} } = readDefaultsOfPage(path, config);
  const file = showPath(path, config.workingDirectory);
  const page = { ...at, file, format: 'markdown', block: undefined, bodyOffset: 0 } as const;
  const urls = UNKNOWN.map((unknown) => {
    const { source, problem } = context.inherit({ ...page, data: { ...unknown, ...data } });
    const found = problem === undefined ? resolveCandidate(source, { ...context, config }) : undefined;
    return found?.kind === 'candidate' ? found.candidate.url : undefined;
  });
  return urls[0] === urls[1] ? urls[0] : undefined;
}
