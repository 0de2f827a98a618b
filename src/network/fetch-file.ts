import { readUpTo, typeOf } from './answer.ts';
import { explain, follow, withoutUser } from './follow.ts';
import { SYSTEM } from './request.ts';

export interface FetchFileOptions {
  /** Hosts whose private addresses may be connected to, as the URLs come from strangers. Empty for none. */
  readonly ownHost: string;
  /** A larger file is not fetched; bytes. */
  readonly most: number;
}

export type FetchedFile =
  | { readonly bytes: Uint8Array; readonly type: string | undefined }
  /** `isSilent`: the host gives no answer at all. */
  | { readonly reason: string; readonly isSilent: boolean };

/** For one file with all its redirects, in ms. */
const TIMEOUT = 60_000;
const HEADERS = { 'user-agent': 'feedwright (fetches the images of a site that moves)', accept: '*/*' };

/**
 * Fetches a file whole. Redirects are followed as those of feeds are.
 * @returns its bytes, and its type in lower case without parameters; or why there is none, in words that follow the URL
 */
export async function fetchFile(url: string, { ownHost, most }: FetchFileOptions): Promise<FetchedFile> {
  const refuse = (reason: string, isSilent = false) => ({ reason, isSilent });
  if (withoutUser(url) !== url) return refuse('contains a password, which is not sent');
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const answer = await follow(new URL(url), { headers: HEADERS, signal, resolver: SYSTEM, ownHost });
    if (typeof answer === 'string') return refuse(answer);
    if (answer.status < 200 || answer.status > 299) {
      answer.close();
      return refuse(`answers ${answer.status}`);
    }
    const bytes = await readUpTo(answer, most);
    return bytes ? { bytes, type: typeOf(answer) } : refuse(`is larger than ${Math.round(most / 1e6)} MB`);
  } catch (error) {
    const reason = signal.aborted ? `does not answer within ${TIMEOUT / 1000} seconds` : explain(error);
    return refuse(reason, true);
  }
}
