import { sep } from 'node:path';
import type { Config } from '../model/index.ts';

/** The template of an article's URL. */
export interface ChosenTemplate {
  readonly template: string;
  /** Whether it was written for the language of the article or names it, so that nothing comes before it. */
  readonly isOfLanguage: boolean;
}

/** The rule of the innermost folder, else of the language, else the template of all. */
export function chooseTemplate(
  { permalink, permalinks }: Config,
  path: string,
  language: string | undefined,
): ChosenTemplate {
  const rule = permalinks.find(({ folder, language: tag }) =>
    folder === undefined ? tag === language : path.startsWith(`${folder}${sep}`),
  );
  const template = rule?.template ?? permalink;
  return { template, isOfLanguage: rule?.language !== undefined || template.includes(':language') };
}
