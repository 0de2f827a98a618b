#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runBuild } from './commands/build.ts';
import { HELP } from './commands/help.ts';
import { runList } from './commands/list.ts';
import { type CommandOutput, type CommandValues, OPTIONS, readInstant } from './commands/options.ts';

const COMMANDS = { build: runBuild, list: runList } as const;

/** The one place that prints, exits, and reads the clock, the environment and the arguments. */
function main(): void {
  const output = run(process.argv.slice(2));
  process.stdout.write(output.out);
  process.stderr.write(output.error);
  process.exitCode = output.exitCode;
}

function run(args: readonly string[]): CommandOutput {
  const parsed = parse(args);
  if (typeof parsed === 'string') return refuseUsage(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { out: HELP, error: '', exitCode: 0 };
  if (values.version) return { out: `${readVersion()}\n`, error: '', exitCode: 0 };
  const [name, extra] = positionals;
  if (name === undefined) return { out: '', error: HELP, exitCode: 2 };
  if (!Object.hasOwn(COMMANDS, name)) return refuseUsage(`"${name}" is not a command.`);
  if (extra !== undefined) return refuseUsage(`"${extra}" is one argument too many.`);
  const instant = readInstant(values.now, process.env.SOURCE_DATE_EPOCH, Date.now());
  if (typeof instant === 'string') return refuseUsage(instant);
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return COMMANDS[name as keyof typeof COMMANDS]({
    ...values,
    workingDirectory: process.cwd(),
    instant,
    colour,
  });
}

function parse(args: readonly string[]): { values: CommandValues; positionals: readonly string[] } | string {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuseUsage(message: string): CommandOutput {
  return { out: '', error: `${message}\nTry "feedwright --help".\n`, exitCode: 2 };
}

function readVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}

main();
