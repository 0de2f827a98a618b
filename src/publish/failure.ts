import { FileRefused, reasonOf } from '../files/refused.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';

/** What the short names of the system mean when a file is written. */
const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a part of its path is a file',
  EISDIR: 'there is a folder with its name',
};

/** Why a file could not be read or written, in words. */
export function explainFailure(error: unknown, path: string, config: Config): Problem {
  const shown = showPath(path, config.workingDirectory);
  return problem('cannot-write', { file: shown }, { path: shown, reason: explainReason(error) });
}

/** What an error of the file system means, as the end of a sentence. */
export function explainReason(error: unknown): string {
  if (error instanceof FileRefused) return error.message;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  // Windows replaces no file that another program holds open.
  if (syscall === 'rename' && (code === 'EPERM' || code === 'EBUSY')) return 'another program has it open';
  return REASONS[code] ?? reasonOf(error);
}
