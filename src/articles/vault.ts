import { hasEntry } from '../files/places.ts';
import type { Candidate, Config } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { toBoolean } from './values.ts';

/** Whether the articles are notes of an Obsidian vault. */
export function isVault({ root, articles }: Config): boolean {
  return [root, ...articles].some((folder) => hasEntry(folder, '.obsidian'));
}

/** By which notes say that they are to be published: Digital Garden, and Obsidian Publish with Quartz. */
const OPT_IN = ['dg-publish', 'publish'];

/** The key by which a note says that it is to be published. */
export function findOptIn(data: FrontMatter): string | undefined {
  return OPT_IN.find((key) => toBoolean(data[key]) === true);
}

/** A note that does not say so, as it is reported. */
export interface Silent extends Pick<Candidate, 'file' | 'title'> {
  readonly kind: 'hidden';
  readonly reason: string;
}

/**
 * In a vault in which some notes say that they are to be published, the others are not: no tool publishes them, and what was published
 * can't be taken back.
 * @returns the notes that stay, and those that are left out
 */
export function keepOptedIn(candidates: readonly Candidate[]): {
  readonly candidates: readonly Candidate[];
  readonly others: readonly Silent[];
} {
  const reason = candidates.find(({ optIn }) => optIn !== undefined)?.optIn;
  if (reason === undefined) return { candidates, others: [] };
  const others = candidates.filter(({ optIn }) => optIn === undefined);
  return {
    candidates: candidates.filter(({ optIn }) => optIn !== undefined),
    others: others.map(({ file, title }) => ({ file, kind: 'hidden', reason, title })),
  };
}
