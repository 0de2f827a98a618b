import type { PublishedDocument } from '../documents/published-feed.ts';
import { hashDocument } from '../manifest/fingerprint.ts';
import { MANIFEST_PATH } from '../manifest/manifest.ts';
import type { Config } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { Published, ReadPublished } from './compare-published-or-trial.ts';
import { findNamed, findPublished } from './find-published.ts';
import { type FoundManifest, listSubscribed, openManifest } from './open-manifest.ts';

/**
 * Reads the manifest next to the published feeds: those that are named, else those in the output folder. That of a trial build counts
 * for nothing; whether it is one is asked only where it would change something.
 */
export function findManifest(config: Config, { read, select }: Published): FoundManifest {
  const found = findAny(config, read);
  const isNamed = read !== undefined || config.published !== undefined;
  if (isNamed || !select || !changesAnything(found, config)) return found;
  const own = findPublished(config.output, [MANIFEST_PATH], config.workingDirectory);
  return select(own).length === own.length ? found : { problems: [] };
}

/** Old archives stay as they are, and old Atom ids keep their base. */
function changesAnything({ manifest, problems }: FoundManifest, { atomBase }: Config): boolean {
  if (problems.length > 0) return true;
  const hasArchives = manifest?.pages.some(({ archive }) => archive !== undefined);
  return manifest !== undefined && (manifest.atomBase !== atomBase || hasArchives === true);
}

function findAny(config: Config, read: ReadPublished | undefined): FoundManifest {
  const paths = [MANIFEST_PATH];
  const named = read ? read(paths) : findNamed(config, paths);
  const documents = named ?? findPublished(config.output, paths, config.workingDirectory);
  const found = openManifest(documents);
  const known = found.manifest ? listSubscribed(found.manifest) : [];
  if (known.length === 0) return found;
  const beside = read || named ? (read?.(known) ?? findNamed(config, known)) : undefined;
  return believe(found, beside ?? findPublished(config.output, known, config.workingDirectory), documents);
}

/** A manifest that says other bytes of a document than there are is of another build. */
function believe(
  { manifest, problems }: FoundManifest,
  documents: readonly PublishedDocument[],
  all: readonly PublishedDocument[],
): FoundManifest {
  const hashes = new Map(
    manifest?.pages.flatMap((page) => page.documents).map(({ path, hash }) => [path, hash]),
  );
  const wrong = documents.find(({ path = '', bytes }) => {
    const hash = hashes.get(path);
    return hash !== undefined && hash !== hashDocument(bytes);
  });
  if (!wrong || !manifest) return { ...(manifest ? { manifest } : {}), problems };
  const file = all.find(({ path }) => path === MANIFEST_PATH)?.source ?? MANIFEST_PATH;
  return { problems: [problem('manifest-contradicts', { file }, { manifest: file, feed: wrong.source })] };
}
