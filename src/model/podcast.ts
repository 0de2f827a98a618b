/** The vocabulary of podcasts: a show is a feed, an episode is an article with audio. */
import type { Person } from './person.ts';

/** Somebody who takes part: `podcast:person` (P12). */
export interface Contributor extends Person {
  /** Such as `host` or `guest`, in small letters. */
  readonly role?: string;
  readonly group?: string;
}

/** A transcript file: absolute URL and MIME type (P12). */
export interface Transcript {
  readonly url: string;
  readonly type: string;
  /** BCP 47. */
  readonly language?: string;
  /** Whether its lines have times that players show while the sound goes on. */
  readonly isCaptions?: boolean;
}

/** A part of an episode that is worth to be shared; times in seconds. */
export interface Soundbite {
  readonly start: number;
  readonly duration: number;
  readonly title?: string;
}

/** A chapter; times in seconds (P13). */
export interface Chapter {
  readonly start: number;
  readonly end?: number;
  readonly title?: string;
  readonly url?: string;
  readonly image?: string;
  /** Whether it stays out of the table of contents. */
  readonly isHidden?: boolean;
}

/** What a sound file says of itself. */
export interface SoundFacts {
  /** Such as `MPEG`. */
  readonly container?: string;
  readonly seconds?: number;
  readonly chapters: readonly Chapter[];
}

/** A sound file to measure: absolute path, or its first sounds and the size of all of them. */
export type SoundQuestion = string | { readonly start: Uint8Array; readonly bytes: number | undefined };

export type EpisodeType = 'full' | 'trailer' | 'bonus';

/** What an article says as an episode, besides its audio file. */
export interface Episode {
  readonly season?: number;
  readonly seasonName?: string;
  readonly number?: number;
  /** How the number is shown, such as `100 (part 2)`. */
  readonly display?: string;
  readonly type?: EpisodeType;
  readonly explicit?: boolean;
  /** Square artwork: absolute URL. */
  readonly image?: string;
  readonly people: readonly Contributor[];
  readonly transcripts: readonly Transcript[];
  /** A document of chapters that is there already: absolute URL. */
  readonly chaptersUrl?: string;
  /** Chapters of which a document is made. */
  readonly chapters: readonly Chapter[];
  readonly soundbites: readonly Soundbite[];
}

/** What makes a feed a show (P1 to P4, P10, P11). */
export interface Show {
  readonly author?: string;
  readonly owner?: { readonly name?: string; readonly email: string };
  /** Square artwork: absolute URL. */
  readonly image?: string;
  /** Categories of Apple's list, each with its subcategories; only the first counts. */
  readonly categories: readonly { readonly name: string; readonly sub: readonly string[] }[];
  readonly explicit?: boolean;
  readonly type?: 'episodic' | 'serial';
  readonly isComplete?: boolean;
  readonly isBlocked?: boolean;
  readonly newFeedUrl?: string;
  /** UUID that stays when the URL changes (P10). */
  readonly guid?: string;
  readonly medium?: string;
  readonly locked?: boolean;
  readonly funding: readonly { readonly url: string; readonly text: string }[];
  readonly people: readonly Contributor[];
  readonly license?: { readonly name: string; readonly url?: string };
  readonly updateFrequency?: {
    readonly text: string;
    readonly rrule?: string;
    readonly isComplete?: boolean;
  };
}
