import type { Problem } from './problem.ts';

/** A body as a feed carries it. */
export interface Rendered {
  /** Safe, well-formed HTML with absolute URLs and text legal in XML 1.0; empty when there is nothing to see. */
  readonly html: string;
  /** Plain text before the excerpt marker (`<!-- more -->`, `<!-- truncate -->`), on one line. */
  readonly excerpt?: string;
  /** Plain text of the first paragraph, cut at a word, at most 300 UTF-16 units; empty when there is none. */
  readonly lead: string;
  /** Plain text of the first heading, also of one that was left out because it repeats the title. */
  readonly heading?: string;
  /** The first image with an http(s) URL. */
  readonly image?: { readonly url: string; readonly alt?: string };
  /** Warnings: one per kind of what was removed. An error means that the body was refused and `html` is empty. */
  readonly problems: readonly Problem[];
}
