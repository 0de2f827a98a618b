import { fetchDocument } from '../network/fetch.ts';
import { type Attempt, type Patience, persist } from './persist.ts';
import { type Hub, pingHub } from './ping-hub.ts';

/** A feed that changed. */
export interface Topic {
  /** Its public URL. */
  readonly url: string;
  /** What was built. */
  readonly bytes: Uint8Array;
}

export interface Announcement {
  readonly url: string;
  /** Why it was not announced; missing when it was. */
  readonly reason?: string;
}

/** Feeds that are waited for and announced at the same time. */
const LANES = 8;

/**
 * Announces feeds to a hub, each once the live document is the one that was built (R43): a hub fetches it at once, and would
 * hand out the old one.
 * @returns what became of each, in their order
 */
export async function announce(
  topics: readonly Topic[],
  hub: Hub,
  patience: Patience,
): Promise<readonly Announcement[]> {
  const done: Announcement[] = [];
  const waiting = topics.entries();
  const work = async () => {
    for (const [index, topic] of waiting) done[index] = await announceOne(topic, hub, patience);
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return done;
}

async function announceOne(topic: Topic, hub: Hub, patience: Patience): Promise<Announcement> {
  const { url } = topic;
  const reason =
    (await persist((timeout) => lookForLive(topic, timeout), patience)) ??
    (await persist((timeout) => pingHub(hub, url, timeout), patience));
  return reason === undefined ? { url } : { url, reason };
}

async function lookForLive({ url, bytes }: Topic, timeout: number): Promise<Attempt> {
  const fetched = await fetchDocument(url, { timeout });
  if (!('document' in fetched)) return { kind: 'again', reason: fetched.problem.message.replace(/\.$/, '') };
  if (Buffer.compare(fetched.document.bytes, bytes) === 0) return { kind: 'done' };
  return { kind: 'again', reason: 'the live document is still the old one' };
}
