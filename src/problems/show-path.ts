import { relative, sep } from 'node:path';

/** A path as messages show it: relative to the working folder, with `/` between segments on every system. */
export function showPath(path: string, workingDirectory: string): string {
  const shown = relative(workingDirectory, path) || '.';
  return sep === '/' ? shown : shown.split(sep).join('/');
}
