import type { ArtworkFault } from './artwork.ts';
import { endingOf } from './url-ending.ts';

/** Whether a URL is on plain http, other than on this machine. */
export function isInsecure(url: string): boolean {
  return /^http:\/\/(?!localhost[:/]|127\.|\[::1\])/i.test(url);
}

/** What the URL of artwork alone shows: an image on http, or one that is neither JPEG nor PNG. */
export function judgeArtworkUrl(url: string): ArtworkFault | undefined {
  if (isInsecure(url))
    return {
      reason: 'uses http, but apps on phones load images only over https',
      remedy: 'Write its https URL.',
    };
  const ending = endingOf(url);
  const isOther = /^(?:gif|webp|avif|svg|tiff?|bmp|heic)$/.test(ending);
  return isOther
    ? { reason: `is ${ending.toUpperCase()}, not JPEG or PNG`, remedy: 'Save it as JPEG or PNG.' }
    : undefined;
}
