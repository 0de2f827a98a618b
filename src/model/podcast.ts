/** The vocabulary of podcasts: a show is a feed, an episode is an article with audio. */
import type { Person } from './person.ts';

/** Somebody who takes part: `podcast:person` (P12). */
export interface Contributor extends Person {
  /** Such as `host` or `guest`, in lower case. */
  readonly role?: string;
  readonly group?: string;
}

/** A transcript file: absolute URL and MIME type (P12). */
export interface Transcript {
  readonly url: string;
  readonly type: string;
  /** BCP 47. */
  readonly language?: string;
  /** Whether its lines have times that players show while the audio plays. */
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

/** What an audio file says of itself. */
export interface AudioFacts {
  /** Such as `MPEG`. */
  readonly container?: string;
  readonly seconds?: number;
  readonly chapters: readonly Chapter[];
}

/** An audio file to measure: absolute path, or the beginning of its audio and the size of all of it. */
export type AudioQuestion = string | { readonly start: Uint8Array; readonly bytes: number | undefined };

/** A place that a show or an episode is about, or where it is made: `podcast:location`. */
export interface PodcastPlace {
  readonly name: string;
  readonly rel?: 'subject' | 'creator';
  /** RFC 5870, such as `geo:53.54,9.98`. */
  readonly geo?: string;
  /** OpenStreetMap, such as `R62782`. */
  readonly osm?: string;
  /** ISO 3166-1, two letters. */
  readonly country?: string;
}

/** How listeners pay: `podcast:value`. */
export interface PodcastValue {
  readonly type: string;
  readonly method: string;
  readonly suggested?: string | number;
  readonly recipients: readonly {
    readonly name?: string;
    readonly type: string;
    readonly address: string;
    readonly split: number | string;
    readonly fee?: boolean | string;
    readonly customKey?: string;
    readonly customValue?: string;
  }[];
}

/** Another show: `podcast:remoteItem`. */
export interface RemoteShow {
  /** Its `podcast:guid`. */
  readonly guid: string;
  readonly url?: string;
  readonly item?: string;
  readonly title?: string;
  readonly medium?: string;
}

/** The same episode in another file: `podcast:alternateEnclosure`. */
export interface AlternateFile {
  /** MIME type. */
  readonly type: string;
  readonly bytes?: number | string;
  /** Bits a second. */
  readonly bitrate?: number | string;
  readonly height?: number | string;
  readonly language?: string;
  readonly title?: string;
  readonly rel?: string;
  readonly codecs?: string;
  readonly default?: boolean | string;
  readonly sources: readonly { readonly uri: string; readonly contentType?: string }[];
  readonly integrity?: readonly { readonly type: 'sri' | 'pgp-signature'; readonly value: string }[];
}

/** Elements that shows and episodes may both have; those of an episode count before those of its show (P11, P12). */
export interface PodcastTags {
  readonly location?: readonly PodcastPlace[];
  readonly txt?: readonly { readonly text: string; readonly purpose?: string }[];
  readonly value?: readonly PodcastValue[];
  readonly socialInteract?: readonly {
    readonly url?: string;
    readonly protocol: string;
    readonly accountId?: string;
    readonly accountUrl?: string;
    readonly priority?: number | string;
  }[];
  readonly chat?: readonly {
    readonly server: string;
    readonly protocol: string;
    readonly accountId?: string;
    readonly space?: string;
  }[];
}

export type EpisodeType = 'full' | 'trailer' | 'bonus';

/** What an article says as an episode, besides its audio file. */
export interface Episode extends PodcastTags {
  /** The title for apps, where that of the item has more in it. */
  readonly title?: string;
  /** Whether directories should hide it. */
  readonly isBlocked?: boolean;
  readonly contentLink?: readonly { readonly url: string; readonly text: string }[];
  readonly alternateEnclosure?: readonly AlternateFile[];
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
export interface Show extends PodcastTags {
  readonly podroll?: readonly RemoteShow[];
  readonly publisher?: readonly RemoteShow[];
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
