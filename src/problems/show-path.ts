import { relative, sep } from 'node:path';

/** A path as messages show it: relative to the working folder, with `/` between segments on every system. */
export function showPath(path: string, workingDirectory: string): string {
  return withSlashes(relative(workingDirectory, path) || '.');
}

/** A path of this system with `/` between its segments, which every system understands. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
