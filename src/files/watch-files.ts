import { watch } from 'chokidar';

/** Files that are watched. */
export interface Watching {
  readonly close: () => Promise<void>;
}

/** Editors write a file in several steps; what follows within so many ms belongs together. */
const TOGETHER = 15;

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
  watcher.on('all', (_, path) => {
    changed.push(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const all = [...new Set(changed)];
      changed = [];
      tell(all);
    }, TOGETHER);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
