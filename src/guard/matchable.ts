import type { Fingerprint } from '../model/index.ts';

/** The parts of an article that are compared with published items. */
export interface Matchable {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Timestamp in ms. */
  readonly published: number;
  /** URLs it had before, absolute or relative to its own. */
  readonly aliases?: readonly string[];
  /** HTML, where the article was rendered. */
  readonly content?: string;
  /** Plain text, when it has one of its own. */
  readonly summary?: string;
  /** Of the content. */
  readonly fingerprint?: Fingerprint;
}

/** Why an article is matched with an item, the surest reason first. */
export type MatchReason =
  | 'id'
  | 'url'
  | 'address'
  | 'alias'
  | 'title and time'
  | 'title and date'
  | 'images and time'
  | 'images and date'
  | 'text and time'
  | 'path'
  | 'slug and date'
  | 'title'
  | 'content'
  | 'position';
