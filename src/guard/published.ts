import type { PublishedDocument } from '../documents/published-feed.ts';

/** Reads what subscribers have, given the paths of what will be written, below the output folder. */
export type ReadPublished = (paths: readonly string[]) => readonly PublishedDocument[];

/** How to know what subscribers have. */
export interface Published {
  /** Default: what the setting `published` names, else the documents in the output folder. */
  readonly read?: ReadPublished | undefined;
  /** Of the documents in the output folder, named by their paths below it, those that were published. Default: all. */
  readonly select?:
    | (<Document extends { readonly path?: string }>(documents: readonly Document[]) => readonly Document[])
    | undefined;
}
