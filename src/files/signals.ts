const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether signals are waiting; then they are for all work until this thread is idle. */
let isHolding = false;

/** Does work that a signal must not end in its middle; one that came meanwhile ends the process afterwards, as it would have. */
export function holdSignals<Result>(work: () => Result): Result {
  if (!isHolding) {
    isHolding = true;
    for (const signal of ENDING) process.on(signal, raise);
    // What came while this thread worked is told in the next round of its loop at the latest.
    setImmediate(() => setImmediate(release));
  }
  return work();
}

function raise(signal: NodeJS.Signals): void {
  release();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function release(): void {
  isHolding = false;
  for (const signal of ENDING) process.off(signal, raise);
}
