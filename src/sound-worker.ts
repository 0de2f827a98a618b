import { workerData } from 'node:worker_threads';
import { type IAudioMetadata, parseBuffer, parseFile } from 'music-metadata';
import { readStart } from './files/read.ts';
import type { SoundFacts } from './model/index.ts';
import type { AnswerData } from './threads/ask-thread.ts';

/** Measures sound files for a thread that waits: the library reads them with promises, and a build is a plain function. */
const { port, answers } = workerData as AnswerData;
port.on('message', (path: string) => {
  void measure(path).then((facts) => {
    port.postMessage(facts);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
});

/** Bytes that tell what a file is. */
const START = 100_000;

const OPTIONS = { skipCovers: true, includeChapters: true };

/** By the ending of its name; where that is not what it is, only what it is. */
async function parse(path: string): Promise<Partial<IAudioMetadata['format']>> {
  const named = await parseFile(path, OPTIONS).catch(() => undefined);
  if (named?.format.duration !== undefined) return named.format;
  const start = new Uint8Array(START);
  const head = start.subarray(0, readStart(path, start));
  const { container } = (await parseBuffer(head, undefined, OPTIONS)).format;
  return container === undefined ? {} : { container };
}

/** Of a file that cannot be read nothing is known. Of one that can, no more is read than its tags and the first sounds. */
async function measure(path: string): Promise<SoundFacts> {
  try {
    const { container, duration, chapters = [] } = await parse(path);
    return {
      ...(container === undefined ? {} : { container }),
      ...(duration === undefined || duration < 0.5 ? {} : { seconds: Math.round(duration) }),
      chapters: chapters.flatMap(({ start, title }) =>
        typeof start === 'number' ? [{ start: Math.round(start), ...(title ? { title } : {}) }] : [],
      ),
    };
  } catch {
    return { chapters: [] };
  }
}
