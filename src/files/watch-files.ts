import { statSync } from 'node:fs';
import { watch } from 'chokidar';

/** Files that are watched. */
export interface Watching {
  readonly close: () => Promise<void>;
}

/** Editors write a file in several steps; what follows within so many ms belongs together. */
const TOGETHER = 15;

/** The library drops what changes within 50 ms after another change of the file: so many ms later each file is looked at again. */
const AGAIN = 100;

/**
 * Watches files and folders with all that is in them, and tells of changes, those of a moment together.
 * @param paths absolute
 * @param isIgnored says of an absolute path whether it, and all below it, is left out
 * @returns once everything is watched
 */
export async function watchFiles(
  paths: readonly string[],
  isIgnored: (path: string) => boolean,
  tell: (changed: readonly string[]) => void,
): Promise<Watching> {
  const watcher = watch([...paths], { ignoreInitial: true, ignored: isIgnored, followSymlinks: false });
  let changed: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const later = new Set<NodeJS.Timeout>();
  const note = (path: string) => {
    changed.push(path);
    clearTimeout(timer);
    timer = setTimeout(tellAll, TOGETHER);
  };
  const tellAll = () => {
    const told = new Map(changed.map((path) => [path, stateOf(path)]));
    changed = [];
    tell([...told.keys()]);
    const look = setTimeout(() => {
      later.delete(look);
      for (const [path, state] of told) if (stateOf(path) !== state) note(path);
    }, AGAIN);
    later.add(look);
  };
  watcher.on('all', (_, path) => note(path));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      for (const each of [timer, ...later]) clearTimeout(each);
      await watcher.close();
    },
  };
}

/** What tells one state of a file from another; nothing of a folder, or of what is gone. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : '';
}
