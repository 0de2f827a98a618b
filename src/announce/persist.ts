/** How an attempt ended: done, to be repeated (after that many ms, if the server says so), or failed for good. */
export type Attempt =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly reason: string; readonly after?: number | undefined }
  | { readonly kind: 'never'; readonly reason: string };

/** How long to keep trying. */
export interface Patience {
  /** The value of `elapsed` after which nothing is tried again, the same for all feeds. */
  readonly until: number;
  /** ms since any point in time; only differences count. */
  readonly elapsed: () => number;
  /** How long a server may take to answer, in ms. */
  readonly answer: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called with the reason for waiting. */
  readonly tell?: ((reason: string) => void) | undefined;
}

const FIRST = 1000;
const LONGEST = 60_000;
/** How long a server may take, in ms, once the time is over: every request is tried once. */
const LEAST = 1000;
/** So long after the end, not even that is tried: many feeds and a silent server would add up. */
const GRACE = 10_000;

/**
 * Tries once, and again until it is done, waiting twice as long each time, from one second to one minute, or as long as the server
 * asks for.
 * @param attempt is given the ms that a server may take
 * @returns why it was not done, if it was not
 */
export async function persist(
  attempt: (timeout: number) => Promise<Attempt>,
  { until, elapsed, answer, sleep, tell }: Patience,
): Promise<string | undefined> {
  if (elapsed() > until + GRACE) return 'no time was left for it';
  for (let next = FIRST; ; next = Math.min(2 * next, LONGEST)) {
    const ended = await attempt(Math.ceil(Math.min(answer, Math.max(LEAST, until - elapsed()))));
    if (ended.kind === 'done') return undefined;
    if (ended.kind === 'never') return ended.reason;
    const wait = Math.max(next, ended.after ?? 0);
    if (elapsed() + wait > until) return ended.reason;
    tell?.(ended.reason);
    await sleep(wait);
  }
}
