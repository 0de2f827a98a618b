// Makes few files of the command line, since finding and loading a hundred small modules took half of its start-up: a thin entrance,
// and one program with all commands and the work of threads, beside which its compiled code is kept.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundlePortable } from './bundle-portable.mjs';
import { LIBRARY, makeEntries } from './entries.mjs';
import { takeFeedClass } from './feed-class.mjs';
import { bundleLazyLibraries, loadLazily } from './lazy-libraries.mjs';
import { writeNotices } from './notices.mjs';

/**
 * Libraries of our libraries that never run here: front matter is read by our engines.
 * It took 8 to 20 ms to load. A stub that is called after all says so.
 */
const UNUSED = [{ name: 'js-yaml', within: /[\\/]gray-matter[\\/]/, members: ['safeLoad', 'safeDump'] }];

const leaveOutUnused = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    for (const { name, within, members } of UNUSED) {
      const namespace = `unused-${name}`;
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
        within.test(importer) ? { path: name, namespace } : undefined,
      );
      onLoad({ filter: /.*/, namespace }, () => ({
        contents: members
          .map(
            (member) =>
              `exports.${member} = () => { throw new Error('${name} is not part of this bundle'); };`,
          )
          .join('\n'),
      }));
    }
  },
};

/** What the entrances load only when it runs: by its path in `lib/`, without the ending. */
const parts = new Set();

const loadFromProgram = {
  name: 'load-from-program',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const part = resolve(resolveDir, path)
        .slice(resolve('lib').length + 1)
        .replaceAll('\\', '/');
      parts.add(part);
      return { path: part, namespace: 'part' };
    });
    onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
      contents: `module.exports = require('./files/load-program.js').loadProgram(programFolder)[${JSON.stringify(path)}]();`,
      resolveDir: 'lib',
    }));
  },
};

const common = {
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
};
/** Libraries in CommonJS ask for `require`, which an ES module does not have. */
const banner = {
  js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
};

for (const name of readdirSync('lib'))
  if (name === 'chunks' || name.startsWith('program'))
    rmSync(`lib/${name}`, { recursive: true, force: true });
/** The class of `feed` alone: its writers and their XML library were more than half of what a user's own bundle got. */
const vocabulary = await build({
  ...common,
  entryPoints: ['lib/formats/vocabulary.js'],
  outdir: 'lib/formats',
  allowOverwrite: true,
  platform: 'neutral',
  format: 'esm',
  plugins: [takeFeedClass],
});
const entrances = await build({
  ...common,
  entryPoints: ['lib/cli.js', 'lib/worker.js', 'lib/memory-worker.js'],
  outdir: 'lib',
  allowOverwrite: true,
  format: 'esm',
  plugins: [loadFromProgram],
  banner: { js: `${banner.js} const programFolder = import.meta.dirname;` },
});
const sound = await build({
  ...common,
  entryPoints: ['lib/audio-worker.js'],
  outdir: 'lib',
  allowOverwrite: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  banner,
});
const program = await build({
  ...common,
  stdin: {
    contents: [...parts, ...Object.values(LIBRARY)]
      .toSorted()
      .map((part) => `exports[${JSON.stringify(part)}] = () => require(${JSON.stringify(`./${part}`)});`)
      .join('\n'),
    resolveDir: 'lib',
  },
  outfile: 'lib/program.cjs',
  format: 'cjs',
  plugins: [leaveOutUnused, loadLazily],
  define: { 'import.meta.url': 'programUrl' },
  banner: { js: "const programUrl = require('node:url').pathToFileURL(__filename).href;" },
});
// The program is read byte by byte, as one of ASCII. esbuild leaves other characters only in expressions and comments.
const writeAscii = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const text = readFileSync('lib/program.cjs', 'utf8');
writeFileSync('lib/program.cjs', text.replace(/[^\x00-\x7F]/g, writeAscii));
const bundled = [vocabulary, entrances, sound, program].flatMap(({ metafile }) =>
  Object.keys(metafile.inputs),
);
const library = [...(await makeEntries(common)), ...(await bundleLazyLibraries(common))];
writeNotices([...bundled, ...library, ...(await bundlePortable())], 'lib/NOTICES.txt');
// Compiled code belongs to this version of Node, so that it would be dead weight in a package for everybody.
if (process.env.npm_command !== 'pack' && process.env.npm_command !== 'publish') {
  const { status } = spawnSync(process.execPath, ['scripts/compile-program.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The compiled code of the program could not be kept.');
}
