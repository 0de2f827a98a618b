import type { Words } from './page-words.ts';
import { EASTERN_WORDS } from './words-eastern.ts';
import { WESTERN_WORDS } from './words-western.ts';

const WORDS: ReadonlyMap<string, Words> = new Map(Object.entries({ ...WESTERN_WORDS, ...EASTERN_WORDS }));

/**
 * The words in a language, or in English where it is not among ours; a page must say which language its words are in.
 * @param language BCP 47 tag
 */
export function chooseWords(language: string | undefined): {
  readonly language: string;
  readonly words: Words;
} {
  const primary = language?.split('-')[0]?.toLowerCase();
  const words = primary === undefined || isTraditional(language) ? undefined : WORDS.get(primary);
  return words && language ? { language, words } : { language: 'en', words: WESTERN_WORDS.en };
}

/** Our Chinese is in simplified characters. */
function isTraditional(language = ''): boolean {
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(language);
}
