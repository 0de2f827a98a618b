import type { Manifest } from '../manifest/manifest.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

/** Artwork that changed and kept its URL (P4): directories and apps go on showing what they loaded from it. */
export function compareArtwork(
  { artwork }: Manifest,
  before: Manifest | undefined,
  { file, lines, allow, site }: Config,
): readonly Problem[] {
  const known = new Map(before?.artwork.map(({ path, hash }) => [path, hash]));
  if (allow.includes('artwork-changed') || allow.includes(`artwork-changed:${file}`)) return [];
  return artwork
    .filter(({ path, hash }) => (known.get(path) ?? hash) !== hash)
    .map(({ path }) => {
      const image = path.startsWith(site) ? `/${path.slice(site.length)}` : path;
      const renamed = image.replace(
        /(?:-(\d{1,4}))?(\.\w+)$/,
        (_, count = '1', ending) => `-${Number(count) + 1}${ending}`,
      );
      return problem('artwork-changed', { file, line: lines.podcast ?? lines.feeds }, { image, renamed });
    });
}
