import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isThere, realPath } from '../files/places.ts';
import type { Environment, ToRepositoryPath } from '../reporters/format.ts';

/**
 * How files are named in CI, which looks them up from the root of the repository, wherever the command runs in it.
 * @param workingDirectory absolute; files are relative to it
 * @returns a function that gives undefined for a URL, for what is not there and for what is outside
 */
export function repositoryPaths(workingDirectory: string, environment: Environment): ToRepositoryPath {
  const root = findRoot(workingDirectory, environment);
  return (file) => {
    const path = relative(root, resolve(workingDirectory, file));
    const isInside = path !== '' && !path.startsWith('..') && !isAbsolute(path);
    return isInside && isThere(join(root, path)) ? path.split(sep).join('/') : undefined;
  };
}

/** The folder with the nearest `.git`; where there is none, as in a source archive, the folder that CI names. */
function findRoot(workingDirectory: string, { GITHUB_WORKSPACE, CI_PROJECT_DIR }: Environment): string {
  for (let folder = workingDirectory; ; folder = dirname(folder)) {
    if (isThere(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) break;
  }
  const named = GITHUB_WORKSPACE ?? CI_PROJECT_DIR;
  const root = named === undefined ? undefined : realPath(named);
  if (root === undefined) return workingDirectory;
  return relative(root, workingDirectory).startsWith('..') ? workingDirectory : root;
}
