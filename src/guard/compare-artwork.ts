import type { Manifest } from '../manifest/manifest.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isAllowed } from './harm.ts';

/** Artwork that changed and kept its URL (P4): directories and apps go on showing what they loaded from it. */
export function compareArtwork(
  { artwork }: Manifest,
  before: Manifest | undefined,
  config: Config,
): readonly Problem[] {
  const { file, lines, site } = config;
  const known = new Map(before?.artwork.map(({ path, hash }) => [path, hash]));
  return artwork
    .filter(({ path, hash }) => (known.get(path) ?? hash) !== hash)
    .map(({ path }) => {
      const image = path.startsWith(site) ? `/${path.slice(site.length)}` : path;
      const renamed = image.replace(
        /(?:-(\d{1,4}))?(\.\w+)$/,
        (_, count = '1', ending) => `-${Number(count) + 1}${ending}`,
      );
      return problem('artwork-changed', { file, line: lines.podcast ?? lines.feeds }, { image, renamed });
    })
    .filter((each) => !isAllowed(config, each));
}
