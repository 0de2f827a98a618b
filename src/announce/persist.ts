/** How one attempt ended: done, to be tried again (after so many ms, where a server says so), or never to succeed. */
export type Attempt =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly reason: string; readonly after?: number | undefined }
  | { readonly kind: 'never'; readonly reason: string };

/** How long to keep trying. */
export interface Patience {
  /** Reading of `elapsed` after which nothing is tried again: one for all feeds together. */
  readonly until: number;
  /** ms since whenever; only differences count. */
  readonly elapsed: () => number;
  /** How long a server may take to answer, in ms. */
  readonly answer: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called with the reason for waiting. */
  readonly tell?: ((reason: string) => void) | undefined;
}

const FIRST = 1000;
const LONGEST = 60_000;
/** What a server has to answer when the time is over: each thing is tried once. */
const LEAST = 1000;
/** As long after the end even that is not begun: many feeds and a silent server would add up. */
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
