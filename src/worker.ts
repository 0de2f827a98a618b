import { type MessagePort, workerData } from 'node:worker_threads';
import { limitHeapGrowth } from './threads/heap-growth.ts';
import { BEATS, take, type WorkerData, type WorkerMessage } from './threads/share-work.ts';

/** The kinds of work, each loaded only by a worker that does it: from the setup to what does one piece. */
const WORK: Readonly<Record<string, () => Promise<(setup: never) => (piece: number) => unknown>>> = {
  read: async () => (await import('./articles/read-batches.ts')).prepareReading,
  items: async () => (await import('./build/make-items.ts')).prepareItems,
};

const { name, setup, pieces, counters, port } = workerData as WorkerData & { readonly port: MessagePort };
const prepare = await WORK[name]?.();
if (prepare) {
  limitHeapGrowth();
  work(prepare(setup as never));
}

function work(run: (piece: number) => unknown): void {
  for (let piece = take(counters); piece < pieces; piece = take(counters)) {
    const result = attempt(run, piece);
    port.postMessage({ piece, result } satisfies WorkerMessage, listBuffers(result));
    Atomics.add(counters, BEATS, 1);
    Atomics.notify(counters, BEATS);
  }
}

/** A piece that fails here is done again where its error can be seen. */
function attempt(task: (piece: number) => unknown, piece: number): unknown {
  try {
    return task(piece);
  } catch {
    return undefined;
  }
}

/** Bytes move to the other thread instead of being copied. */
function listBuffers(result: unknown): ArrayBuffer[] {
  return [...((result as { buffers?: readonly ArrayBuffer[] } | undefined)?.buffers ?? [])];
}
