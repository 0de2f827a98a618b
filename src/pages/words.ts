import { EASTERN_WORDS } from './words-eastern.ts';
import { WESTERN_WORDS } from './words-western.ts';

/** The few words that a page says itself. */
export interface Words {
  readonly subscribe: string;
  /** What a feed is, in one sentence. */
  readonly what: string;
  /** How to subscribe, in one sentence. */
  readonly how: string;
  readonly address: string;
  readonly copy: string;
  readonly copied: string;
  /** Above the readers on the web. */
  readonly readers: string;
  readonly formats: string;
  readonly latest: string;
  readonly feeds: string;
  /** What the list of all feeds is for, in one sentence. */
  readonly choose: string;
  /** The link to the OPML file. */
  readonly list: string;
  /** A date, from D, M and Y. */
  readonly date: string;
  /** Twelve names between blanks, or nothing where a month is its number. */
  readonly months: string;
}

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

const RIGHT_TO_LEFT_LANGUAGES = new Set('ar arc ckb dv fa he ks nqo ps sd syr ug ur yi'.split(' '));
const RIGHT_TO_LEFT_SCRIPTS = new Set('adlm arab aran hebr mand mend nkoo rohg samr syrc thaa'.split(' '));

/** Which way a language is written: by the script of its tag, else by the one it usually has. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft =
    script === undefined ? RIGHT_TO_LEFT_LANGUAGES.has(primary) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}
