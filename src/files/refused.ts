/** Why a file is not opened, though the system would. */
export type RefusalCode = 'a-folder' | 'not-a-file' | 'outside' | 'too-large' | 'no-staging';

const REASONS: Readonly<Record<RefusalCode, string>> = {
  'a-folder': 'it is a folder',
  'not-a-file': 'it is not a regular file',
  outside: 'it is a link that leads out of the site',
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

/** Why a file could not be read, for the end of a sentence: in words, or the system's short name such as `EACCES`. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileRefused || !(error instanceof Error))
    return String((error as Error)?.message ?? error);
  return 'code' in error ? String(error.code) : error.message;
}

/** Whether there is no file of this name: nothing, or a folder. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'a-folder';
}
