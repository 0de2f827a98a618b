import { decodeDocument } from '../documents/decode.ts';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { MANIFEST_PATH, type Manifest } from '../manifest/manifest.ts';
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

/** The paths of the documents that have subscribers: archives have none. */
export function listSubscribed({ pages }: Manifest): readonly string[] {
  return pages
    .filter(({ archive }) => archive === undefined)
    .flatMap(({ documents }) => documents.map(({ path }) => path));
}
