import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Keeps the compiled code of what is loaded from here on for the next run, where Node can (22.8 and later). It lies in the package, beside
 * the code that it is made of and where nobody else writes; where this user may not write either, nothing is kept.
 * @param entrance the URL of the file that begins the process or thread
 */
export function keepCompiledCode(entrance: string): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(fileURLToPath(new URL('compile-cache', entrance)));
}
