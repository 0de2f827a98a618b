import { join } from 'node:path/posix';
import type { MediaFile } from '../files/find-media.ts';
import type { Preset } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { toMediaUrl } from './media.ts';
import { toText } from './values.ts';

/** Where the relative paths of an article's files start from. */
export interface MediaBase {
  /** Absolute URL. */
  readonly url: string;
  /** The local file that a path means, when there is one. */
  readonly fileOf: (path: string) => MediaFile | undefined;
}

/**
 * Reads where the files of an article are: `media_subpath` (formerly `img_path`) of Jekyll's theme Chirpy comes before the
 * relative paths of an article.
 */
export function readMediaBase(
  data: FrontMatter,
  preset: Preset | undefined,
  { site, url }: { readonly site: string; readonly url: string },
  findFile: (path: string) => MediaFile | undefined,
): MediaBase {
  const folder = preset === 'jekyll' ? toText(data.media_subpath ?? data.img_path) : undefined;
  const base = folder === undefined ? undefined : toMediaUrl(folder.replace(/\/*$/, '/'), { site, url });
  if (folder === undefined || base === undefined) return { url, fileOf: findFile };
  // What is in the folder of the article's files is beside it.
  const inFolder = (path: string) => {
    const file = findFile(join(folder, path));
    return file && { ...file, isBeside: true };
  };
  return { url: base, fileOf: (path) => findFile(path) ?? inFolder(path) };
}
