import type { Fingerprint } from '../model/index.ts';

/** What a published feed says, whatever tool wrote it. Times in ms; text is plain, on one line, unless it says otherwise. */
export interface PublishedFeed {
  /** Where it was read: a file as shown to the user, or a URL. */
  readonly source: string;
  readonly format: PublishedFormat;
  /** The URL it says it is served from. */
  readonly self?: string;
  /** Home page of the site. */
  readonly home?: string;
  readonly title?: string;
  readonly updated?: number;
  /** The tool that wrote it, as it calls itself. */
  readonly generator?: string;
  /** In the order of the document. */
  readonly items: readonly PublishedItem[];
}

export type PublishedFormat = 'rss' | 'rdf' | 'atom' | 'json';

export interface PublishedItem {
  /** As written; without one the URL, else the title: what readers fall back to. */
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly published?: number;
  readonly updated?: number;
  /** HTML. */
  readonly content?: string;
  /** HTML or text. */
  readonly summary?: string;
  /** URLs of images that stand beside the text; readers show them with it. */
  readonly images?: readonly string[];
  /** Names, with ", " between; email addresses as they are. */
  readonly authors?: string;
  /** With ", " between. */
  readonly tags?: string;
  /** Of its text, where only that is known. */
  readonly fingerprint?: Fingerprint;
  /** Where it begins in its document, 1-based. */
  readonly line: number;
}

/** The parts of an item as a format gives them; what is missing or empty is left out. */
export interface ItemParts {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly published: number | undefined;
  readonly updated: number | undefined;
  readonly content: string | undefined;
  readonly summary: string | undefined;
  readonly images: readonly string[];
  readonly authors: string | undefined;
  readonly tags: string | undefined;
  readonly line: number;
}

export function makeItem({ id, line, images, ...parts }: ItemParts): PublishedItem {
  const named = id?.trim() || parts.url || parts.title || '';
  return { id: named, ...present(parts), ...(images.length === 0 ? {} : { images }), line };
}

/** The fields that say something. */
export function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}

/** An http(s) URL made absolute; undefined for anything else. */
export function absolute(url: string | undefined, base: string): string | undefined {
  const text = url?.trim();
  if (!text || !URL.canParse(text, base)) return undefined;
  const { href, protocol } = new URL(text, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

/** A document that subscribers have. */
export interface PublishedDocument {
  /** A file as shown to the user, or a URL. */
  readonly source: string;
  /** Below the output folder, when it stands where we write or stood there. */
  readonly path?: string;
  /** Where it is served from, when it was fetched. */
  readonly url?: string;
  readonly bytes: Uint8Array;
  readonly charset?: string;
  /** Of an earlier build of ours, at a path that nothing is written to any more. */
  readonly isLeft?: boolean;
  /** Asked for by name: when it can't be read, nothing is published. */
  readonly isNamed?: boolean;
}
