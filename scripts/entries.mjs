// Makes what programs import: the library as a thin file over the program, the class Feed as one file that needs nothing else; both as
// ES modules and in CommonJS, with the declarations that they lead to and no others.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { build } from 'esbuild';

const target = 'lib/entry';

/** The files of `lib/` that programs import, by the name under which they do. */
export const LIBRARY = {
  index: 'index.js',
  eleventy: 'adapters/eleventy.js',
  vite: 'adapters/vite.js',
  astro: 'adapters/astro.js',
  docusaurus: 'adapters/docusaurus.js',
};
/** What runs without Node as well. */
const ANYWHERE = { feed: 'formats/feed.js', rss: 'adapters/astro-rss.js', handler: 'adapters/handler.js' };

/**
 * @param {object} common what esbuild is told for all our bundles
 * @returns {Promise<readonly string[]>} files that went into them
 */
export async function makeEntries(common) {
  for (const made of [target, 'lib/types']) rmSync(made, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const inputs = [];
  for (const [name, file] of Object.entries(LIBRARY)) inputs.push(...(await makeThin(common, name, file)));
  for (const [name, file] of Object.entries(ANYWHERE)) inputs.push(...(await makeWhole(common, name, file)));
  declare([...Object.values(LIBRARY), ...Object.values(ANYWHERE)]);
  return inputs;
}

/** One file that needs no other. */
async function makeWhole(common, name, file) {
  const inputs = [];
  for (const [format, extension] of Object.entries({ esm: 'js', cjs: 'cjs' })) {
    const { metafile } = await build({
      ...common,
      entryPoints: [`lib/${file}`],
      outfile: `${target}/${name}.${extension}`,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      format,
      // Tools that only look at the beginning take a library in CommonJS inside of it for the kind of the file.
      banner: { js: format === 'esm' ? 'export {};' : '' },
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}

/** The exports of a part of the program; an ES module has to name each. */
async function makeThin(common, name, file) {
  const names = Object.keys(await import(new URL(`../lib/${file}`, import.meta.url).href));
  const exported = names.map((each) =>
    each === 'default' ? 'export default part.default;' : `export const ${each} = part.${each};`,
  );
  const write = (folder) =>
    [
      "import { loadLibrary } from './files/load-program.js';",
      `const part = loadLibrary(${folder})[${JSON.stringify(file)}]();`,
      ...exported,
    ].join('\n');
  const texts = { js: write('import.meta.dirname'), cjs: write('__dirname') };
  const inputs = [];
  for (const [extension, contents] of Object.entries(texts)) {
    const { metafile } = await build({
      ...common,
      stdin: { contents, resolveDir: 'lib' },
      outfile: `${target}/${name}.${extension}`,
      format: extension === 'js' ? 'esm' : 'cjs',
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}

/** Copies the declarations that some files lead to, once for each kind of module; those of `feed` stand beside ours. */
function declare(entries) {
  const found = new Map();
  const follow = (path) => {
    if (found.has(path)) return;
    const text = readFileSync(declarationOf(path), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*$/m, '');
    found.set(path, text);
    for (const [, name] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      const next = locate(path, name);
      if (next) follow(next);
    }
  };
  for (const entry of entries) follow(entry);
  for (const [path, text] of found) {
    for (const extension of ['ts', 'cts']) write(path, text, extension);
  }
}

const FEED = 'feed-package.js';

function declarationOf(path) {
  return path === FEED ? 'node_modules/feed/lib/feed.d.ts' : `lib/${path.replace(/js$/, 'd.ts')}`;
}

/** The file of ours that an import in a declaration means. */
function locate(from, name) {
  if (name === 'feed') return FEED;
  return name?.startsWith('.') ? posix.join(posix.dirname(from), name.replace(/ts$/, 'js')) : undefined;
}

function write(path, text, extension) {
  const linked = text.replace(/(from |import\()(['"])([^'"]+)\2/g, (whole, before, quote, name) => {
    const next = locate(path, name);
    if (!next) return whole;
    const own = posix.relative(posix.dirname(path), next.replace(/js$/, extension === 'ts' ? 'js' : 'cjs'));
    return `${before}${quote}${own.startsWith('.') ? own : `./${own}`}${quote}`;
  });
  const file = join('lib/types', path.replace(/js$/, `d.${extension}`));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, linked);
}
