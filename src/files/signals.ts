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

/** What is done first when a signal ends the process. */
const cleanUps = new Set<() => void>();

/** Does this before a signal ends the process: for work that has pauses. @returns takes it back */
export function beforeEnding(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) for (const signal of ENDING) process.on(signal, endCleanly);
  cleanUps.add(cleanUp);
  return () => {
    if (cleanUps.delete(cleanUp) && cleanUps.size === 0) stopCleaning();
  };
}

function endCleanly(signal: NodeJS.Signals): void {
  for (const cleanUp of cleanUps) cleanUp();
  cleanUps.clear();
  stopCleaning();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function stopCleaning(): void {
  for (const signal of ENDING) process.off(signal, endCleanly);
}
