import type { Answer } from './request.ts';

/** The body of an answer, or undefined as soon as it is too large: a small answer may unpack to gigabytes. @param most in bytes */
export async function readUpTo({ body, close }: Answer, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > most) {
      close();
      return undefined;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The type of an answer, in lower case without parameters. */
export function typeOf({ headers }: Answer): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}
