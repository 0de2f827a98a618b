import type { Config, Problem } from '../model/index.ts';
import type { ReadFacets } from './facets.ts';
import type { FindSections } from './find-sections.ts';
import type { HexoRules } from './hexo-rules.ts';
import type { Source } from './read.ts';
import type { TimeZone } from './time-zone.ts';
import type { Vault } from './vault.ts';

/**
 * What the body of an article says about its title: a heading, or the first words where there is none; or why it can't be read.
 * @param written a title in Markdown, which is shown instead of what the body says
 */
export type TitleOf = (
  source: Source,
  written?: string,
) => {
  readonly title?: { readonly title: string; readonly from: string } | undefined;
  readonly words?: string | undefined;
  readonly problems: readonly Problem[];
};

/** The date that git knows of a file in ms, or the code of the problem why it knows none. */
export type CommitDate =
  | { readonly instant: number }
  | { readonly code: 'no-git' | 'git-failed' | 'shallow-clone' | 'no-commit'; readonly said: string };

/** When a file came into git, and when it was changed there last. */
type CommitDateOf = (path: string, asked: CommitQuestion) => CommitDate;

export type CommitQuestion = 'created' | 'changed';

/** Where facts come from that are neither in front matter nor in the path; only articles that need them ask. */
export interface OtherSources {
  readonly titleOf: TitleOf;
  /** Given all files that may be asked for. */
  readonly commitDatesOf: (paths: readonly string[]) => CommitDateOf;
}

/** What resolving an article needs beside its source. */
export interface ResolveContext {
  readonly config: Config;
  readonly zone: TimeZone;
  /** For an article that has no title in its front matter; without it such an article is left for later. */
  readonly titleOf?: TitleOf;
  /** For an article that has its date in git; without it such an article is left for later. */
  readonly commitDateOf?: CommitDateOf;
  readonly facetsOf: ReadFacets | undefined;
  readonly findSections: FindSections;
  /** Of articles that are notes of Obsidian. */
  readonly vault: Vault | undefined;
  /** What the configuration of Hexo says; of no other tool. */
  readonly hexo: HexoRules | undefined;
  /** The filters that the configuration of Eleventy defines; of no other tool. */
  readonly ownFilters: (() => ReadonlySet<string>) | undefined;
}
