import { createHash } from 'node:crypto';

/** The namespace of the UUIDs of podcasts, as the podcast namespace gives it (P10). */
const NAMESPACE = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

/**
 * The UUID of a show (P10): version 5 (RFC 9562 §5.5) of the feed's URL without scheme and trailing slashes. It is made once;
 * then it stays, whatever becomes of the URL.
 * @param url absolute
 */
export function makePodcastGuid(url: string): string {
  const name = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, i) => digits.slice(from, [8, 12, 16, 20, 32][i])).join('-');
}
