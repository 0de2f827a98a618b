import type { Candidate, Translation } from '../model/index.ts';

/**
 * The same article in other languages, by its path, where the configuration has feeds by language. Only what is certain: of
 * articles that seem to be one, each must have a language of its own.
 */
export function findTranslations(live: readonly Candidate[]): ReadonlyMap<string, readonly Translation[]> {
  const sets = new Map<string, Candidate[]>();
  for (const article of live) {
    const [key] = article.facets?.['translation key'] ?? [];
    if (key === undefined) continue;
    const set = sets.get(key);
    if (set) set.push(article);
    else sets.set(key, [article]);
  }
  const translations = new Map<string, readonly Translation[]>();
  for (const set of sets.values()) {
    if (set.length < 2 || new Set(set.map(languageOf)).size < set.length) continue;
    for (const article of set)
      translations.set(article.path, listTranslations(set.filter((each) => each !== article)));
  }
  return translations;
}

function listTranslations(others: readonly Candidate[]): readonly Translation[] {
  return others
    .map((article) => ({ language: languageOf(article) ?? '', url: article.url }))
    .filter(({ language }) => language !== '')
    .toSorted((a, b) => (a.language < b.language ? -1 : 1));
}

function languageOf({ facets }: Candidate): string | undefined {
  return facets?.language?.[0];
}
