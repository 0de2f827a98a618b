import { type Collected, collectArticles } from '../articles/collect.ts';
import { readBody, type Source } from '../articles/read.ts';
import { deriveTitle } from '../content/render.ts';
import { dateByCommits } from '../history/read-dates.ts';
import type { Config, Progress } from '../model/index.ts';

/** The articles of a site, resolved: what `build` selects from and `list` shows. `workers` is how many threads may help. */
export function readArticles(config: Config, workers = 0, progress?: Progress): Collected {
  const collected = collectArticles(config, titleFromBody, workers, progress);
  if (config.updated !== 'git') return collected;
  progress?.('asking git');
  const dated = dateByCommits(config, collected.candidates);
  return { ...collected, candidates: dated.candidates, problems: [...collected.problems, ...dated.problems] };
}

function titleFromBody(source: Source): { title: string; from: string } | undefined {
  const title = deriveTitle(readBody(source).text, source.format);
  return title === undefined
    ? undefined
    : { title, from: source.format === 'text' ? 'first line' : 'first heading' };
}
