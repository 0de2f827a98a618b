import type { PublishedFeed } from '../documents/published-feed.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { attempt } from './init-attempt.ts';
import { enterContent, leaveOut, leaveOutPages } from './init-leave-out.ts';
import type { CommandOptions } from './options.ts';
import type { Trial } from './trial.ts';

/**
 * Writes the configuration, tries it, and adds what the articles and the published feeds show.
 * @param feeds those that readers have, named by `against`
 * @param isToolKnown whether a file names the tool, so that nothing is guessed from the articles
 */
export async function settle(
  settings: NewSettings,
  feeds: readonly PublishedFeed[],
  options: CommandOptions,
  isToolKnown = false,
): Promise<Trial> {
  const first = attempt(settings, options, true);
  const looksLike = isToolKnown ? undefined : first.report?.looksLike;
  const recognised = looksLike === undefined ? first : attempt({ ...settings, preset: looksLike }, options);
  const entered = enterContent(recognised, options);
  const fit = leaveOutPages(entered, options, isToolKnown) ?? leaveOut(entered, options);
  let { trial } = fit;
  const isPlaced = (trial.collected?.placed ?? []).length > 0;
  if (isPlaced || trial.problems.some(({ code }) => code === 'address-not-on-site')) {
    const { followSite } = await import('./init-built.ts');
    trial = followSite(trial, (others) => attempt(others, options));
  }
  if (feeds.length === 0 && trial.config?.built !== undefined) {
    const { followOwnFeed } = await import('./init-built.ts');
    trial = await followOwnFeed(trial, (others) => attempt(others, options), options);
  }
  if (feeds.length > 0) {
    const { followFeeds } = await import('./init-follow.ts');
    const retry = (others: NewSettings) => attempt(others, options);
    trial = followFeeds(trial, feeds, options.against ?? [], retry);
  }
  // What follows the site or its feeds may show errors that were none before.
  const last = leaveOut(trial, options);
  return { ...last.trial, problems: [...fit.told, ...last.told, ...last.trial.problems] };
}
