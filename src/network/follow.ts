import { type Answer, ask, PrivateAddressError, type RequestOptions, type Resolver } from './request.ts';

const MAX_REDIRECTS = 5;

/** How a URL is asked for, with all its redirects. */
export interface Journey {
  readonly headers: Readonly<Record<string, string>>;
  /** @default GET */
  readonly method?: 'GET' | 'HEAD';
  readonly signal: AbortSignal;
  readonly resolver: Resolver;
  /** Whose private addresses may be asked, where a document and not the user names the URL; empty for no one's. */
  readonly ownHost?: string;
}

/**
 * The answer at the end of all redirects, or why it is not looked for. Who names a private host means it, and may be sent to another
 * place on it; no one else may send us there.
 */
export async function follow(url: URL, journey: Journey): Promise<Answer | string> {
  const named = { host: url.hostname, isPrivate: false };
  let address = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const isNamed = hop === 0 && (journey.ownHost === undefined || journey.ownHost === address.hostname);
    const isMeant = isNamed || (named.isPrivate && address.hostname === named.host);
    const answer = await askHop(address, { ...journey, isPublicOnly: !isMeant });
    if (!answer)
      return hop === 0
        ? 'is not at a public address; only the host of the site or feed itself may be on this machine or its network'
        : `redirects to ${address.host}, which is not a public address`;
    if (hop === 0) named.isPrivate = answer.isPrivate;
    const target = answer.headers.location;
    if (answer.status === 304 || answer.status < 300 || answer.status > 399 || target === undefined)
      return answer;
    answer.close();
    const next = URL.canParse(target, address.href) ? new URL(target, address) : undefined;
    if (!next) return 'redirects to something that is not a URL';
    if (!/^https?:$/.test(next.protocol)) return `redirects to a URL that begins with ${next.protocol}`;
    if (next.username !== '' || next.password !== '') return 'redirects to a URL that contains a password';
    address = next;
  }
  return `redirects more than ${MAX_REDIRECTS} times`;
}

/** Undefined when the address is private and was not to be. */
async function askHop(url: URL, options: RequestOptions): Promise<Answer | undefined> {
  try {
    return await ask(url, options);
  } catch (error) {
    if (error instanceof PrivateAddressError) return undefined;
    throw error;
  }
}

/** Messages end up in the logs of a CI job. */
export function withoutUser(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (parsed.username === '' && parsed.password === '') return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** What the codes of the network say, where they are not words of their own. */
const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: "can't be reached: unknown host",
  ECONNREFUSED: "can't be reached: nothing answers",
  ECONNRESET: 'closes the connection too early',
  EAI_AGAIN: "can't be reached: its host name can't be resolved now",
  Z_DATA_ERROR: 'sends data that is not compressed as it says',
  Z_BUF_ERROR: 'closes the connection too early',
};

/** Why a URL can't be reached, in words that follow it. */
export function explain(error: unknown): string {
  const reason =
    error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
  return `${CODES[reason] ?? "can't be reached"} (${reason})`;
}
