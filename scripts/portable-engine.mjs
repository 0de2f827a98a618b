// The entry of lib/portable/engine.cjs: the parser as WebAssembly, for machines that it has no native build for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { instantiateNapiModuleSync } from '@emnapi/core';
import { getDefaultContext } from '@emnapi/runtime';
import { WASI } from '@tybys/wasm-util';

/**
 * The functions of satteri's binding, from the same source compiled for another processor. They see no file,
 * environment or clock of the machine, and start no threads.
 * @returns {import('../src/content/engine.ts').Engine}
 */
export function loadPortable() {
  // The module asks for at least so many pages of 64 KiB; the system gives them when they are written to.
  const memory = new WebAssembly.Memory({ initial: 4000, maximum: 65536, shared: true });
  const compressed = readFileSync(join(import.meta.dirname, 'satteri.wasm.br'));
  const { napiModule } = instantiateNapiModuleSync(brotliDecompressSync(compressed), {
    context: getDefaultContext(),
    wasi: new WASI({ version: 'preview1' }),
    asyncWorkPoolSize: 0,
    onCreateWorker() {
      throw new Error('The parser needs no threads.');
    },
    overwriteImports(imports) {
      imports.env = { ...imports.env, ...imports.napi, ...imports.emnapi, memory };
      return imports;
    },
    beforeInit({ instance }) {
      for (const [name, register] of Object.entries(instance.exports)) {
        if (name.startsWith('__napi_register__')) register();
      }
    },
  });
  const {
    createHastHandle,
    createHastHandleFromHtml,
    renderHandle,
    walkHandle,
    serializeHandle,
    dropHandle,
  } = napiModule.exports;
  // A lone surrogate has no UTF-8: native builds read U+FFFD, this one would make up a character of what follows.
  return {
    createHastHandle: (text, ...options) => createHastHandle(text.toWellFormed(), ...options),
    createHastHandleFromHtml: (html, fragment) => createHastHandleFromHtml(html.toWellFormed(), fragment),
    renderHandle,
    walkHandle,
    serializeHandle,
    dropHandle,
  };
}
