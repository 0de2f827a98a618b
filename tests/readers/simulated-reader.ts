import type { PublishedItem } from '../../src/documents/read-feed.ts';

/** Who wrote an item: `uid7` says which article it is, whatever else of it changes. */
export function readUid({ authors = '' }: PublishedItem): number {
  return Number(/uid(\d+)/.exec(authors)?.[1]);
}

/** Somebody who reads one document, and knows which articles are old. */
export class SimulatedReader {
  private readonly old: ReadonlySet<number>;
  private readonly idOf = new Map<number, string>();
  private readonly uidOf = new Map<string, number>();
  private readonly dateOf = new Map<string, number>();
  private shown: ReadonlySet<number> = new Set();
  /** What this reader has shown as new, by uid. */
  readonly seen = new Set<number>();

  /** @param old the articles that were there before the first visit */
  constructor(old: Iterable<number>) {
    this.old = new Set(old);
  }

  isShown(uid: number): boolean {
    return this.shown.has(uid);
  }

  /** The same reader once more, so that several futures can be tried. */
  copy(): SimulatedReader {
    const copy = new SimulatedReader(this.old);
    for (const [uid, id] of this.idOf) copy.idOf.set(uid, id);
    for (const [id, uid] of this.uidOf) copy.uidOf.set(id, uid);
    for (const [id, date] of this.dateOf) copy.dateOf.set(id, date);
    for (const uid of this.seen) copy.seen.add(uid);
    copy.shown = this.shown;
    return copy;
  }

  /**
   * Reads what is published now.
   * @returns what went wrong for this reader
   */
  visit(
    items: readonly PublishedItem[],
    isAccepted: (uid: number) => boolean,
    isFloodSaid: boolean,
  ): readonly string[] {
    const faults: string[] = [];
    const now = new Set(items.map(readUid));
    if (now.size !== items.length) faults.push('an article twice');
    if (new Set(items.map(({ id }) => id)).size !== items.length) faults.push('an id twice');
    const left = [...this.shown].filter((uid) => !now.has(uid)).length;
    const isFirst = this.shown.size === 0;
    let back = 0;
    for (const item of items) {
      const [id, uid] = [item.id, readUid(item)];
      const [knownId, knownUid] = [this.idOf.get(uid), this.uidOf.get(id)];
      if (knownUid === undefined) this.seen.add(uid);
      if (knownId !== undefined && knownId !== id && !isAccepted(uid))
        faults.push(`${uid} again: ${knownId}, now ${id}`);
      if (knownUid !== undefined && knownUid !== uid && !isAccepted(uid))
        faults.push(`${uid} is never seen: ${id} was ${knownUid}`);
      if (!isFirst && knownId === undefined && this.old.has(uid)) back += 1;
      this.idOf.set(uid, id);
      this.uidOf.set(id, uid);
    }
    if (back > left + 1 && !isFloodSaid) faults.push(`${back} old ones as new, ${left} left`);
    this.shown = now;
    return faults;
  }

  /** How many items have another date, by a minute, than this reader keeps; dates that are new are kept. */
  countWrongDates(items: readonly PublishedItem[]): number {
    const isWrong = ({ id, published = 0 }: PublishedItem) =>
      Math.abs((this.dateOf.get(id) ?? published) - published) >= 60_000;
    const wrong = items.filter(isWrong);
    for (const { id, published = 0 } of items) if (!this.dateOf.has(id)) this.dateOf.set(id, published);
    return wrong.length;
  }
}
