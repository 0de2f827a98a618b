import { parseArgs } from 'node:util';
import { findNearest } from '../problems/nearest.ts';
import { withSlashes } from '../problems/show-path.ts';
import { COMMANDS } from './commands.ts';
import { COMMON_OPTIONS, type CommandValues, OPTIONS, type OptionName } from './options.ts';

/** The words of the user, understood. Without a name no command was given. */
export interface ParsedArguments {
  readonly name?: string;
  readonly operands: readonly string[];
  readonly values: CommandValues;
}

/**
 * Reads the arguments of a run.
 * @returns what they say, or what is wrong with them as a sentence
 */
export function parseArguments(given: readonly string[]): ParsedArguments | string {
  const args = given.map((arg) => (WORDS.test(arg) ? `${MARK}${arg}` : arg));
  const loose = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false });
  const [name] = loose.positionals;
  if (name !== undefined && !Object.hasOwn(COMMANDS, name)) return explainCommand(name);
  const command = name === undefined ? undefined : COMMANDS[name];
  const allowed = [...COMMON_OPTIONS, ...(command?.options ?? [])];
  const options = Object.fromEntries(allowed.map((option) => [option, OPTIONS[option]]));
  const strange = Object.keys(loose.values).find((option) => !Object.hasOwn(options, option));
  if (strange !== undefined) return explainOption(strange, name, allowed);
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const operands = positionals.slice(1).map(unmark).map(withSlashes);
    if (operands[0] !== undefined && command?.operands === undefined)
      return `Unexpected argument: "${operands[0]}".`;
    return {
      values: nameFiles(unmarkAll(values)) as CommandValues,
      operands,
      ...(name === undefined ? {} : { name }),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** No option has a space in its name: what has one are words, such as a title, whatever they begin with. */
const WORDS = /^-[^=\s]*\s/;
/** What no argument of a system can contain. */
const MARK = '\u0000';

function unmark(text: string): string {
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}

type Values = Readonly<Record<string, unknown>>;

function unmarkAll(values: Values): Values {
  const unmarked = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string') return [name, unmark(value)];
    return [name, Array.isArray(value) ? value.map(unmark) : value];
  });
  return Object.fromEntries(unmarked);
}

/** Values that name files have one kind of slash from here on, whatever the system writes. */
function nameFiles(values: Values): Values {
  const names = Object.entries(OPTIONS).filter(
    ([, option]) => 'value' in option && ['FILE', 'DIR', 'WHERE'].includes(option.value),
  );
  const named = names.flatMap(([name]) => {
    const value = values[name];
    if (typeof value === 'string') return [[name, withSlashes(value)]];
    return Array.isArray(value) ? [[name, value.map(withSlashes)]] : [];
  });
  return { ...values, ...Object.fromEntries(named) };
}

function explainCommand(name: string): string {
  const nearest = findNearest(name, Object.keys(COMMANDS));
  return `"${name}" is not a command.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}

function explainOption(option: string, name: string | undefined, allowed: readonly OptionName[]): string {
  const shown = option.length === 1 ? `-${option}` : `--${option}`;
  const taker = Object.keys(COMMANDS).find((other) =>
    COMMANDS[other]?.options.some((taken) => taken === option),
  );
  if (name === undefined && taker !== undefined)
    return `"${shown}" needs a command, such as "feedwright ${taker} ${shown}".`;
  const nearest = findNearest(option, allowed);
  const owner = name === undefined ? 'not an option' : `not an option of "${name}"`;
  return `"${shown}" is ${owner}.${nearest === undefined ? '' : ` Did you mean "--${nearest}"?`}`;
}
