import { relative, sep } from 'node:path';

/** A folder in its repository. */
export interface Place {
  readonly folder: string;
  /** Absolute top of the repository. */
  readonly top: string;
  /** The folder below the top: empty, or with a `/` at its end. */
  readonly prefix: string;
}

/** Why git does not say what it is asked for. */
export interface Failure {
  readonly code: 'no-git' | 'git-failed' | 'shallow-clone';
  /** What git says itself. */
  readonly said: string;
}

const BYTES = 512 * 1024 * 1024;
const MINUTES = 5 * 60_000;

/**
 * Runs git in a folder without a shell.
 * @param input lines for its standard input
 */
export function askGit(
  folder: string,
  args: readonly string[],
  input = '',
): { readonly text: string } | Failure {
  // Loaded only when needed: most runs never ask git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const ran = spawnSync('git', ['-C', folder, '--no-pager', ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: BYTES,
    timeout: MINUTES,
  });
  if (ran.error && 'code' in ran.error && ran.error.code === 'ENOENT') return { code: 'no-git', said: '' };
  if (ran.status === 0) return { text: ran.stdout };
  const said = ran.error?.message ?? ran.stderr.trim().split('\n')[0] ?? '';
  return { code: 'git-failed', said: said.replace(/^(?:fatal|error): /, '') };
}

/** Finds a folder in its repository; a clone without the whole history is refused. */
export function locateFolder(folder: string): Place | Failure {
  const asked = askGit(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix', '--show-toplevel']);
  if ('code' in asked) return asked;
  // The path comes last: it alone may hold line breaks.
  const [shallow, prefix = '', ...rest] = asked.text.replace(/\n$/, '').split('\n');
  if (shallow === 'true') return { code: 'shallow-clone', said: '' };
  return { folder, prefix, top: rest.join('\n') };
}

/** The path of a file in the repository, as git names it. */
export function pathIn({ folder, prefix }: Place, path: string): string {
  return prefix + relative(folder, path).split(sep).join('/');
}

/** Whether a repository has no commit yet. */
export function isEmptyRepository(top: string): boolean {
  return 'code' in askGit(top, ['rev-parse', '--quiet', '--verify', 'HEAD']);
}
