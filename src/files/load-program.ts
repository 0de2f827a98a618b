import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What the command line and its threads run: one file beside them, which `scripts/bundle.mjs` makes. */
const PROGRAM = 'program.cjs';

/** A part of the program and how to load it, by the name under which the bundle has it. */
export type Program = Readonly<Record<string, () => unknown>>;

/**
 * Loads the program with the compiled code that lies beside it. Code of another version of Node, or none, only costs time: then the
 * program is compiled again, and Node keeps what it compiled for the next run where it can (22.8 and later). All of it lies in the
 * package, where no one else writes.
 * @param folder the folder of the program
 */
export function loadProgram(folder: string): Program {
  const script = readCompiled(folder);
  if (script) return runProgram(folder, script);
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(join(folder, 'compile-cache'));
  return requireProgram(folder);
}

/** Loads the program in a process that is not ours: as any module, without a change to how that process compiles or keeps memory. */
function requireProgram(folder: string): Program {
  return createRequire(join(folder, PROGRAM))(`./${PROGRAM}`);
}

/**
 * Loads the program for an entry of the library.
 * @param folder that of the entry, in the folder of the program; a bundler leaves none, or another
 * @throws Error when the entry was taken away from the program
 */
export function loadLibrary(folder: string | undefined): Program {
  const parent = folder === undefined ? undefined : dirname(folder);
  if (parent !== undefined && existsSync(join(parent, PROGRAM))) return requireProgram(parent);
  throw new Error(
    'feedwright was bundled, but loads files of its own package. Tell your bundler to leave it out: in Next.js with serverExternalPackages: ["feedwright"], elsewhere as "external". Only feedwright/feed, feedwright/rss and feedwright/handler can be bundled.',
  );
}

/** The program's script with the compiled code that fits this process, if there is any. V8 itself refuses code that is not whole. */
function readCompiled(folder: string): Script | undefined {
  try {
    const script = compileProgram(folder, readFileSync(nameCompiled(folder)));
    return script.cachedDataRejected === false ? script : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param compiled code kept of an earlier run, which V8 holds against its version, its flags and the length of the source
 * @returns the program as a script that is not run yet
 */
export function compileProgram(folder: string, compiled?: Buffer): Script {
  const filename = join(folder, PROGRAM);
  const text = module.wrap(readFileSync(filename, 'latin1'));
  return new Script(text, compiled ? { filename, cachedData: compiled } : { filename });
}

/** Runs the program's script as Node runs a module. */
export function runProgram(folder: string, script: Script): Program {
  const filename = join(folder, PROGRAM);
  const found = { exports: {} };
  script.runInThisContext()(found.exports, createRequire(filename), found, filename, dirname(filename));
  return found.exports;
}

/** Compiled code belongs to one version of Node on one kind of machine. */
export function nameCompiled(folder: string): string {
  return join(folder, `program-${process.version}-${process.platform}-${process.arch}.bin`);
}
