import type { Progress } from '../model/index.ts';
import type { OPTIONS, OptionName } from './option-table.ts';

export { OPTIONS, type Option, type OptionName } from './option-table.ts';

type ValueOf<Given> = Given extends { readonly type: 'boolean' }
  ? boolean
  : Given extends { readonly multiple: true }
    ? readonly string[]
    : string;

export type CommandValues = { readonly [Name in OptionName]?: ValueOf<(typeof OPTIONS)[Name]> };

/** A command: what `--help` says about it, and its code, which is loaded only when it runs. */
export interface Command {
  readonly summary: string;
  /** What may be after the name besides options, e.g. `FEED…`; nothing when missing. */
  readonly operands?: string;
  /** The options it takes besides those of every command. */
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  readonly load: () => Promise<(options: CommandOptions) => CommandOutput | Promise<CommandOutput>>;
}

/** The options that every command takes. */
export const COMMON_OPTIONS: readonly OptionName[] = ['help', 'version'];

/** What a command is run with: the words of the user and the surroundings that only the entry point may look at. */
export interface CommandOptions extends CommandValues {
  /** What stands after the name of the command, besides options. */
  readonly operands: readonly string[];
  /** Absolute. */
  readonly workingDirectory: string;
  /** Time of the run in ms. */
  readonly instant: number;
  /** ms since the process began, for those who wait; never for what is written. */
  readonly elapsed: () => number;
  /** Shows a user who waits what is going on. */
  readonly progress?: Progress;
  /** How many threads may help. */
  readonly workers: number;
  /** Whether errors and warnings may be coloured. */
  readonly colour: boolean;
  /** Asks the user, where there is one; an empty answer is the proposal, undefined that the user broke off. */
  readonly ask?: (question: string, proposal: string) => Promise<string | undefined>;
  /** Prints what a command that runs on has to say meanwhile. */
  readonly print?: (output: CommandOutput) => void;
  /** Waits until the user ends the command, with Ctrl+C. */
  readonly ended?: () => Promise<void>;
  /** All commands by name, for those that are about them. */
  readonly commands?: Readonly<Record<string, Command>>;
  /** The folder of the package, absolute. */
  readonly packageFolder: string;
  /** The variables of the environment, by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a command wants to be printed and returned to the shell. */
export interface CommandOutput {
  readonly out: string;
  readonly error: string;
  /** Commands to the runner of a CI job, printed after `out`; what is in them is escaped as it takes it. */
  readonly commands?: string;
  readonly exitCode: 0 | 1 | 2;
}
