import type { Collected } from '../build/read-articles.ts';
import type { BuildReport, Config, Problem } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';

/** A configuration that was written, and what a build with it gives. */
export interface Trial {
  readonly settings: NewSettings;
  readonly config?: Config;
  readonly report?: BuildReport;
  /** Its articles, which are read once. */
  readonly collected?: Collected;
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
