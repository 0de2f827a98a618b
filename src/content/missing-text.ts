/** A run of the author's words that the content does not have. */
export interface MissingText {
  /** How many words are missing in all. */
  readonly words: number;
  /** The first words of the longest run. */
  readonly start: string;
  /** Where that begins in the text. */
  readonly offset: number;
}

/** Fewer words, or a smaller share of all words, are what any reading of markup may be wrong about. */
const FEWEST = 20;
const SMALLEST_SHARE = 1 / 20;
/** Where nothing is left at all, fewer say that something went wrong. */
const FEWEST_OF_ALL = 4;
const START_WORDS = 6;

const WORD = /[\p{L}\p{N}]{2,}/gu;
/** Markup of every kind: no word in it is one that readers see. */
const MARKUP = new RegExp(
  [
    // One that is not closed is found at once, and not looked for again.
    String.raw`<!--[\s\S]*?(?:-->|(?![\s\S]))`,
    String.raw`<(script|style|svg|math|iframe|video|audio|object|select|button|textarea|template|noscript|form|head)\b[\s\S]*?<\/\1\s*>`,
    String.raw`<\/?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>`,
    String.raw`^[ \t>]*\[[^\]\n]+\]:[^\n]*$`,
    String.raw`\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`,
    String.raw`\]\[[^\]\n]*\]`,
    '^[ \\t>*-]*(?:`{3,}|~{3,})[^\\n]*$',
    String.raw`^(?:import|export)[ \t][^\n]*$`,
    String.raw`\{[^{}\n]*\}`,
    String.raw`(?:https?:\/\/|www\.)[^\s<>]+`,
    String.raw`&(?:[a-z]+|#x?[\da-f]+);`,
    ':[a-z0-9_+-]+:',
  ].join('|'),
  'gim',
);

/**
 * The last look at an article: whether words that its author wrote are missing in its content, by a count that knows nothing of how
 * the content came about. Where the content has as many letters as the source, tags and all, nothing is looked at more closely.
 */
export function findMissingText(source: string, html: string): MissingText | undefined {
  if (html.length >= source.length || countLetters(html) >= countLetters(source)) return undefined;
  const prose = source.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  const shown = html.replace(/<[^<>]*>/g, '');
  if (countLetters(shown) > countLetters(prose) * (1 - SMALLEST_SHARE)) return undefined;
  const { words, all, longest } = findMissingWords(prose, html);
  const isNothingLeft = words === all && all >= FEWEST_OF_ALL;
  if (!isNothingLeft && (words < FEWEST || words < all * SMALLEST_SHARE)) return undefined;
  return { words, start: firstWords(source.slice(longest)), offset: longest };
}

function countLetters(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    if ((code >= 97 && code <= 122) || code > 191) letters++;
  }
  return letters;
}

/** Counts the words that the content has less often, and finds where most of them stand side by side. */
function findMissingWords(prose: string, html: string): { words: number; all: number; longest: number } {
  const left = new Map<string, number>();
  for (const [word] of html.matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  let [all, words, run, most, start, longest] = [0, 0, 0, 0, 0, 0];
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    all++;
    const count = left.get(word) ?? 0;
    if (count > 0) {
      left.set(word, count - 1);
      run = 0;
      continue;
    }
    words++;
    if (run++ === 0) start = index;
    if (run > most) [most, longest] = [run, start];
  }
  return { words, all, longest };
}

function firstWords(text: string): string {
  return text.slice(0, 200).split(/\s+/).slice(0, START_WORDS).join(' ');
}
