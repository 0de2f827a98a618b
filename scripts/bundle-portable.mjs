// Puts the parser as WebAssembly into lib/portable/, with the libraries that it needs, so that it is there wherever
// the package is. npm installs it by the lock file, which alone does not ask for a processor called wasm32.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const binary = 'node_modules/@bruits/satteri-wasm32-wasi/satteri_napi.wasm32-wasi.wasm';
const target = 'lib/portable';

/**
 * @returns {Promise<readonly string[]>} files that went into it
 * @throws {Error} for a package that is to be published without it
 */
export async function bundlePortable() {
  if (!existsSync(binary)) {
    if (process.env.npm_command === 'pack' || process.env.npm_command === 'publish')
      throw new Error(`${binary} is missing: run npm ci`);
    return [];
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  // A quarter of its size, for who installs it: most machines have a native build and never read it.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${target}/satteri.wasm.br`, brotliCompressSync(readFileSync(binary), { params }));
  const { metafile } = await build({
    entryPoints: ['scripts/portable-engine.mjs'],
    outfile: `${target}/engine.cjs`,
    bundle: true,
    metafile: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
    logLevel: 'warning',
  });
  // The parser itself, whose notice is in the package that it is a build of.
  return ['node_modules/satteri/package.json', ...Object.keys(metafile.inputs)];
}
