import type { Published } from '../guard/published.ts';
import type { Companion, Progress, WrittenDocument } from '../model/index.ts';

/** A body as another program renders it: HTML; undefined leaves it to us. */
export type RenderBody = (body: { readonly file: string; readonly text: string }) => string | undefined;

export interface BuildOptions {
  /** The time of the build in ms: it decides what is due and never reaches the output (R60). */
  readonly now: number;
  /** Whether warnings stop the build as errors do. @default false */
  readonly strict?: boolean;
  /**
   * How many threads may help with a large site; the result is the same with any number. While they do, garbage is collected more often in
   * all threads of the process. @default 0
   */
  readonly workers?: number;
  /** Is told how far the build is, in this thread. */
  readonly progress?: Progress;
  /**
   * What subscribers have, from the paths that will be written. Default: what the setting `published` names, if that is a folder or
   * a file, else the documents in the output folder.
   */
  readonly published?: Published['read'];
  /** Which documents of the output folder were published and are no trial; asked only about a change to refuse. Default: all. */
  readonly selectPublished?: Published['select'];
  /** Whether to write the documents; without it the report says what would be. @default true */
  readonly write?: boolean;
  /** Takes the verified documents and what accompanies them in place of the output folder, once nothing stops the build. */
  readonly take?: ((file: WrittenDocument | Companion) => void) | undefined;
  /** Renders the body of an article before it is cleaned, in this thread. */
  readonly renderBody?: RenderBody | undefined;
}
