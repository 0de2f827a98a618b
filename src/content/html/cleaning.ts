import type { ElementNode } from '../tree.ts';
import type { Output } from './output.ts';
import type { Addresses } from './urls.ts';

/** What the cleaner works with while it walks one article. */
export interface Cleaning {
  readonly output: Output;
  readonly addresses: Addresses;
  /** Plain text; a first heading that says the same is left out. */
  readonly title: string;
  /** Template tags that are left over are marked as code: `{{ x }}` may not be in the text. */
  readonly quotesBraces: boolean;
  /** `:tada:` is the emoji. */
  readonly emoji: boolean;
  /** What was removed: kind → how often. */
  readonly removed: Map<string, number>;
  /** What became a link: kind → how often. */
  readonly replaced: Map<string, number>;
  /** Unknown elements whose tags went while their children stayed: kind → how often. */
  readonly unwrapped: Map<string, number>;
  /** What is hidden on the page and was left out: kind → how often. */
  readonly hidden: Map<string, number>;
  /** The elements that style sheets in the body hide. */
  readonly hiddenByStyle: ReadonlySet<ElementNode>;
  /** Text that people see on the page and that could not be kept. */
  readonly lost: Lost[];
  /** Ids that a link of the article leads to. */
  readonly wantedIds: Set<string>;
  /** URLs of the images that were written. */
  readonly images: Set<string>;
  /** How many open elements keep their text as it is. */
  codeDepth: number;
  /** A formula that a script typeset was just read: its source does not follow. */
  isTypeset: boolean;
  image: { readonly url: string; readonly alt?: string } | undefined;
  heading: string | undefined;
  /** Plain text before the excerpt marker. */
  excerpt: string | undefined;
}

/** A text that was lost with what held it. */
interface Lost {
  /** As people write it: `<button>`. */
  readonly kind: string;
  readonly text: string;
  readonly words: number;
}

/** Fewer words are no more than a label. */
const FEW_WORDS = 3;

/** Notes text that is left out with an element; single words, such as those of buttons, tell a reader nothing. */
export function countLost(cleaning: Cleaning, kind: string, text: string): void {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words >= FEW_WORDS) cleaning.lost.push({ kind, text: text.trim(), words });
}

export function countHidden(cleaning: Cleaning, kind: string): void {
  cleaning.hidden.set(kind, (cleaning.hidden.get(kind) ?? 0) + 1);
}

export function countRemoved(cleaning: Cleaning, kind: string): void {
  if (kind === '') return;
  cleaning.removed.set(kind, (cleaning.removed.get(kind) ?? 0) + 1);
}

export function countReplaced(cleaning: Cleaning, kind: string): void {
  cleaning.replaced.set(kind, (cleaning.replaced.get(kind) ?? 0) + 1);
}

/** Counts an unknown element; sentences in its attributes, which its component would have shown, are lost with it. */
export function countUnwrapped(cleaning: Cleaning, { tagName, properties }: ElementNode): void {
  const kind = `<${tagName}>`;
  for (const value of Object.values(properties))
    if (typeof value === 'string' && /\p{L} \p{L}/u.test(value)) countLost(cleaning, kind, value);
  cleaning.unwrapped.set(kind, (cleaning.unwrapped.get(kind) ?? 0) + 1);
}

/** The longest text that a player holds for other browsers, in UTF-16 units. */
const LONGEST_FALLBACK = 200;

/** Players hold a sentence for browsers that have none. */
export function isFallback(tag: string | undefined, text: string): boolean {
  return (tag === 'audio' || tag === 'video') && text.length < LONGEST_FALLBACK;
}
