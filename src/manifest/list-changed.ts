import { MANIFEST_PATH, type Manifest, type ManifestFile } from './manifest.ts';

/**
 * The paths of what a build would change on a site, as far as the two manifests know: files that differ, that are new, and that
 * nothing writes any more.
 * @param before of what is published
 * @param now of what is about to be published
 */
export function listChanged(before: Manifest, now: Manifest): ReadonlySet<string> {
  const [known, written] = [listFiles(before), listFiles(now)];
  const differing = [...written].filter(([path, hash]) => known.get(path) !== hash).map(([path]) => path);
  const gone = [...known.keys()].filter((path) => !written.has(path));
  const isOther = JSON.stringify(before) !== JSON.stringify(now);
  return new Set([...differing, ...gone, ...(isOther ? [MANIFEST_PATH] : [])]);
}

/** The paths of files that are published with other bytes. */
export function listReplaced(before: Manifest, now: Manifest): ReadonlySet<string> {
  const known = listFiles(before);
  const differing = [...listFiles(now)].filter(([path, hash]) => (known.get(path) ?? hash) !== hash);
  return new Set(differing.map(([path]) => path));
}

function listFiles({ pages, files }: Manifest): ReadonlyMap<string, string> {
  const all: readonly ManifestFile[] = [...pages.flatMap(({ documents }) => documents), ...files];
  return new Map(all.map(({ path, hash }) => [path, hash]));
}
