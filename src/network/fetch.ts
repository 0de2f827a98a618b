import { createHash } from 'node:crypto';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isPrivateHost } from './private-host.ts';

export interface FetchOptions {
  /** For one document with all its redirects, in ms. @default 20000 */
  readonly timeout?: number;
  /** What the document may be: a host whose entity tags are checksums then only says that it is (RFC 9110 §13.1.2). */
  readonly known?: Uint8Array | undefined;
}

export type Fetched =
  | { readonly document: PublishedDocument }
  | { readonly missing: true; readonly problem: Problem }
  | { readonly problem: Problem };

const MAX_REDIRECTS = 5;

/**
 * Fetches a published document over http(s): at most 5 redirects, 15 MB (after decompression) and 20 seconds. A public address that
 * redirects to this machine or its network is not followed: whoever runs the site has no business there.
 * @returns the document, or the problem `unreachable-feed`; `missing` when the server says that there is none (404, 410)
 */
export async function fetchDocument(
  url: string,
  { timeout = 20_000, known }: FetchOptions = {},
): Promise<Fetched> {
  const shown = hidePassword(url);
  const refuse = (reason: string) => ({
    problem: problem('unreachable-feed', { file: shown }, { url: shown, reason }),
  });
  if (!URL.canParse(url)) return refuse('is no address');
  if (shown !== url) return refuse('has a password in it, which is not sent');
  const signal = AbortSignal.timeout(timeout);
  const headers = known ? { ...HEADERS, 'if-none-match': listTags(known) } : HEADERS;
  try {
    let address = url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await fetch(address, { redirect: 'manual', signal, headers });
      if (answer.status === 304 && known)
        return { document: { source: url, url, bytes: known, isNamed: true } };
      const target = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || target === null)
        return await readAnswer(answer, url, refuse);
      await answer.body?.cancel();
      const next = URL.canParse(target, address) ? new URL(target, address) : undefined;
      if (!next || !/^https?:$/.test(next.protocol)) return refuse(`redirects to ${target}`);
      if ((await isPrivateHost(next.href)) && !(await isPrivateHost(url)))
        return refuse(`redirects to ${next.host}, which is no public address`);
      address = next.href;
    }
    return refuse(`redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    return refuse(explain(error, timeout));
  }
}

/** The checksums that hosts make entity tags of; no state is kept between builds, and no date of a file on a CI machine is true. */
function listTags(known: Uint8Array): string {
  return ['md5', 'sha1', 'sha256']
    .map((name) => `"${createHash(name).update(known).digest('hex')}"`)
    .join(', ');
}

/** Messages end up in the logs of a CI job. */
function hidePassword(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (parsed.username === '' && parsed.password === '') return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

const HEADERS = {
  'user-agent': 'feedwright (compares a feed before it is published)',
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml, application/json, */*;q=0.5',
};

async function readAnswer(
  answer: Response,
  url: string,
  refuse: (reason: string) => { problem: Problem },
): Promise<Fetched> {
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return { missing: true, ...refuse(`answers ${answer.status}: there is no such document`) };
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    return refuse(`answers ${answer.status}${MEANINGS[answer.status] ?? ''}`);
  }
  const bytes = await readLimited(answer);
  if (!bytes) return refuse(`is larger than ${SIZE_LIMIT / 1e6} MB`);
  const charset = /charset\s{0,5}=\s{0,5}"?([\w.-]{1,40})/i.exec(
    answer.headers.get('content-type') ?? '',
  )?.[1];
  return { document: { source: url, url, bytes, isNamed: true, ...(charset ? { charset } : {}) } };
}

/** The body, or undefined as soon as it is too large: a small answer may unpack to gigabytes. */
async function readLimited({ body }: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > SIZE_LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: ': it asks for a password',
  403: ': it does not let everybody read',
  429: ': it was asked too often',
};

/** What the codes of the network say, where they are no words of their own. */
const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be reached: nobody knows its host',
  ECONNREFUSED: 'cannot be reached: nothing answers there',
  ECONNRESET: 'breaks off the connection',
  UND_ERR_SOCKET: 'breaks off the connection',
  Z_DATA_ERROR: 'sends what is not compressed as it says',
};

function explain(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return `cannot be reached: ${String(error)}`;
  if (error.name === 'TimeoutError') return `does not answer within ${timeout / 1000} seconds`;
  const { cause } = error;
  const reason =
    cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.message;
  return `${CODES[reason] ?? 'cannot be reached'} (${reason})`;
}
