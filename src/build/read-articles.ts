import { type Collected, collectArticles } from '../articles/collect.ts';
import { readBody } from '../articles/read.ts';
import type { ReadingMemory } from '../articles/read-batch.ts';
import type { OtherSources, TitleOf } from '../articles/resolve-context.ts';
import { deriveTitle, deriveWords } from '../content/render.ts';
import { createCommitDates } from '../history/find-dates.ts';
import { dateByCommits } from '../history/read-dates.ts';
import type { Config, Progress } from '../model/index.ts';

export type { Collected };

/**
 * The articles of a site, resolved: what `build` selects from and `list` shows.
 * @param workers how many threads may help
 * @param memory what was read before and did not change @default nothing
 */
export function readArticles(
  config: Config,
  workers = 0,
  progress?: Progress,
  memory?: ReadingMemory,
): Collected {
  const collected = collectArticles(config, readOthers(config), workers, progress, memory);
  if (config.updated !== 'git') return collected;
  progress?.('asking git');
  const dated = dateByCommits(config, collected.candidates);
  return { ...collected, candidates: dated.candidates, problems: [...collected.problems, ...dated.problems] };
}

/** Where articles have facts that are not in their front matter and paths. */
export function readOthers({ articles }: Config): OtherSources {
  return { titleOf: titleFromBody, commitDatesOf: (paths) => createCommitDates(articles, paths) };
}

/** What the body of an article says about its title. */
const titleFromBody: TitleOf = (source) => {
  const { text, problems } = readBody(source);
  const title = problems.length > 0 ? undefined : deriveTitle(text, source.format);
  if (title === undefined) return { problems, words: deriveWords(text, source.format) };
  return { problems, title: { title, from: source.format === 'text' ? 'first line' : 'first heading' } };
};
