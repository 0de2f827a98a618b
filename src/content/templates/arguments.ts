import { INLINE_TAG } from './inline.ts';

/** The arguments of a tag, shortcode or function: `key="value"` pairs and the rest in order. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

const ARGUMENT =
  /[\s,]*(?:([\w.-]+)\s*=\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|([^\s,"'`][^\s,]*))/y;

/** Reads arguments of every dialect: `a="b" c`, `a=b, c='d'`. Never fails; what is no argument ends the list. */
export function readArguments(text: string): Arguments {
  const named = new Map<string, string>();
  const positional: string[] = [];
  ARGUMENT.lastIndex = 0;
  for (let match = ARGUMENT.exec(text); match !== null; match = ARGUMENT.exec(text)) {
    const quoted = match[2] ?? match[3];
    const value = quoted === undefined ? (match[4] ?? match[5] ?? '') : quoted.replace(/\\([\s\S])/g, '$1');
    if (match[1] === undefined) positional.push(value);
    else named.set(match[1].toLowerCase(), value);
  }
  return { named, positional };
}

/**
 * The arguments that say something to a reader, as text: whole sentences and the like. What is shorter may as well be a class,
 * a number or a name.
 */
export function listSentences({ named, positional }: Arguments): readonly string[] {
  const values = [...named].flatMap(([name, value]) => (NO_TEXT.has(name) ? [] : [value]));
  return [...positional, ...values].map((value) => value.trim()).filter(isSentence);
}

/** Arguments that shape a page. */
const NO_TEXT: ReadonlySet<string> = new Set('class classname style id href src url icon sizes'.split(' '));
const WORDS = /\p{L}+[^\p{L}]+\p{L}+[^\p{L}]+\p{L}+/u;
/** A few letters of a script without spaces say as much. */
const LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5,}/u;
/** What is a program, a style or markup of a page. */
const CODE = /[<>{}]|[\w-]=["'\w]|;$|(?:^|;)\s*[a-z-]+\s*:[^;]*;/;

function isSentence(value: string): boolean {
  const text = value.replace(INLINE_TAG, '');
  return (LETTERS.test(text) || (WORDS.test(text) && text.includes(' '))) && !CODE.test(text);
}

/** The first of the named arguments that is there and not empty, else the positional one at `index`. */
export function pickArgument(args: Arguments, names: readonly string[], index?: number): string | undefined {
  for (const name of names) {
    const value = args.named.get(name)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  const value = index === undefined ? undefined : args.positional[index]?.trim();
  return value === '' ? undefined : value;
}
