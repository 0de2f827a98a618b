import { listPieces } from '../formats/document-bytes.ts';
import { hashDocument, hashPieces } from '../manifest/fingerprint.ts';
import { fitManifest } from '../manifest/fit-manifest.ts';
import {
  MANIFEST_PATH,
  type Manifest,
  type ManifestArticle,
  type ManifestPage,
} from '../manifest/manifest.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { keepTitle } from '../manifest/title-of-url.ts';
import type { Companion, Config, FeedDocument, ListedItem, PlannedFeed } from '../model/index.ts';
import { hashArtwork } from './hash-artwork.ts';

/** What a build publishes. */
export interface Publication {
  readonly feeds: readonly PlannedFeed[];
  readonly items: ReadonlyMap<string, ListedItem>;
  readonly documents: readonly FeedDocument[];
  /** Pages for people and lists of feeds. */
  readonly companions: readonly Companion[];
}

/** A manifest, and the file that says it. */
export interface WrittenManifest {
  readonly manifest: Manifest;
  readonly companion: Companion;
}

/** More articles that left than this are forgotten, the oldest first: the manifest must not grow for ever. */
const MAX_LEFT = 2000;

/**
 * Writes the manifest of what is about to be published, and reads it again.
 * @param before what was published until now: what left the feeds since stays known
 * @throws Error when it does not say what was meant: that is a bug, and nothing may be published
 */
export function describePublication(
  config: Config,
  { feeds, items, documents, companions }: Publication,
  before: Manifest | undefined,
): WrittenManifest {
  const { site, atomBase } = config;
  const pages = feeds.flatMap((feed) =>
    [feed, ...feed.archives].map((page) => ({
      feed,
      page,
      items: page.articles.flatMap(({ path }) => items.get(path) ?? []),
    })),
  );
  const carried = [...new Set(pages.flatMap((page) => page.items))].toSorted(compareNewest);
  const indexOf = new Map(carried.map((item, index) => [item, index]));
  const texts = new Map(documents.map((document) => [document.path, document]));
  const { manifest, text } = fitManifest({
    site,
    atomBase,
    pages: pages
      .filter((page) => page.items.length > 0)
      .map(
        ({ feed, page, items: own }): ManifestPage => ({
          feed: feed.documents[0]?.path ?? '',
          ...('archive' in page ? { archive: page.archive } : {}),
          documents: page.documents
            .flatMap(({ path, aliases = [] }) => [path, ...aliases])
            .flatMap((path) => texts.get(path) ?? [])
            .map(({ path, format, pieces, checksum = '' }) => ({
              path,
              format,
              hash: pieces ? hashPieces(listPieces(pieces)) : checksum,
            })),
          articles: own.flatMap((item) => indexOf.get(item) ?? []),
        }),
      ),
    files: companions.map(({ path, text }) => ({ path, hash: hashDocument(text) })),
    artwork: hashArtwork(feeds, config),
    articles: carried.map(toRow),
    left: listLeft(carried, before),
  });
  if (JSON.stringify(readManifest(text)) !== JSON.stringify(manifest))
    throw new Error(`The manifest "${MANIFEST_PATH}" does not say what is published. This is a bug.`);
  return { manifest, companion: { kind: 'manifest', path: MANIFEST_PATH, text } };
}

function toRow({ id, url, title, published, updated, said, fingerprint }: ListedItem): ManifestArticle {
  return {
    ...{ id, url, title: keepTitle(title, url), published, updated },
    ...(said === undefined ? {} : { said }),
    fingerprint,
  };
}

function listLeft(carried: readonly ListedItem[], before: Manifest | undefined): readonly ManifestArticle[] {
  const ids = new Set(carried.map(({ id }) => id));
  const known = new Map(
    [...(before?.left ?? []), ...(before?.articles ?? [])].map((each) => [each.id, each]),
  );
  return [...known.values()]
    .filter(({ id }) => !ids.has(id))
    .toSorted(compareNewest)
    .slice(0, MAX_LEFT);
}

function compareNewest(
  a: Pick<ListedItem, 'published' | 'id'>,
  b: Pick<ListedItem, 'published' | 'id'>,
): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}
