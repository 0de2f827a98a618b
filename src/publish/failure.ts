import { FileRefused } from '../files/refused.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this system allows',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EISDIR: 'a folder is in its place',
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
  return REASONS[code] ?? (code || String(error));
}
