import { createRequire } from 'node:module';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { freeHeapGrowth } from './heap-growth.ts';

/** Work that is cut into pieces which any thread can do, with the same result. */
export interface Work<Result, Kept = Result> {
  /** Its name in the table of `worker.ts`. */
  readonly name: string;
  /** What a worker needs to know before its first piece; it is copied. */
  readonly setup: unknown;
  readonly pieces: number;
  /** Is told how much is done, from 0 to 1. */
  readonly tell?: (share: number) => void;
  /** Does one piece in this thread. */
  readonly run: (piece: number) => Result;
  /** Takes each result in this thread as soon as it is there, in any order, and gives what is to be kept of it. */
  readonly keep: (result: Result, piece: number) => Kept;
}

/** What a worker is started with. */
export interface WorkerData {
  readonly name: string;
  readonly setup: unknown;
  readonly pieces: number;
  /** {@link NEXT} and {@link BEATS}. */
  readonly counters: Int32Array;
}

/** A finished piece; without a result it failed there, and is done again here. */
export interface WorkerMessage {
  readonly piece: number;
  readonly result?: unknown;
}

/** Counter of the pieces that were taken. */
const NEXT = 0;
/** Counter of the messages that workers have sent; this thread sleeps on it. */
export const BEATS = 1;

/** New objects of a worker take up to so many MiB: half of what V8 allows is as fast. */
const YOUNG = 24;

/** After so many ms without a sign of life the pieces of the workers are done here: a worker may run out of memory. */
const PATIENCE = 10_000;

/**
 * Shares work between this thread and some workers, and waits for its end: whoever is free takes the next piece.
 * @param workers how many threads to start besides this one
 * @returns the results in the order of the pieces, the same for any number of workers
 */
export function shareWork<Result, Kept>(work: Work<Result, Kept>, workers: number): readonly Kept[] {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const results = new Map<number, Kept>();
  const ports = startWorkers(work, Math.min(workers, work.pieces - 1), counters);
  const collect = () => {
    for (const { port } of ports) collectMessages(port, work, results);
    work.tell?.(results.size / work.pieces);
  };
  for (let piece = take(counters); piece < work.pieces; piece = take(counters)) {
    results.set(piece, work.keep(work.run(piece), piece));
    collect();
  }
  for (let beats = 0; results.size < work.pieces; ) {
    const isSilent = Atomics.wait(counters, BEATS, beats, PATIENCE) === 'timed-out';
    beats = Atomics.load(counters, BEATS);
    collect();
    if (isSilent) finishHere(work, results);
  }
  for (const { worker } of ports) void worker.terminate();
  if (ports.length > 0) freeHeapGrowth();
  return Array.from({ length: work.pieces }, (_, piece) => results.get(piece) as Kept);
}

function startWorkers<Result, Kept>(
  { name, setup, pieces }: Work<Result, Kept>,
  count: number,
  counters: Int32Array,
) {
  return Array.from({ length: Math.max(0, count) }, () => {
    const { port1, port2 } = new MessageChannel();
    const workerData = { name, setup, pieces, counters, port: port2 };
    const worker = new Worker(createRequire(import.meta.url).resolve('#worker'), {
      workerData,
      transferList: [port2],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    // A worker that can't start takes no piece, so nothing is lost.
    worker.on('error', () => undefined).unref();
    port1.unref();
    return { worker, port: port1 };
  });
}

/** The next piece that no one has taken. */
export function take(counters: Int32Array): number {
  return Atomics.add(counters, NEXT, 1);
}

function collectMessages<Result, Kept>(
  port: MessagePortLike,
  work: Work<Result, Kept>,
  results: Map<number, Kept>,
): void {
  for (let received = receiveMessageOnPort(port); received; received = receiveMessageOnPort(port)) {
    const { piece, result } = received.message as WorkerMessage;
    results.set(piece, work.keep(result === undefined ? work.run(piece) : (result as Result), piece));
  }
}

function finishHere<Result, Kept>(work: Work<Result, Kept>, results: Map<number, Kept>): void {
  for (let piece = 0; piece < work.pieces; piece++)
    if (!results.has(piece)) results.set(piece, work.keep(work.run(piece), piece));
}

type MessagePortLike = Parameters<typeof receiveMessageOnPort>[0];
