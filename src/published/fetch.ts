import type { Problem } from '../model.ts';
import { problem } from '../problems.ts';
import type { PublishedDocument } from './compare.ts';
import { SIZE_LIMIT } from './read-feed.ts';

export interface FetchOptions {
  /** For one document with all its redirects, in ms. @default 20000 */
  readonly timeout?: number;
}

export type Fetched =
  | { readonly document: PublishedDocument }
  | { readonly missing: true; readonly problem: Problem }
  | { readonly problem: Problem };

const MAX_REDIRECTS = 5;

/**
 * Fetches a published document over http(s): at most 5 redirects, 15 MB (after decompression) and 20 seconds.
 * @returns the document, or the problem `unreachable-feed`; `missing` when the server says that there is none (404, 410)
 */
export async function fetchDocument(url: string, { timeout = 20_000 }: FetchOptions = {}): Promise<Fetched> {
  const refuse = (reason: string) => ({
    problem: problem('unreachable-feed', { file: url }, { url, reason }),
  });
  const signal = AbortSignal.timeout(timeout);
  try {
    let address = url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await fetch(address, { redirect: 'manual', signal, headers: HEADERS });
      const target = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || target === null)
        return await readAnswer(answer, url, refuse);
      await answer.body?.cancel();
      const next = URL.canParse(target, address) ? new URL(target, address) : undefined;
      if (!next || !/^https?:$/.test(next.protocol)) return refuse(`redirects to ${target}`);
      address = next.href;
    }
    return refuse(`redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    return refuse(explain(error, timeout));
  }
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
    return refuse(`answers ${answer.status}`);
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

function explain(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return `cannot be reached: ${String(error)}`;
  if (error.name === 'TimeoutError') return `does not answer within ${timeout / 1000} seconds`;
  const { cause } = error;
  const reason =
    cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.message;
  return `cannot be reached: ${reason}`;
}
