import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listNames } from './places.ts';
import { isAlive } from './staging.ts';

/**
 * Removes what builds of version 0.1 left beside their files when they were killed: `.rss.xml.1234.tmp`.
 * @param paths absolute, of files that are ours; only what is named after one of them, and after a process that is gone, is removed
 */
export function removeLeftovers(paths: readonly string[]): void {
  const own = new Set(paths);
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    for (const name of listNames(folder) ?? []) {
      const [, file = '', pid] = /^\.(.+)\.(\d{1,10})\.tmp$/.exec(name) ?? [];
      const isLeft = own.has(join(folder, file)) && !isAlive(Number(pid));
      if (isLeft) rmSync(join(folder, name), { force: true });
    }
  }
}
