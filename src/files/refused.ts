/** Why a file is not opened, though the system would. */
export type RefusalCode = 'a-folder' | 'not-a-file' | 'outside' | 'too-large' | 'no-staging';

const REASONS: Readonly<Record<RefusalCode, string>> = {
  'a-folder': 'it is a folder',
  'not-a-file': 'it is not a regular file',
  outside: 'it is a link that leads outside the site',
  'too-large': 'it is too large',
  'no-staging': 'no temporary file can be made on its disk',
};

/** A file that is not opened. */
export class FileRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(REASONS[code]);
    this.code = code;
  }
}

/** What the system's short names mean. */
const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this system allows',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  EBUSY: 'another program has it open',
};

/** Why a file could not be read or written, for the end of a sentence: in words, or the system's short name if there are none. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileRefused || !(error instanceof Error))
    return String((error as Error)?.message ?? error);
  return 'code' in error ? (SYSTEM_REASONS[String(error.code)] ?? String(error.code)) : error.message;
}

/** Whether there is no file of this name: nothing, or a folder. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'a-folder';
}
