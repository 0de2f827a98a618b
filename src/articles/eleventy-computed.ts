import type { Place } from '../model/index.ts';
import { translatePermalink } from './eleventy-permalink.ts';
import type { FrontMatter } from './front-matter.ts';
import { isTemplateCode } from './own-url.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { type AddressRules, doubt, type Outcome, readUrl } from './url-and-id.ts';
import { isMapping, toUrlText } from './values.ts';

/**
 * The URL of an article, as {@link readUrl}. Computed data of Eleventy overrides all other: where it is code, the URL that the article
 * has without it is a guess.
 */
export function readFinalUrl(
  data: FrontMatter,
  facts: PermalinkFacts,
  rules: AddressRules,
  placeOf: (key: string) => Place,
): Outcome<string> {
  const { eleventyComputed, ...own } = data;
  const computed =
    facts.preset === 'eleventy' && isMapping(eleventyComputed)
      ? toUrlText(eleventyComputed.permalink)
      : undefined;
  if (computed === undefined) return readUrl(data, facts, rules, placeOf);
  const isKnown =
    !isTemplateCode(computed, facts.preset) ||
    translatePermalink(computed, own, facts, rules.permalink) !== undefined;
  return isKnown
    ? readUrl({ ...own, permalink: computed }, facts, rules, placeOf)
    : doubt(readUrl(own, facts, rules, placeOf), 'permalink', computed, placeOf);
}
