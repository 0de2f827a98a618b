// Makes few files of the command line, divided at its commands: finding and loading a hundred small modules took half of its start-up.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { bundlePortable } from './bundle-portable.mjs';
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

rmSync('lib/chunks', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['lib/cli.js', 'lib/worker.js', 'lib/sound-worker.js'],
  outdir: 'lib',
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  plugins: [leaveOutUnused],
  logLevel: 'warning',
  // Libraries in CommonJS ask for `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
writeNotices([...Object.keys(metafile.inputs), ...(await bundlePortable())], 'lib/NOTICES.txt');
