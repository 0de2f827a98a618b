import type { ReadyMedia } from './checked-feed.ts';
import { emptyElement, parentElement, textElement } from './xml.ts';

/** Media RSS 1.5.1 elements, the same in RSS and in Atom. */

/** The lead image as content and thumbnail: readers treat a thumbnail alone as a lesser image (R32). */
export function writeLeadImage(indent: string, image: ReadyMedia | undefined): string {
  return image === undefined ? '' : mediaContent(indent, image) + mediaThumbnail(indent, image);
}

export function mediaContent(indent: string, file: ReadyMedia): string {
  const attributes = {
    url: file.url,
    type: file.type,
    medium: file.kind === 'other' ? undefined : file.kind,
    fileSize: file.bytes,
    duration: file.seconds,
    width: file.width,
    height: file.height,
  };
  const inside = `${indent}  `;
  const title = textElement(inside, 'media:title', file.title, { type: 'plain' });
  const description = textElement(inside, 'media:description', file.alt, { type: 'plain' });
  return parentElement(indent, 'media:content', title + description, attributes);
}

function mediaThumbnail(indent: string, image: ReadyMedia): string {
  return emptyElement(indent, 'media:thumbnail', {
    url: image.url,
    width: image.width,
    height: image.height,
  });
}
