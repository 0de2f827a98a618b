import { findMedia } from '../files/find-media.ts';
import { readWhole } from '../files/read.ts';
import { hashPieces } from '../manifest/fingerprint.ts';
import type { ManifestFile } from '../manifest/manifest.ts';
import type { Config, PlannedFeed } from '../model/index.ts';

/** No artwork that directories take is larger. */
const LARGEST = 20_000_000;

/** The artwork of shows that is a file of this site: URLs, and the hash of their bytes. */
export function hashArtwork(
  feeds: readonly PlannedFeed[],
  { root, site, image }: Config,
): readonly ManifestFile[] {
  const urls = new Set(feeds.flatMap(({ show }) => (show ? [show.image ?? image ?? ''] : [])));
  return [...urls].flatMap((url) => {
    if (!url.startsWith(site)) return [];
    const file = findMedia(root, `${root}/feedwright.yaml`, `/${url.slice(site.length)}`);
    if (!file || file.bytes > LARGEST) return [];
    const bytes = readWhole(file.path, { maximum: LARGEST, inside: [root] });
    return [{ path: url, hash: hashPieces([{ bytes }]) }];
  });
}
