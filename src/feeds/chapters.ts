import { createHash } from 'node:crypto';
import type { Item } from '../model/index.ts';
import { makeSlug } from './slug.ts';

type Chaptered = Pick<Item, 'id' | 'relative' | 'episode'>;

/**
 * Where the document of an episode's chapters is below the output folder, when it has chapters and no document of its own. It is
 * named after the article and, as files in several folders may share a name, its id.
 */
export function locateChapters({ id, relative, episode }: Chaptered): string | undefined {
  if (!episode || episode.chapters.length === 0 || episode.chaptersUrl !== undefined) return undefined;
  const name = makeSlug(relative.replace(/^.*\/(?!index\.)|\/index\.[^/]*$|\.[^./]*$/g, ''));
  return `chapters/${name}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}.json`;
}

/** Chapters as podcast apps read them (https://podcastindex.org/namespace/1.0, "chapters"; P13). */
export function writeChapters({ episode }: Chaptered): string {
  const chapters = (episode?.chapters ?? []).map(({ start, end, title, image, url, isHidden }) => ({
    startTime: start,
    endTime: end,
    title,
    img: image,
    url,
    toc: isHidden ? false : undefined,
  }));
  return `${JSON.stringify({ version: '1.2.0', chapters }, null, 2)}\n`;
}
