#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from './commands/commands.ts';
import { formatCommandHelp, formatHelp } from './commands/help.ts';
import type { CommandOutput } from './commands/options.ts';
import { parseArguments } from './commands/parse.ts';
import { readInstant } from './commands/time-of-run.ts';
import { readWhole } from './files/read.ts';
import { joinLines, onOneLine, toPrint } from './problems/printable.ts';

const PACKAGE = new URL('..', import.meta.url);

/** The one place that prints, exits, and reads the clock, the environment and the arguments. */
async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const output = await run(process.argv.slice(2));
  print(output);
  process.exitCode = output.exitCode;
}

function print({ out, error, commands = '' }: CommandOutput): void {
  clearProgress();
  process.stdout.write(toPrint(out) + commands);
  process.stderr.write(toPrint(error));
}

/** Waits for Ctrl+C, or for whoever else ends the process in an orderly way. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    // They stay, so that no one takes the signal for one that ends the process.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Who reads on the other side, such as `head`, may have enough before all is said; the work is done as well. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** When long work was last shown, in ms since the process began. */
let shownAt = 0;

/** Shows long work in one line of a terminal, which the next replaces: from the first second on, ten times a second at most. */
function showProgress(what: string, share?: number): void {
  const now = performance.now();
  if (now < 1000 || now - shownAt < 100) return;
  shownAt = now;
  const width = Math.max(20, (process.stderr.columns || 80) - 8);
  const line = onOneLine(what).slice(0, width);
  process.stderr.write(`\r\x1B[2K${line}${share === undefined ? ' …' : ` ${Math.floor(share * 100)} %`}`);
}

function clearProgress(): void {
  if (shownAt > 0) process.stderr.write('\r\x1B[2K');
}

async function run(args: readonly string[]): Promise<CommandOutput> {
  const parsed = parseArguments(args);
  if (typeof parsed === 'string') return refuseUsage(parsed);
  const { name, operands, values } = parsed;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (values.version) return { out: `${readVersion()}\n`, error: '', exitCode: 0 };
  if (name === undefined || command === undefined) {
    const help = formatHelp(COMMANDS);
    return values.help ? { out: help, error: '', exitCode: 0 } : { out: '', error: help, exitCode: 2 };
  }
  if (values.help) return { out: formatCommandHelp(name, command, COMMANDS), error: '', exitCode: 0 };
  const instant = readInstant(values.now, process.env.SOURCE_DATE_EPOCH, Date.now());
  if (typeof instant === 'string') return refuseUsage(instant);
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const isWatched = process.stderr.isTTY && !process.env.CI && process.env.TERM !== 'dumb';
  const runCommand = await command.load();
  return runCommand({
    ...values,
    operands,
    workingDirectory: process.cwd(),
    instant,
    elapsed: () => performance.now(),
    ...(isWatched && !values.quiet ? { progress: showProgress } : {}),
    workers: availableParallelism() - 1,
    colour,
    print,
    ended,
    commands: COMMANDS,
    packageFolder: fileURLToPath(PACKAGE),
    environment: process.env,
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
  });
}

/** @returns undefined when the user breaks off, with Ctrl+C, Ctrl+D or by closing the terminal */
async function ask(question: string, proposal: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise<string | undefined>((resolve) => {
    const breakOff = () => resolve(undefined);
    lines.once('close', breakOff);
    const shown = proposal === '' ? '' : ` (${onOneLine(proposal)})`;
    lines.question(`${question}${shown}: `).then(resolve, breakOff);
  });
  lines.close();
  return answer?.trim() === '' ? proposal : answer;
}

function refuseUsage(message: string): CommandOutput {
  return { out: '', error: joinLines([message, 'Try "feedwright --help".']), exitCode: 2 };
}

function readVersion(): string {
  const path = fileURLToPath(new URL('package.json', PACKAGE));
  const text = readWhole(path, { maximum: 1_048_576, inside: 'anywhere' }).toString('utf8');
  const manifest: { version: string } = JSON.parse(text);
  return manifest.version;
}

await main();
