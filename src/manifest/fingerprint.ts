import { createHash } from 'node:crypto';
import type { Fingerprint, Piece } from '../model/index.ts';

/** 48 bits: of 500 sites with a million texts each, about one has two texts with the same fingerprint. */
const LETTERS = 8;
/** Many articles share a text of a few words; a shorter hash marks such a text. */
const FEW_LETTERS = 6;
const FEW_WORDS = 8;
/** Scripts without spaces between words. */
const FEW_CHARACTERS = 80;
/** Reading more of a text would not tell texts apart any better. */
const MAX_HTML = 20_000;

/** @param html as we write it: what matters are its words, and the names of its images, since hosts and folders move */
export function takeFingerprint(html: string): Fingerprint {
  const start = html.slice(0, MAX_HTML);
  // Single spaces are left alone: there is one for every word.
  const words = start
    .replace(/<[^>]*>|[^\S ]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const images = [...start.matchAll(/<img\s[^>]*?\bsrc="([^"]*)"/g)].map(([, url = '']) =>
    url.replace(/^.*\/|[?#].*$/g, ''),
  );
  const isShort = words.length <= FEW_CHARACTERS && words.split(' ').length <= FEW_WORDS;
  return { text: hash(words, isShort ? FEW_LETTERS : LETTERS), images: hash(images.join('\n'), LETTERS) };
}

/** Whether a text is long enough to know an article by it. */
export function isTelling({ text }: Fingerprint): boolean {
  return text.length > FEW_LETTERS;
}

function hash(text: string, letters: number): string {
  return text === '' ? '' : createHash('sha256').update(text).digest('base64url').slice(0, letters);
}

/** Of a document; line endings do not count, because checkouts change them. */
export function hashDocument(text: string | Uint8Array): string {
  const plain = Buffer.from(text).toString('utf8').replaceAll('\r\n', '\n');
  return hashPieces([{ bytes: Buffer.from(plain) }]);
}

/** Of pieces whose checksums are known: their bytes need not be read again. */
export function hashSums(pieces: readonly Piece[]): string {
  return hash(pieces.map(({ bytes, sum }) => `${bytes.length} ${sum}`).join('\n'), LETTERS);
}

/** For documents that we wrote: their lines always end the same way, so the pieces need not be joined. */
export function hashPieces(pieces: readonly { readonly bytes: Uint8Array }[]): string {
  const made = createHash('sha256');
  for (const { bytes } of pieces) made.update(bytes);
  return made.digest('base64url').slice(0, 2 * LETTERS);
}
