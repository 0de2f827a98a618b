import { readStartTags } from '../text/start-tags.ts';

/** A file that a page shows or links to. */
export interface PageFile {
  /** As written on the page, entities read. */
  readonly url: string;
  readonly alt?: string;
}

const TAGS = ['img', 'source', 'a', 'video', 'audio', 'track', 'meta', 'link'];
const ATTRIBUTES = ['src', 'href', 'poster', 'content', 'data-src'];

/** The URLs of files on a page in their order: images with their alternatives first, then all others. */
export function readFiles(html: string): readonly PageFile[] {
  const images: PageFile[] = [];
  const others: PageFile[] = [];
  for (const { name, attributes } of readStartTags(html, TAGS)) {
    const alt = attributes.get('alt')?.trim();
    const urls = ATTRIBUTES.flatMap((attribute) => attributes.get(attribute) ?? []);
    for (const url of [...urls, ...readSet(attributes.get('srcset'))])
      (name === 'img' ? images : others).push(alt ? { url: url.trim(), alt } : { url: url.trim() });
  }
  return [...images, ...others];
}

function readSet(set: string | undefined): readonly string[] {
  return set === undefined ? [] : set.split(/,\s+/).flatMap((each) => each.trim().split(/\s/)[0] || []);
}
