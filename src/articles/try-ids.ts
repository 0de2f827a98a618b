import type { Candidate, Config } from '../model/index.ts';
import { readOwnId } from './addresses.ts';
import { createInheritance } from './inherit.ts';
import { readSource } from './read.ts';
import { resolveCandidate } from './resolve.ts';
import { createTimeZone } from './time-zone.ts';

/** Where the id of one article comes from. */
export interface IdTrial {
  /** The id in its front matter. */
  readonly own: string | undefined;
  /** The id that it would have with another template in the configuration. */
  readonly expand: (template: string) => string | undefined;
}

/** Reads the front matter of some articles again, to tell what their ids would be under other templates. */
export function createIdTrials(
  config: Config,
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, IdTrial> {
  const zone = createTimeZone(config.timeZone);
  const inherit = createInheritance(config);
  const tryOne = (candidate: Candidate): IdTrial => {
    const read = readSource({ ...candidate, format: candidate.body.format });
    if (!read.source) return { own: undefined, expand: () => undefined };
    const { source } = inherit(read.source);
    const titleOf = () => ({ title: candidate.title, from: '' });
    const expand = (id: string) => {
      const resolved = resolveCandidate(source, {
        config: { ...config, id },
        zone,
        titleOf,
        facetsOf: undefined,
      });
      return resolved.kind === 'candidate' ? resolved.candidate.id : undefined;
    };
    return { own: readOwnId(source.data), expand };
  };
  return new Map(candidates.map((candidate) => [candidate, tryOne(candidate)]));
}
