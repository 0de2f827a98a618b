import { isSentence } from '../sentences.ts';

/** The arguments of a tag, shortcode or function: `key="value"` pairs and the rest in order. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

const ARGUMENT =
  /[\s,]*(?:([\w.-]+)\s*(?:=|:(?=\s*["'`]))\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|(\[(?<=[=:]\s*\[)[^[\]\n]*\])|([^\s,"'`][^\s,]*))/y;

/** Reads arguments of every dialect: `a="b" c`, `a=b, c='d'`, `a: "b"`. Never fails; what is not an argument ends the list. */
export function readArguments(text: string): Arguments {
  const named = new Map<string, string>();
  const positional: string[] = [];
  ARGUMENT.lastIndex = 0;
  for (let match = ARGUMENT.exec(text); match !== null; match = ARGUMENT.exec(text)) {
    const quoted = match[2] ?? match[3];
    const value =
      quoted === undefined ? (match[4] ?? match[5] ?? match[6] ?? '') : quoted.replace(/\\([\s\S])/g, '$1');
    if (match[1] === undefined) positional.push(value);
    else named.set(match[1].toLowerCase(), value);
  }
  return { named, positional };
}

/** Arguments that are the names of texts which the article gave before, as these texts; the same ones where none is. */
export function fillNames(args: Arguments, assigned: ReadonlyMap<string, unknown>): Arguments {
  const isName = (value: string) => typeof assigned.get(value) === 'string';
  if (assigned.size === 0 || ![...args.named.values(), ...args.positional].some(isName)) return args;
  const fill = (value: string) => (isName(value) ? String(assigned.get(value)) : value);
  const named = new Map([...args.named].map(([name, value]) => [name, fill(value)]));
  return { named, positional: args.positional.map(fill) };
}

/** The arguments that say something to a reader, as text. */
export function listSentences({ named, positional }: Arguments): readonly string[] {
  const values = [...named].map(([name, value]) => [name, value] as const);
  return [...positional.map((value) => [undefined, value] as const), ...values]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => isSentence(name, value))
    .map(([, value]) => value);
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
  return parts.length > 1 || /\S(?:\s+\S+){4}/.test(options) ? parts : [];
}
