import { posix } from 'node:path';
import { readLiterals } from './literals.ts';

const ENDINGS = ['', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '/index.ts', '/index.mts', '/index.js'];
/** More than any configuration spreads. */
const MOST_FILES = 20;

/**
 * The literal values of a program, with those of the mappings that it takes in whole from files beside it: `...shared`, which
 * `./shared` exports. Its own values count first; nothing is run.
 * @param folder where the program is
 * @param textOf the text of a small file
 */
export function readProgram(
  program: string,
  folder: string,
  textOf: (path: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  const spread = new Set([...program.matchAll(/\.\.\.([A-Za-z_$][\w$]*)/g)].map(([, name = '']) => name));
  const files = [
    ...program.matchAll(/^[ \t]*import\s([^'"]{0,500}?)\sfrom\s*['"](\.{1,2}\/[^'"\n]{1,500})['"]/gm),
  ]
    .filter(([, names = '']) => (names.match(/[A-Za-z_$][\w$]*/g) ?? []).some((name) => spread.has(name)))
    .slice(0, MOST_FILES);
  const shared = files.map(([, , path = '']) => {
    const place = posix.join(folder, path);
    const places = [place, place.replace(/\.[cm]?js$/, '')].flatMap((each) =>
      ENDINGS.map((ending) => each + ending),
    );
    const text = places.map(textOf).find((found) => found !== undefined);
    return text === undefined ? {} : readLiterals(text);
  });
  return Object.assign({}, ...shared.toReversed(), readLiterals(program));
}
