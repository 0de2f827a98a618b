import type { PublishedFeed } from '../documents/published-feed.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { attempt, attemptFirst } from './init-attempt.ts';
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
  const first = attemptFirst(settings, options);
  const looksLike = isToolKnown ? undefined : first.collected?.looksLike;
  const recognised = looksLike === undefined ? first : attempt({ ...settings, preset: looksLike }, options);
  const entered = quietHeadings(enterContent(recognised, options), options);
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

/** Fewer articles show no habit. */
const FEWEST = 3;

/** Where most titles are headings, as some tools have them, that is no mistake of each article. */
function quietHeadings(trial: Trial, options: CommandOptions): Trial {
  const { problems, settings, collected, notes, memory } = trial;
  const titled = problems.filter(
    ({ code, message }) => code === 'missing-title' && message.endsWith('the first heading.'),
  ).length;
  if (titled < FEWEST || titled * 2 < (collected?.candidates.length ?? 0)) return trial;
  const note = `Set "quiet: [missing-title]", because ${titled} articles have a heading as their title.`;
  return {
    ...attempt({ ...settings, quiet: ['missing-title'] }, options, memory),
    notes: [...notes, note],
  };
}
