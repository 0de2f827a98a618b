import type { Problem } from '../model/index.ts';

/** An article as an export says it. Texts are plain and on one line, unless they say otherwise. */
export interface Post {
  /** What feed readers know it by, as written. */
  readonly id?: string | undefined;
  /** Absolute. */
  readonly url?: string | undefined;
  /** Empty for a note. */
  readonly title: string;
  /** RFC 3339, with the offset of its zone where the export says one; or `2024-05-01T10:00:00`, in the zone of the site. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  /** HTML. */
  readonly body: string;
  readonly state: PostState;
  /** Names, or names with a URL. */
  readonly authors: readonly PostAuthor[];
  readonly tags: readonly string[];
  readonly categories?: readonly string[];
  readonly summary?: string | undefined;
  readonly image?: PostImage | undefined;
  readonly attachments?: readonly PostFile[];
  /** What it says as an episode of a podcast, as keys of the article. */
  readonly episode?: Readonly<Record<string, string>>;
  readonly language?: string | undefined;
  /** Old URLs: absolute, or paths from the top of the host. */
  readonly aliases?: readonly string[];
  /** The page elsewhere that it is about. */
  readonly externalUrl?: string | undefined;
  /** What the file is named after where URL and title say nothing. */
  readonly name?: string | undefined;
}

/** Private is whatever not everybody could read: for members, behind a password, for followers. */
export type PostState = 'public' | 'draft' | 'private';

export interface PostAuthor {
  readonly name: string;
  readonly url?: string | undefined;
}

export interface PostImage {
  readonly url: string;
  readonly alt?: string | undefined;
  /** In pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** `length` in bytes, `duration` in seconds. */
export interface PostFile {
  readonly url: string;
  readonly type?: string | undefined;
  readonly length?: number | undefined;
  readonly duration?: number | undefined;
  readonly title?: string | undefined;
}

/** What an export says of the site. */
export interface ExportedSite {
  /** Home page, absolute. */
  readonly site?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** An export, opened and known to be whole: nothing of it is broken or cut off. */
export interface Export {
  /** Such as `WordPress export`. */
  readonly kind: string;
  readonly site: ExportedSite;
  /** Read one after the other, so that an export may be larger than the memory; each time from the start. */
  readonly posts: Iterable<Post>;
  /** What is not an article and stays out, by its name in the plural: `comments`, `pages`. Complete when all posts are read. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** The bytes of a file that the export holds, by its URL. */
  readonly find?: (url: string) => Uint8Array | undefined;
}

export type OpenedExport = { readonly opened: Export } | { readonly problem: Problem };

/** Counts what stays out. */
export function countOut(counts: Map<string, number>, what: string, count = 1): void {
  if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
}

/** A document of a feed, as it was read or fetched. */
export interface FeedDocument {
  /** A file as shown to the user, or a URL. */
  readonly source: string;
  readonly bytes: Uint8Array;
}
