import type { Collected, ReadingMemory } from '../build/read-articles.ts';
import type { Config, Problem } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';

/** A configuration that was written, and what a build with it gives. */
export interface Trial {
  readonly settings: NewSettings;
  readonly config?: Config;
  /** Its articles, which are read once. */
  readonly collected?: Collected;
  /** What their files were read as; other exclusions change nothing of it. */
  readonly memory?: ReadingMemory;
  readonly problems: readonly Problem[];
  /** What there is to say about it, as sentences. */
  readonly notes: readonly string[];
}

/** One whose configuration can be loaded. */
export type LoadedTrial = Trial & Required<Pick<Trial, 'config' | 'collected'>>;

/** Whether the configuration of a trial can be loaded; then its articles have been read. */
export function isLoaded(trial: Trial): trial is LoadedTrial {
  return trial.config !== undefined && trial.collected !== undefined;
}
