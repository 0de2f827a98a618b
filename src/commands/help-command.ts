import { formatCommandHelp, formatHelp } from './help.ts';
import type { CommandOptions, CommandOutput } from './options.ts';
import { refuse } from './refuse.ts';

/** `feedwright help [COMMAND]`: what `--help` prints, and `COMMAND --help`. */
export function runHelp({ operands, commands = {} }: CommandOptions): CommandOutput {
  const [name] = operands;
  if (name === undefined) return { out: formatHelp(commands), error: '', exitCode: 0 };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command
    ? { out: formatCommandHelp(name, command, commands), error: '', exitCode: 0 }
    : refuse(`"${name}" is not a command. "feedwright help" lists all commands.`, 2);
}
