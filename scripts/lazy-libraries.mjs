// Libraries that only some sites need are loaded when they are: each is a file of its own beside the program.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const LAZY = /\brequire\('([a-z][\w-]*)'\)/g;
const found = new Set();

/** For the program: what a file of ours requires by itself is one of those files. */
export const loadLazily = {
  name: 'load-lazily',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]lib[\\/](?:[\w-]+[\\/])+[\w-]+\.js$/ }, ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('createRequire(import.meta.url)')) return undefined;
      const contents = text.replace(LAZY, (_, name) => {
        found.add(name);
        return `require('./libraries/${name}.cjs')`;
      });
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Bundles the libraries that were found.
 * @param {object} common what esbuild is told for all our bundles
 * @returns {Promise<readonly string[]>} files that went into them
 */
export async function bundleLazyLibraries(common) {
  rmSync('lib/libraries', { recursive: true, force: true });
  const { metafile } = await build({
    ...common,
    entryPoints: Object.fromEntries([...found].toSorted().map((name) => [name, name])),
    outdir: 'lib/libraries',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
  });
  return Object.keys(metafile.inputs);
}
