import { createHash } from 'node:crypto';
import type { PublishedDocument } from '../documents/published-feed.ts';
import { SIZE_LIMIT } from '../documents/read-feed.ts';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { readUpTo } from './answer.ts';
import { explain, follow, withoutUser } from './follow.ts';
import { type Answer, type Resolver, SYSTEM } from './request.ts';

export interface FetchOptions {
  /** For one document with all its redirects, in ms. @default 20000 */
  readonly timeout?: number;
  /** What the document may be: a host whose entity tags are checksums then only says that it is (RFC 9110 §13.1.2). */
  readonly known?: Uint8Array | undefined;
  /** @default that of the system */
  readonly resolver?: Resolver;
}

export type Fetched =
  | { readonly document: PublishedDocument }
  | { readonly missing: true | 'perhaps'; readonly problem: Problem }
  | { readonly problem: Problem };

/**
 * Fetches a published document over http(s): at most 5 redirects, 15 MB (after decompression) and 20 seconds. A public address that
 * redirects to this machine or its network is not followed: whoever runs the site has no business there.
 * @returns the document, or the problem `unreachable-feed`; `missing` when the server says that there is none (404, 410), or may
 * mean so: object stores that list nothing answer 403 for what is not there
 */
export async function fetchDocument(
  url: string,
  { timeout = 20_000, known, resolver = SYSTEM }: FetchOptions = {},
): Promise<Fetched> {
  const shown = withoutUser(url);
  const refuse = (reason: string) => ({
    problem: problem('unreachable-feed', { file: shown }, { url: shown, reason }),
  });
  if (!URL.canParse(url)) return refuse('is not a URL');
  if (shown !== url) return refuse('contains a password, which is not sent');
  const signal = AbortSignal.timeout(timeout);
  try {
    const headers = known ? { ...HEADERS, 'if-none-match': listTags(known) } : HEADERS;
    const found = await follow(new URL(url), { headers, signal, resolver });
    if (typeof found === 'string') return refuse(found);
    if (found.status === 304 && known) {
      found.close();
      return { document: { source: url, url, bytes: known, isNamed: true } };
    }
    return await readAnswer(found, url, refuse);
  } catch (error) {
    return refuse(
      signal.aborted ? `does not answer within ${Math.round(timeout / 100) / 10} seconds` : explain(error),
    );
  }
}

/** The checksums that hosts make entity tags of; no state is kept between builds, and no date of a file on a CI machine is true. */
function listTags(known: Uint8Array): string {
  return ['md5', 'sha1', 'sha256']
    .map((name) => `"${createHash(name).update(known).digest('hex')}"`)
    .join(', ');
}

const HEADERS = {
  'user-agent': 'feedwright (compares a feed before it is published)',
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml, application/json, */*;q=0.5',
};

async function readAnswer(
  answer: Answer,
  url: string,
  refuse: (reason: string) => { problem: Problem },
): Promise<Fetched> {
  const { status, headers } = answer;
  if (status < 200 || status > 299) {
    answer.close();
    const isMissing = status === 404 || status === 410;
    if (isMissing) return { missing: true, ...refuse(`answers ${status} (not found)`) };
    const refused = refuse(`answers ${status}${MEANINGS[status] ?? ''}`);
    return status === 403 ? { missing: 'perhaps', ...refused } : refused;
  }
  const bytes = await readUpTo(answer, SIZE_LIMIT);
  if (!bytes) return refuse(`is larger than ${SIZE_LIMIT / 1e6} MB`);
  const charset = /charset\s{0,5}=\s{0,5}"?([\w.-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1];
  return { document: { source: url, url, bytes, isNamed: true, ...(charset ? { charset } : {}) } };
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: ': it asks for a password',
  403: ': not everybody may read it',
  429: ': too many requests',
};
