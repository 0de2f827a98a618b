import { join } from 'node:path';
import { realPath } from '../files/places.ts';
import { readText } from './read-text.ts';

/** How a job gets feedwright where no repository is known: the owner has to be filled in. */
export const UNKNOWN_SOURCE = 'git+https://github.com/OWNER/feedwright.git#COMMIT';

/**
 * Where this feedwright came from, as npm takes it on any other machine: a version of a registry, or a repository with the commit.
 * @param packageFolder absolute
 * @param workingDirectory the site, whose lock file knows; absolute
 * @returns undefined when it came from this machine alone
 */
export function readSource(packageFolder: string, workingDirectory: string): string | undefined {
  const folder = realPath(packageFolder) ?? packageFolder;
  return readInstalled(workingDirectory) ?? readClone(folder) ?? readManifest(folder);
}

/** What npm noted when it installed the package in the site. */
function readInstalled(workingDirectory: string): string | undefined {
  const notes = readJson(join(workingDirectory, 'node_modules/.package-lock.json'));
  const { resolved, version } = notes?.packages?.['node_modules/feedwright'] ?? {};
  if (typeof resolved !== 'string') return undefined;
  if (/^https?:\/\/registry\.npmjs\.org\//.test(resolved) && typeof version === 'string')
    return `feedwright@${version}`;
  return asAddress(resolved);
}

/** The remote of the clone that runs, and its commit. */
function readClone(folder: string): string | undefined {
  const config = readText(join(folder, '.git/config'));
  const [, section = ''] = /^\[remote "origin"\]\n((?:[\t ].*\n?)*)/m.exec(config) ?? [];
  const [, remote] = /^\s*url = (.+)$/m.exec(section) ?? [];
  const head = readText(join(folder, '.git/HEAD')).trim();
  const [, branch] = /^ref: (refs\/heads\/[^\s.][^\s]*)$/.exec(head) ?? [];
  const packed = readText(join(folder, '.git/packed-refs'));
  const commit =
    branch === undefined ? head : readText(join(folder, '.git', branch)).trim() || findPacked(packed, branch);
  return remote !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
    ? asAddress(`${remote.trim()}#${commit}`)
    : undefined;
}

function findPacked(packed: string, branch: string): string {
  return (
    packed
      .split('\n')
      .find((line) => line.endsWith(` ${branch}`))
      ?.split(' ')[0] ?? ''
  );
}

/** What the package says of itself; releases are tagged with their version. */
function readManifest(folder: string): string | undefined {
  const { repository, version } = readJson(join(folder, 'package.json')) ?? {};
  return typeof repository?.url === 'string' ? asAddress(`${repository.url}#v${version}`) : undefined;
}

/** A repository over https, without a password; undefined for one that only this machine reaches. */
function asAddress(source: string): string | undefined {
  const plain = source
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/]/, 'https://$1/')
    .replace(/^git:\/\//, 'https://');
  if (!/^https:\/\//.test(plain) || !URL.canParse(plain)) return undefined;
  const url = new URL(plain);
  url.username = '';
  url.password = '';
  return url.hash === '' || /['"$`\\\s]/.test(url.href) ? undefined : `git+${url.href}`;
}

/** What npm writes of packages, as far as it is asked for here; nothing in it has been checked. */
interface Noted {
  readonly packages?: Readonly<Record<string, { readonly resolved?: unknown; readonly version?: unknown }>>;
  readonly repository?: { readonly url?: unknown };
  readonly version?: unknown;
}

function readJson(path: string): Noted | undefined {
  try {
    return JSON.parse(readText(path)) ?? undefined;
  } catch {
    return undefined;
  }
}
