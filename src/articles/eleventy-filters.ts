import { dirname, join } from 'node:path';
import { readWhole } from '../files/read.ts';
import type { Config } from '../model/index.ts';
import { dropComments } from './drop-comments.ts';
import { foldersAbove } from './read-defaults.ts';

const CONFIGURATIONS = [
  '.eleventy.js',
  ...['js', 'mjs', 'cjs', 'ts', 'mts'].map((ending) => `eleventy.config.${ending}`),
];

const MAXIMUM_BYTES = 1_048_576;
/** More files than a configuration is divided into. */
const MOST_FILES = 50;

const DEFINED = /\.add(?:Async|Nunjucks|NunjucksAsync|Liquid|Handlebars)?Filter\(\s*["'`](\w+)["'`]/g;
/** Filters that are added one by one from a list: their names are keys or functions. */
const FROM_LIST = /\.add(?:Async|Nunjucks|Liquid)?Filter\(\s*[A-Za-z_$]/;
const LISTED =
  /(?:^|[\s{,.])["']?(slug|slugify|date|lower|downcase)["']?\s*(?:[:=](?!=)|\([^()]{0,80}\)\s*\{)/gm;
const IMPORTED = /(?:\brequire\(\s*|\bfrom\s*|\bimport\s*\(?\s*)["'`](\.{1,2}\/[^"'`\n]{1,200})["'`]/g;

/**
 * The names of the filters that the configuration of Eleventy defines itself, and so does with a text what no one knows here. Nothing
 * is read before the first permalink with a filter asks.
 */
export function createFilterReader(config: Config): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined;
  return () => {
    known ??= readFilters(config);
    return known;
  };
}

function readFilters(config: Config): ReadonlySet<string> {
  const code = readConfiguration(config);
  const listed = FROM_LIST.test(code) ? [...code.matchAll(LISTED)] : [];
  return new Set([...code.matchAll(DEFINED), ...listed].map(([, name = '']) => name));
}

/** The code of the nearest configuration above the articles, and of the files that it is made of; empty without any. */
export function readConfiguration({ articles, root }: Config): string {
  const above = articles.flatMap((folder) => foldersAbove(join(folder, '_'), root).toReversed());
  const paths = [...new Set([...above, root])].flatMap((folder) =>
    CONFIGURATIONS.map((name) => join(folder, name)),
  );
  const main = paths.find((path) => readCode(path, root) !== undefined);
  return main === undefined ? '' : gatherCode(main, root).join('\n');
}

/** The configuration and the files of the site that it is made of. */
function gatherCode(main: string, root: string): readonly string[] {
  const found = new Map<string, string>();
  const waiting = [main];
  for (let path = waiting.shift(); path !== undefined && found.size < MOST_FILES; path = waiting.shift()) {
    const code = found.has(path) ? undefined : readCode(path, root);
    if (code === undefined) continue;
    found.set(path, code);
    for (const [, name = ''] of code.matchAll(IMPORTED)) {
      const place = join(dirname(path), name);
      waiting.push(
        ...(/\.[cm]?[jt]s$/.test(name) ? [place] : [`${place}.js`, `${place}.cjs`, join(place, 'index.js')]),
      );
    }
  }
  return [...found.values()];
}

/** A program without its comments; undefined where there is none that can be read. */
function readCode(path: string, root: string): string | undefined {
  try {
    return dropComments(readWhole(path, { maximum: MAXIMUM_BYTES, inside: [root] }).toString('utf8'));
  } catch {
    return undefined;
  }
}
