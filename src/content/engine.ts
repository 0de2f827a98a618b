import { createRequire } from 'node:module';

/** How the parser turns Markdown into the tree of HTML. */
export interface ConvertOptions {
  /** What the ids of footnotes begin with. */
  readonly clobberPrefix?: string;
  /** Whether the HTML inside is read again by the rules of browsers. */
  readonly rawHtml?: boolean;
}

declare const held: unique symbol;

/** A parsed document that the engine holds until it is dropped. */
export interface Handle {
  readonly [held]: never;
}

/** The functions of satteri's binding that we use: the same in the native builds and in WebAssembly. */
export interface Engine {
  readonly createHastHandle: (
    text: string,
    parseOptions: number,
    convertOptions: ConvertOptions,
    trackPositions: boolean,
  ) => Handle;
  readonly createHastHandleFromHtml: (html: string, fragment: boolean) => Handle;
  readonly renderHandle: (handle: Handle) => string;
  /** The nodes of a type, as bytes; four of them when there are none. */
  readonly walkHandle: (
    handle: Handle,
    nodes: readonly { readonly nodeType: number; readonly tagFilter: readonly string[] }[],
  ) => Uint8Array;
  readonly serializeHandle: (handle: Handle) => Uint8Array;
  readonly dropHandle: (handle: Handle) => void;
}

const load = createRequire(import.meta.url);
let engine: Engine | undefined;

/**
 * The parser of this machine, loaded when first asked for: its native build, or else the portable one of our package.
 * @throws Error when neither can be loaded
 */
export function loadEngine(): Engine {
  engine ??= loadNative() ?? loadPortable();
  return engine;
}

/** The package that npm chose for this machine. Of two C libraries, a build for the other one can't be loaded. */
function loadNative(): Engine | undefined {
  const machine = `@bruits/satteri-${process.platform}-${process.arch}`;
  for (const suffix of process.platform === 'linux' ? ['-gnu', '-musl'] : ['', '-msvc']) {
    try {
      // The packages belong to satteri, and need not be visible from here.
      return createRequire(load.resolve('satteri'))(machine + suffix);
    } catch {
      // Not installed, or not for this machine.
    }
  }
  return undefined;
}

function loadPortable(): Engine {
  try {
    return load('#portable-engine').loadPortable();
  } catch (cause) {
    throw new Error(
      `The Markdown parser has no build for ${process.platform} ${process.arch}, and its portable build does not load.`,
      { cause },
    );
  }
}
