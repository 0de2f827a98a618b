/** What a build in memory takes and gives, as one thread tells it the other. Types only. */
import type { FeedFormat } from './feed.ts';
import type { Companion } from './page.ts';
import type { Problem } from './problem.ts';
import type { BuildReport } from './report.ts';

/** A file of a build in memory. */
export interface BuiltFile {
  /** Below the output folder, `/` between segments. */
  readonly path: string;
  readonly kind: 'feed' | Companion['kind'];
  /** Of a feed. */
  readonly format?: FeedFormat;
  /** The media type to serve it with. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the thread of a build gets: articles, in as many messages as it takes, then what to build. */
export type BuildOrder =
  | { readonly articles: readonly (readonly [path: string, text: string])[] }
  | {
      readonly settings: object;
      readonly workingDirectory: string;
      readonly now: number;
      readonly strict: boolean;
      /** Whether files are written to the output folder. */
      readonly isWriting: boolean;
      /** Whether articles were handed over. */
      readonly isInMemory: boolean;
      /** Whether the caller renders the bodies. */
      readonly isRendering: boolean;
    };

/** What the thread sends: a body to render, whose result it waits for, or the outcome. */
export type BuildAnswer =
  | { readonly body: { readonly file: string; readonly text: string } }
  | {
      readonly files: readonly BuiltFile[];
      readonly problems: readonly Problem[];
      readonly report?: BuildReport;
    };

/** A rendered body, or why there is none. */
export type RenderedBody = { readonly html: string | undefined } | { readonly failure: string };
