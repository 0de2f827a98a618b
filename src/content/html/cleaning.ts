import type { Output } from './output.ts';
import type { Addresses } from './urls.ts';

/** What the cleaner works with while it walks one article. */
export interface Cleaning {
  readonly output: Output;
  readonly addresses: Addresses;
  /** Plain text; a first heading that says the same is left out. */
  readonly title: string;
  /** Template tags that are left over are marked as code: `{{ x }}` may not stand in the text. */
  readonly quotesBraces: boolean;
  /** What was removed: kind → how often. */
  readonly removed: Map<string, number>;
  /** What became a link: kind → how often. */
  readonly replaced: Map<string, number>;
  /** Unknown elements whose tags went while their children stayed: kind → how often. */
  readonly unwrapped: Map<string, number>;
  /** Ids that a link of the article leads to. */
  readonly wantedIds: Set<string>;
  /** URLs of the pictures that were written. */
  readonly pictures: Set<string>;
  /** How many open elements keep their text as it is. */
  codeDepth: number;
  image: { readonly url: string; readonly alt?: string } | undefined;
  heading: string | undefined;
  /** Plain text before the excerpt marker. */
  excerpt: string | undefined;
}

export function countRemoved(cleaning: Cleaning, kind: string): void {
  if (kind === '') return;
  cleaning.removed.set(kind, (cleaning.removed.get(kind) ?? 0) + 1);
}

export function countReplaced(cleaning: Cleaning, kind: string): void {
  cleaning.replaced.set(kind, (cleaning.replaced.get(kind) ?? 0) + 1);
}

export function countUnwrapped(cleaning: Cleaning, kind: string): void {
  cleaning.unwrapped.set(kind, (cleaning.unwrapped.get(kind) ?? 0) + 1);
}
