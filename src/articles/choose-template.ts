import { sep } from 'node:path';
import type { Config } from '../model/index.ts';
import { placeLanguage } from './language.ts';
import { findFact } from './names-of-facts.ts';
import { readPath } from './path-facts.ts';
import type { Source } from './read.ts';
import { toText } from './values.ts';

/** The template of an article's URL. */
export interface ChosenTemplate {
  readonly template: string;
  /** Whether it was written for the language of the article or names it, so that nothing comes before it. */
  readonly isOfLanguage: boolean;
}

/** Where an article is, and what it says. */
type Placed = Pick<Source, 'path' | 'relative' | 'data'>;

/** The first rule that fits: of the language and the folder, of the innermost folder, of the language; else the template of all. */
export function chooseTemplate(config: Config, article: Placed): ChosenTemplate {
  const { path } = article;
  const { permalink, permalinks } = config;
  const tag = permalinks.some(({ language }) => language !== undefined)
    ? findTag(config, article)
    : undefined;
  const rule = permalinks.find(
    ({ folder, language }) =>
      (folder === undefined || path.startsWith(`${folder}${sep}`)) &&
      (language === undefined || language.toLowerCase() === tag),
  );
  const template = rule?.template ?? permalink;
  return { template, isOfLanguage: rule?.language !== undefined || template.includes(':language') };
}

/** The rule names the language as the article does, or without what its tag adds: `de` for `de-AT` (RFC 4647 §3.4). */
function findTag(config: Config, { path, relative, data }: Placed): string | undefined {
  // To these two the name and the folder of a file alone say its language.
  const isInPath = config.preset === 'hugo' || config.preset === 'zola';
  const own = isInPath ? undefined : toText(findFact(data, 'language')?.value);
  const named = readPath(relative, config).language;
  const written = own ?? placeLanguage({ path, relative }, config, named) ?? config.language ?? '';
  const subtags = written.replaceAll('_', '-').toLowerCase().split('-');
  const tags = new Set(config.permalinks.map(({ language }) => language?.toLowerCase()));
  return subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-')).find((tag) => tags.has(tag));
}
