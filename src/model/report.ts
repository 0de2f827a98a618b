/** What a build tells: the part of the vocabulary that `--report` writes. Types only. */
import type { Preset } from './config.ts';
import type { FeedFormat } from './feed.ts';
import type { Companion } from './page.ts';
import type { Problem } from './problem.ts';

/** An article as subscribers are about to see it, beside what they have. */
export interface ChangedArticle {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** Missing for what is no longer among the articles. */
  readonly file?: string;
  /** `again`: the id that it is published under. */
  readonly was?: string;
  /** `changed`: which facts. */
  readonly facts?: readonly ChangedFact[];
  /** `leaves`: what became of the article. */
  readonly reason?: LeavingReason;
  /** The documents that were compared, as files or URLs. */
  readonly feeds: readonly string[];
}

export type ChangedFact =
  | 'title'
  | 'url'
  | 'published'
  | 'updated'
  | 'content'
  | 'summary'
  | 'authors'
  | 'tags';
export type LeavingReason =
  | 'older than the limit'
  | 'held back'
  | 'expired'
  | 'in another feed'
  | 'no longer published';

/** What subscribers will see: each article once, under what strikes them most: again, new, changed, leaves. */
export interface Changes {
  /** The feeds that were published before; none for a first build. */
  readonly comparedWith: readonly string[];
  readonly new: readonly ChangedArticle[];
  readonly changed: readonly ChangedArticle[];
  /** Seen already, and about to appear once more because the id is another. */
  readonly again: readonly ChangedArticle[];
  readonly leaves: readonly ChangedArticle[];
}

/** What subscribers would see if the documents in the output folder had been published. */
export interface Trial {
  readonly changes: Changes;
  /** What would be refused, or warned of. */
  readonly problems: readonly Problem[];
}

/** What a build did and found; the same data that `--report` writes. */
export interface BuildReport {
  /** Whether the bytes of any document changed: of a feed, a page or a list (R63). */
  readonly changed: boolean;
  readonly feeds: readonly {
    /** The name of the feed: `main`, `tag: News`, or the path of a hand-made one. */
    readonly feed: string;
    /** Below the output folder. */
    readonly path: string;
    readonly format: FeedFormat;
    readonly items: number;
    readonly bytes: number;
    readonly changed: boolean;
    /** At an old path: the path of the document that it is a copy of (R50). */
    readonly copyOf?: string;
  }[];
  /** Pages for people and lists of feeds. */
  readonly companions: readonly {
    readonly kind: Companion['kind'];
    /** Below the output folder. */
    readonly path: string;
    readonly bytes: number;
    readonly changed: boolean;
  }[];
  /** What subscribers will see; missing when the build did not come that far. */
  readonly changes?: Changes;
  /** Set when the output folder holds a trial build that no one has subscribed to: what would be, had it been published. */
  readonly trial?: Trial;
  /** Worst first, then by file and line. */
  readonly problems: readonly Problem[];
  /** Articles that are not due yet, the first due first; `due` is an RFC 3339 time (R57). */
  readonly heldBack: readonly { readonly file: string; readonly due: string }[];
  readonly nextDue: string | null;
  /** When the next published article expires: an RFC 3339 time. */
  readonly nextExpiry: string | null;
  /** Article files that are in no feed whatever their date: how many for each reason, the most first. */
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  /** The preset to set, when the articles look like those of a generator and none is configured. */
  readonly looksLike?: Preset;
  /** In a first build: the URL of an article that is only the path of its file, because no setting says which URLs the site has. */
  readonly guessedUrl?: string;
}
