import type { ArtworkFault } from './artwork.ts';

/** Whether a URL is on plain http, other than on this machine. */
export function isInsecure(url: string): boolean {
  return /^http:\/\/(?!localhost[:/]|127\.|\[::1\])/i.test(url);
}

/** What the URL of artwork alone shows: an image on http, or one that is neither JPEG nor PNG. */
export function judgeArtworkUrl(url: string): ArtworkFault | undefined {
  if (isInsecure(url))
    return { reason: 'is on http, from which apps on phones load no images', remedy: 'Write its https URL.' };
  const ending = (URL.canParse(url) ? /\.(\w{2,5})$/.exec(new URL(url).pathname)?.[1] : undefined) ?? '';
  const isOther = /^(?:gif|webp|avif|svg|tiff?|bmp|heic)$/i.test(ending);
  return isOther
    ? { reason: `is ${ending.toUpperCase()}, not JPEG or PNG`, remedy: 'Save it as JPEG or PNG.' }
    : undefined;
}
