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
  if (!found) return { reason: 'is not a readable image', remedy: 'Save it as JPEG or PNG.' };
  const { width, height, type = '' } = found;
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const endings = ENDINGS[type];
  if (!endings)
    return { reason: `is ${type.toUpperCase()}, not JPEG or PNG`, remedy: 'Save it as JPEG or PNG.' };
  if (ending !== '' && !endings.test(ending))
    return {
      reason: `is ${type === 'jpg' ? 'JPEG' : 'PNG'}, but its file extension says otherwise`,
      remedy: `Rename it to end with ".${type}".`,
    };
  const colour = judgeColour(start, type);
  if (colour !== undefined) return { reason: colour, remedy: 'Save it in RGB, without transparency.' };
  if (width === height && width >= SMALLEST && width <= LARGEST) return undefined;
  return {
    reason: `has ${width} × ${height} pixels`,
    remedy: `Make it a square of ${SMALLEST} to ${LARGEST} pixels.`,
  };
}

/** Artwork is RGB without transparency: what its head says that it is instead. */
function judgeColour(start: Uint8Array, type: string): string | undefined {
  if (type === 'png') {
    const kind = start[25];
    return kind === 4 || kind === 6 ? 'has transparency' : kind === 0 ? 'is grey, not RGB' : undefined;
  }
  const channels = countChannels(start);
  return channels === 4 ? 'is CMYK, not RGB' : channels === 1 ? 'is grey, not RGB' : undefined;
}

/** How many values each pixel of a JPEG has: its frame header says it (ITU T.81 §B.2.2). */
function countChannels(start: Uint8Array): number | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return view.getUint8(at + 9);
    // Bytes between two segments are filled up with 0xff.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function measure(start: Uint8Array) {
  const { imageSize } = require('image-size') as typeof import('image-size');
  try {
    return imageSize(start);
  } catch {
    return undefined;
  }
}
