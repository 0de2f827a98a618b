import { type Collected, collectArticles } from '../articles/collect.ts';
import { readBody, type Source } from '../articles/read.ts';
import { deriveTitle } from '../content/render.ts';
import type { Config } from '../model.ts';

/** The articles of a site, resolved: what `build` selects from and `list` shows. `workers` is how many threads may help. */
export function readArticles(config: Config, workers = 0): Collected {
  return collectArticles(config, titleFromBody, workers);
}

function titleFromBody(source: Source): { title: string; from: string } | undefined {
  const title = deriveTitle(readBody(source).text, source.format);
  return title === undefined
    ? undefined
    : { title, from: source.format === 'text' ? 'first line' : 'first heading' };
}
