import { INLINE_TAG } from './inline.ts';

/** The arguments of a tag, shortcode or function: `key="value"` pairs and the rest in order. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

const ARGUMENT =
  /[\s,]*(?:([\w.-]+)\s*(?:=|:(?=\s*["'`]))\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|([^\s,"'`][^\s,]*))/y;

/** Reads arguments of every dialect: `a="b" c`, `a=b, c='d'`, `a: "b"`. Never fails; what is not an argument ends the list. */
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

/** Includes put the home page before the path of a file (`relative_url`); from the article it would lead nowhere. */
export function rootFiles({ named, positional }: Arguments, site: string): Arguments {
  const root = (value: string) =>
    /^(?:assets|images?|img|static|public|uploads?|media|files?)\/[^\s<>"']+\.\w+$/i.test(value)
      ? site + value
      : value;
  return { named: new Map([...named].map(([name, value]) => [name, root(value)])), positional };
}

/** The texts between the commas of `{% checkbox checked, Water the garden %}`, where words stand without quotes. */
export function listParts(options: string, { named, positional }: Arguments): readonly string[] {
  if (named.size > 0 || /^['"]/.test(options)) return positional;
  const parts = options.split(',').map((part) => part.trim().replace(/^\w*@/, ''));
  return parts.length > 1 || /\S+(?:\s+\S+){4}/.test(options) ? parts : [];
}
