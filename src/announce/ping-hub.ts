import { hidePasswords } from '../problems/printable.ts';
import type { Attempt } from './persist.ts';

/** A WebSub hub, and the token that identifies us to it. */
export interface Hub {
  readonly url: string;
  /** Sent as a bearer token; never shown. */
  readonly token?: string;
}

/**
 * Tells a hub once that a feed changed: WebSub leaves open how, and this is what hubs understand, `hub.mode=publish` with
 * the URL as `hub.url` (PubSubHubbub 0.4 §7.1) and `hub.topic`.
 * @param timeout ms that the hub may take
 */
export async function pingHub({ url, token }: Hub, topic: string, timeout: number): Promise<Attempt> {
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic });
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    // A redirect is not followed: the token is for this URL alone.
    const signal = AbortSignal.timeout(timeout);
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
    await answer.body?.cancel();
    return judge(answer);
  } catch (error) {
    return { kind: 'again', reason: explain(error, timeout) };
  }
}

function judge(answer: Response): Attempt {
  const { status, headers } = answer;
  if (answer.ok) return { kind: 'done' };
  const reason = `the hub answers ${status}`;
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'again', reason, after: readRetryAfter(headers) };
  const target = status < 400 ? headers.get('location') : null;
  return {
    kind: 'never',
    reason: target === null ? reason : `the hub has moved to ${hidePasswords(target)}`,
  };
}

/** `Retry-After` in ms: seconds, or a date, which is compared with the date of the same answer (RFC 9110 §10.2.3). */
function readRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : wait;
}

function explain(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return "the hub can't be reached";
  if (error.name === 'TimeoutError')
    return `the hub does not answer within ${Math.round(timeout / 100) / 10} seconds`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? `: ${String(cause.code)}` : '';
  return `the hub can't be reached${code}`;
}
