import {
  COMMON_OPTIONS,
  type Command,
  type CommandOptions,
  type CommandOutput,
  OPTIONS,
  type Option,
  type OptionName,
} from './options.ts';

type Commands = Readonly<Record<string, Command>>;

const SHELLS: ReadonlyMap<string, (commands: Commands) => string> = new Map([
  ['bash', writeBash],
  ['zsh', writeZsh],
  ['fish', writeFish],
]);

/** `feedwright completion SHELL`: a script by which a shell completes commands, options and files. */
export function runCompletion({ operands, commands = {} }: CommandOptions): CommandOutput {
  const write = SHELLS.get(operands[0] ?? '');
  if (write && operands.length === 1) return { out: write(commands), error: '', exitCode: 0 };
  const error = `Name your shell: "feedwright completion ${[...SHELLS.keys()].join('", "feedwright completion ')}".\n`;
  return { out: '', error, exitCode: 2 };
}

function optionsOf({ options }: Command): readonly OptionName[] {
  return [...options, ...COMMON_OPTIONS];
}

/** What may follow a command that takes neither files nor URLs. */
function choicesOf(name: string, commands: Commands): readonly string[] {
  if (name === 'completion') return [...SHELLS.keys()];
  return name === 'help' ? Object.keys(commands) : [];
}

function flagsOf(command: Command): string {
  return optionsOf(command)
    .map((name) => `--${name}`)
    .join(' ');
}

function writeBash(commands: Commands): string {
  const cases = Object.entries(commands).map(
    ([name, command]) =>
      `    ${name}) words="${flagsOf(command)}" choices="${choicesOf(name, commands).join(' ')}" ;;`,
  );
  return `# bash completion of feedwright: eval "$(feedwright completion bash)"
_feedwright() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words choices
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${Object.keys(commands).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) if [ -n "$choices" ]; then COMPREPLY=($(compgen -W "$choices" -- "$word")); else COMPREPLY=($(compgen -f -- "$word")); fi ;;
  esac
}
complete -o filenames -F _feedwright feedwright
`;
}

function writeZsh(commands: Commands): string {
  const names = Object.entries(commands).map(([name, { summary }]) => `    '${name}:${quoteIn(summary)}'`);
  const cases = Object.entries(commands).map(([name, command]) => {
    const choices = choicesOf(name, commands).join(' ');
    const operand = choices === '' ? "'*:file:_files'" : `'1:command' '2:name:(${choices})'`;
    return `    ${name}) _arguments ${argumentsOf(command)} ${operand} ;;`;
  });
  return `#compdef feedwright
# zsh completion of feedwright: source <(feedwright completion zsh)
_feedwright() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
# In a folder of $fpath the file is the function; sourced, it only defines it.
if [ "\${funcstack[1]}" = _feedwright ]; then _feedwright "$@"; else compdef _feedwright feedwright; fi
`;
}

function argumentsOf(command: Command): string {
  return optionsOf(command)
    .map((name) => {
      const option: Option = OPTIONS[name];
      const value = option.value === undefined ? '' : `:${option.value}:_files`;
      return `'${option.multiple ? '*' : ''}--${name}[${quoteIn(option.help[0] ?? '').replaceAll(/[[\]]/g, '')}]${value}'`;
    })
    .join(' ');
}

function writeFish(commands: Commands): string {
  const names = Object.keys(commands).join(' ');
  const lines = Object.entries(commands).flatMap(([name, command]) => [
    `complete -c feedwright -f -n "not __fish_seen_subcommand_from ${names}" -a ${name} -d '${quoteFish(command.summary)}'`,
    ...choicesOf(name, commands).map(
      (choice) => `complete -c feedwright -f -n "__fish_seen_subcommand_from ${name}" -a ${choice}`,
    ),
    ...optionsOf(command).map((option) => {
      const { short, value, help }: Option = OPTIONS[option];
      const letter = short === undefined ? '' : ` -s ${short}`;
      const needs = value === undefined ? '' : ' -r';
      return `complete -c feedwright -n "__fish_seen_subcommand_from ${name}" -l ${option}${letter}${needs} -d '${quoteFish(help[0] ?? '')}'`;
    }),
  ]);
  return `# fish completion of feedwright: feedwright completion fish | source\n${lines.join('\n')}\n`;
}

/** Within single quotes of a POSIX shell. */
function quoteIn(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
}

/** Within single quotes of fish. */
function quoteFish(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
