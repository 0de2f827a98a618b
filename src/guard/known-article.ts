import type { ArticlesById } from './match.ts';
import type { Matchable } from './matchable.ts';

/** An article of the site, published or not. */
export interface KnownArticle extends Matchable {
  readonly file: string;
  /** The id in Atom, where only an IRI may be, when it is another. */
  readonly atomId?: string;
  /** The id in the other formats, where it is another in this one. */
  readonly plainId?: string;
  /** Of an article that was rendered. */
  readonly language?: string;
  /** The time it says itself, where the build gave it another. */
  readonly said?: number;
  /** What becomes of it when no feed carries it. */
  readonly state: 'live' | 'held back' | 'expired';
}

/** All articles of a site. */
export interface Catalogue {
  readonly articles: readonly KnownArticle[];
  readonly byId: ArticlesById<KnownArticle>;
  /** The HTML of an article that no feed carries, rendered when someone asks. */
  readonly textOf: (article: KnownArticle) => string | undefined;
  /** Whether subscribers have an id in this format, in any document. */
  readonly isPublished: (id: string) => boolean;
  /** Whether subscribers have an article in other formats alone with the id that it has there now. */
  readonly isKeptElsewhere: (article: KnownArticle) => boolean;
}
