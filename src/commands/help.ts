import { COMMON_OPTIONS, type Command, OPTIONS, type Option, type OptionName } from './options.ts';

type Commands = Readonly<Record<string, Command>>;

const SUMMARY = 'Turns a folder of articles with front matter into RSS, Atom and JSON Feed files.';

const EXIT_CODES = `Exit codes
  0 done or unchanged   1 errors were found (with --strict: or warnings)   2 wrong usage
`;

/** What `feedwright --help` prints: all commands, all options. */
export function formatHelp(all: Commands): string {
  const commands = Object.entries(all);
  const usages = commands.map(([name, command]) => formatUsage(name, command));
  const width = Math.max(...usages.map((usage) => usage.length));
  const usage = commands.map(
    ([, { summary }], index) => `  ${(usages[index] ?? '').padEnd(width)}   ${summary}\n`,
  );
  const names = Object.keys(OPTIONS) as OptionName[];
  const examples = commands.flatMap(([, command]) => command.examples.slice(0, 2));
  return [
    `${SUMMARY}\n`,
    `Usage\n${usage.join('')}`,
    `Options\n${formatOptions(all, names)}`,
    `Examples\n${formatExamples(examples)}`,
    EXIT_CODES,
  ].join('\n');
}

/** What `feedwright NAME --help` prints. */
export function formatCommandHelp(name: string, command: Command, all: Commands): string {
  const { summary, options, examples } = command;
  const names = (Object.keys(OPTIONS) as OptionName[]).filter((option) =>
    [...options, ...COMMON_OPTIONS].includes(option),
  );
  return [
    `${formatUsage(name, command)}: ${summary}\n`,
    `Options\n${formatOptions(all, names, name)}`,
    `Examples\n${formatExamples(examples)}`,
    EXIT_CODES,
  ].join('\n');
}

function formatUsage(name: string, { operands }: Command): string {
  return ['feedwright', name, '[options]', ...(operands === undefined ? [] : [operands])].join(' ');
}

function formatExamples(examples: readonly string[]): string {
  return examples.map((example) => `  ${example}\n`).join('');
}

/** @param command whose help it is; without it each option names the commands that take it, where not all do */
function formatOptions(all: Commands, names: readonly OptionName[], command?: string): string {
  const rows = names.map((name) => {
    const option: Option = OPTIONS[name];
    const lines = (command === undefined ? undefined : option.helpOf?.[command]) ?? option.help;
    const short = option.short === undefined ? '    ' : `-${option.short}, `;
    const value = option.value === undefined ? '' : ` ${option.value}`;
    return { head: `  ${short}--${name}${value}`, lines, takers: listTakers(all, name) };
  });
  const width = Math.max(...rows.map(({ head }) => head.length)) + 3;
  return rows
    .flatMap(({ head, lines, takers }) => {
      const last = command === undefined && takers !== '' ? ` (${takers})` : '';
      return lines.map((line, index) => {
        const text = index === lines.length - 1 ? line + last : line;
        return `${(index === 0 ? head : '').padEnd(width)}${text}\n`;
      });
    })
    .join('');
}

/** `build, list`; nothing for an option that most commands take, as the help of each command says which. */
function listTakers(all: Commands, name: OptionName): string {
  const takers = Object.entries(all).filter(([, { options }]) => options.includes(name));
  const isCommon = COMMON_OPTIONS.includes(name) || takers.length > Object.keys(all).length / 2;
  return isCommon ? '' : takers.map(([taker]) => taker).join(', ');
}
