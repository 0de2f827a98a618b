import { spawn } from 'node:child_process';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../lib/cli.js');

/** A command that runs on. */
export interface Running {
  /** All that it printed up to now. */
  readonly printed: () => string;
  /** Waits until it has printed something that fits, from the given place of its output on. @returns the match */
  readonly waitFor: (pattern: RegExp, from?: number) => Promise<RegExpExecArray>;
  /** Ends it as Ctrl+C does. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

/** Starts the compiled command line as a process that is ended by whoever started it. */
export function startCli(folder: string, args: readonly string[]): Running {
  const process_ = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  const ended = new Promise<number | null>((resolve) => process_.once('exit', resolve));
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [process_.stdout, process_.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      for (const listener of listeners) listener();
    });
  const waitFor = (pattern: RegExp, from = 0) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text.slice(from));
        if (match) {
          listeners.delete(look);
          resolve(match);
        }
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`It ended without ${pattern}:\n${text}`)));
      look();
    });
  return {
    printed: () => text,
    waitFor,
    stop: () => {
      process_.kill('SIGINT');
      return ended;
    },
  };
}
