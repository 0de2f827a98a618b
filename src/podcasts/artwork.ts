import { createRequire } from 'node:module';

/** Loaded only when artwork is measured. */
const require = createRequire(import.meta.url);

/** What is wrong with artwork, and what to do (P4). */
export interface ArtworkFault {
  readonly reason: string;
  readonly remedy: string;
}

/** Enough of any image to tell its size. */
export const ARTWORK_START = 1_000_000;

const [SMALLEST, LARGEST] = [1400, 3000];
const ENDINGS: Readonly<Record<string, RegExp>> = { jpg: /^jpe?g$/, png: /^png$/ };

/**
 * Holds artwork against what Apple Podcasts takes: a square of 1400 to 3000 pixels, JPEG or PNG, named as what it is (P4).
 * @param start the first bytes of the file
 * @param path that the file is named by; its ending counts
 */
export function judgeArtwork(start: Uint8Array, path: string): ArtworkFault | undefined {
  const found = measure(start);
  if (!found) return { reason: 'is not an image that can be read', remedy: 'Save it as JPEG or PNG.' };
  const { width, height, type = '' } = found;
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const endings = ENDINGS[type];
  if (!endings)
    return { reason: `is ${type.toUpperCase()}, not JPEG or PNG`, remedy: 'Save it as JPEG or PNG.' };
  if (ending !== '' && !endings.test(ending))
    return {
      reason: `is ${type === 'jpg' ? 'JPEG' : 'PNG'}, which its name does not say`,
      remedy: `Rename it to end with ".${type}".`,
    };
  if (width === height && width >= SMALLEST && width <= LARGEST) return undefined;
  return {
    reason: `has ${width} × ${height} pixels`,
    remedy: `Make it a square of ${SMALLEST} to ${LARGEST} pixels.`,
  };
}

function measure(start: Uint8Array) {
  const { imageSize } = require('image-size') as typeof import('image-size');
  try {
    return imageSize(start);
  } catch {
    return undefined;
  }
}
