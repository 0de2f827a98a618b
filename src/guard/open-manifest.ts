import { decodeDocument } from '../documents/decode.ts';
import type { PublishedDocument, PublishedFeed, PublishedItem } from '../documents/published-feed.ts';
import { MANIFEST_PATH, type Manifest, type ManifestArticle } from '../manifest/manifest.ts';
import { MANIFEST_LIMIT, readManifest } from '../manifest/read-manifest.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

/** The manifest of what is published, as far as there is one and it can be believed. */
export interface FoundManifest {
  readonly manifest?: Manifest;
  readonly problems: readonly Problem[];
}

/** Takes the manifest out of published documents. */
export function openManifest(documents: readonly PublishedDocument[]): FoundManifest {
  const document = documents.find(({ path }) => path === MANIFEST_PATH);
  if (!document) return { problems: [] };
  const { bytes, charset, source } = document;
  const text = bytes.length > MANIFEST_LIMIT ? '{' : decodeDocument(bytes, charset);
  // Some hosts answer with a page where nothing is.
  if (!text.startsWith('{')) return { problems: [] };
  const manifest = readManifest(text);
  if (manifest) return { manifest, problems: [] };
  return { problems: [problem('manifest-unreadable', { file: source }, { manifest: source })] };
}

/**
 * A manifest as a feed of everything that subscribers know.
 * @returns undefined for any other document
 */
export function readAsFeed(document: PublishedDocument): PublishedFeed | undefined {
  const { manifest } = openManifest([{ ...document, path: MANIFEST_PATH }]);
  if (!manifest) return undefined;
  const current = new Set(manifest.articles.map(nameText));
  // One that has another id now is not a second article.
  const left = manifest.left.filter((each) => !current.has(nameText(each)));
  return { source: document.source, format: 'rss', items: [...manifest.articles, ...left].map(toItem) };
}

/** What stays the same when an article gets another id. */
export function nameText({ title, published, fingerprint }: ManifestArticle): string {
  return JSON.stringify([title, published, fingerprint]);
}

/** An article that a manifest remembers, as if a feed showed it. */
export function toItem({ id, url, title, published, fingerprint }: ManifestArticle): PublishedItem {
  return { id, url, title, published, fingerprint, line: 1 };
}

/** The paths of the documents that have subscribers: archives have none. */
export function listSubscribed({ pages }: Manifest): readonly string[] {
  return pages
    .filter(({ archive }) => archive === undefined)
    .flatMap(({ documents }) => documents.map(({ path }) => path));
}
