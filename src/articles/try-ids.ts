import type { Candidate, Config } from '../model/index.ts';
import { createContext } from './context.ts';
import { readSource } from './read.ts';
import type { BatchContext } from './read-batch.ts';
import { resolveCandidate } from './resolve.ts';
import { readOwnId } from './url-and-id.ts';

/** Where the id of one article comes from. */
export interface IdTrial {
  /** The id in its front matter. */
  readonly own: string | undefined;
  /** The id that it would have with another template in the configuration. */
  readonly expand: (template: string) => string | undefined;
  /** The URL that it would have with another permalink. */
  readonly locate: (permalink: string) => string | undefined;
}

/** Reads the front matter of some articles again, to tell what their ids would be under other templates. */
export function createIdTrials(
  config: Config,
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, IdTrial> {
  const context: BatchContext = { ...createContext(config), facetsOf: undefined };
  const tryOne = (candidate: Candidate): IdTrial => {
    const read = readSource({ ...candidate, format: candidate.body.format }, config.preset);
    if (!read.source) return { own: undefined, expand: () => undefined, locate: () => undefined };
    const { source } = context.inherit(read.source);
    const titleOf = () => ({ title: { title: candidate.title, from: '' }, problems: [] });
    const resolveWith = (settings: Partial<Config>) => {
      const resolved = resolveCandidate(source, {
        ...context,
        config: { ...config, ...settings },
        titleOf,
        commitDateOf: () => ({ instant: candidate.published }),
      });
      return resolved.kind === 'candidate' ? resolved.candidate : undefined;
    };
    return {
      own: readOwnId(source.data),
      expand: (id) => resolveWith({ id })?.id,
      locate: (permalink) => resolveWith({ permalink, permalinks: [] })?.url,
    };
  };
  return new Map(candidates.map((candidate) => [candidate, tryOne(candidate)]));
}
