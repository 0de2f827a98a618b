import { hasEntry } from '../files/places.ts';
import type { Candidate, Config } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { QUARTZ, readQuartz } from './quartz.ts';
import { toBoolean } from './values.ts';

/** Whether the articles are notes of an Obsidian vault. Many keep its own folder out of git; Quartz publishes nothing but vaults. */
export function isVault({ root, articles }: Config): boolean {
  const isNamed = [root, ...articles].some((folder) => hasEntry(folder, '.obsidian'));
  return isNamed || QUARTZ.some((name) => hasEntry(root, name));
}

/** By which notes say that they are to be published: Digital Garden, and Obsidian Publish with Quartz. */
const OPT_IN = ['dg-publish', 'publish'];

/** Whether an article is a note that Digital Garden copied out of a vault into a site of another tool. */
export function isGardenNote(data: FrontMatter): boolean {
  return data['dg-publish'] !== undefined;
}

/** What is known of a vault that no other tool publishes. */
export interface Vault {
  /**
   * What it means for the others that notes say that they are to be published: `any` where one that says so hides those that don't,
   * `all` where the tool publishes no others, undefined where no note need say so.
   */
  readonly optIn: 'any' | 'all' | undefined;
  readonly isQuartz: boolean;
}

/** @returns undefined where the articles are not notes, or another tool has its own rules for what it publishes */
export function readVault(config: Config): Vault | undefined {
  if (config.preset !== undefined || !isVault(config)) return undefined;
  const quartz = readQuartz(config);
  if (quartz === undefined) return { optIn: 'any', isQuartz: false };
  return { optIn: quartz.publishesOnlyNamed ? 'all' : undefined, isQuartz: true };
}

/** The key by which a note says that it is to be published. */
export function readOptIn(data: FrontMatter): Pick<Candidate, 'optIn'> {
  const optIn = OPT_IN.find((key) => toBoolean(data[key]) === true);
  return optIn === undefined ? {} : { optIn };
}

/** A note that does not say so, as it is reported. */
export interface Silent extends Pick<Candidate, 'file'> {
  readonly kind: 'hidden';
  readonly reason: string;
  readonly title: string | undefined;
}

/**
 * In a vault in which some notes say that they are to be published, the others are not: no tool publishes them, and what was published
 * can't be taken back.
 * @param silent files of notes that could not be published anyway, and do not say so either
 * @returns the notes that stay, and those that are left out
 */
export function keepOptedIn(
  candidates: readonly Candidate[],
  silent: readonly string[],
  optIn: Vault['optIn'],
): {
  readonly candidates: readonly Candidate[];
  readonly others: readonly Silent[];
} {
  const named = candidates.find(({ optIn }) => optIn !== undefined)?.optIn;
  const reason = named ?? (optIn === 'all' ? 'publish' : undefined);
  if (reason === undefined) return { candidates, others: [] };
  const others = [
    ...candidates.filter(({ optIn }) => optIn === undefined),
    ...silent.map((file) => ({ file, title: undefined })),
  ];
  return {
    candidates: candidates.filter(({ optIn }) => optIn !== undefined),
    others: others.map(({ file, title }) => ({ file, kind: 'hidden', reason, title })),
  };
}
