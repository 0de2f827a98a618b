import { findMedia } from '../files/find-media.ts';
import { readBeginning } from '../files/read.ts';
import type { Problem } from '../model/index.ts';
import { ARTWORK_START, judgeArtwork } from '../podcasts/artwork.ts';
import { judgeArtworkUrl } from '../podcasts/artwork-url.ts';
import { problem } from '../problems/problem.ts';
import type { Path } from './check.ts';
import type { Origin } from './places-of-settings.ts';
import type { Settings } from './settings.ts';

/** Measures the artwork of each show, where it is a file of this site (P4). @param root absolute */
export function verifyArtwork(settings: Settings, root: string, origin: Origin): readonly Problem[] {
  const shows: readonly (readonly [string | undefined, Path])[] = [
    ...(settings.podcast ? [[settings.podcast.image, ['podcast', 'image']] as const] : []),
    ...(settings.feeds ?? []).flatMap(({ podcast }, index) =>
      podcast ? [[podcast.image, ['feeds', index, 'podcast', 'image']] as const] : [],
    ),
  ];
  const places = new Map<string, Path>();
  for (const [own, path] of shows) {
    const image = own ?? settings.image;
    if (image !== undefined && !places.has(image)) places.set(image, own === undefined ? ['image'] : path);
  }
  return [...places].flatMap(([image, path]) => {
    const file = findMedia(root, `${root}/feedwright.yaml`, toLocalPath(image, settings.site));
    const fault = file
      ? judgeArtwork(readBeginning(file.path, ARTWORK_START), file.path)
      : judgeArtworkUrl(image);
    return fault ? [problem('podcast-artwork', origin.valueAt(path), { image, ...fault })] : [];
  });
}

/** The path below the site that a URL of it means. */
function toLocalPath(image: string, site = ''): string {
  const home = site.endsWith('/') ? site : `${site}/`;
  return image.startsWith(home) ? `/${image.slice(home.length)}` : image;
}
