import type { Library } from './classic-text.ts';
import { IMAGE } from './media-place.ts';
import type { PostImage } from './post.ts';

/** A file of the media library of WordPress. */
export interface MediaImage {
  readonly image: PostImage;
  /** The id of the post that it was uploaded to. */
  readonly post: string;
  /** Where it is in the gallery of that post. */
  readonly position: readonly [order: number, id: number];
}

export interface MediaLibrary {
  readonly find: Library['find'];
  /** The library as the shortcodes of a post see it. */
  readonly of: (post: string | undefined) => Library;
}

/** @param images by their ids */
export function createLibrary(images: ReadonlyMap<string, MediaImage>): MediaLibrary {
  const uploads = new Map<string, MediaImage[]>();
  for (const each of images.values()) {
    // A post may name any file as its image, but galleries show images alone.
    if (!IMAGE.test(each.image.url)) continue;
    const group = uploads.get(each.post) ?? [];
    group.push(each);
    uploads.set(each.post, group);
  }
  const listOf = (post: string | undefined) =>
    (uploads.get(post ?? '') ?? []).toSorted(compare).map(({ image }) => image);
  const find = (id: string) => images.get(id)?.image;
  return { find, of: (post) => ({ find, listOf: (other = post) => listOf(other) }) };
}

function compare({ position: [a, first] }: MediaImage, { position: [b, second] }: MediaImage): number {
  return a - b || first - second;
}
