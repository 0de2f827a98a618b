import { joinLines } from '../problems/printable.ts';
import type { CommandOutput } from './options.ts';

/** The output of a command that does nothing, and says why. */
export function refuse(message: string, exitCode: 1 | 2): CommandOutput {
  return { out: '', error: joinLines(message.split('\n')), exitCode };
}
