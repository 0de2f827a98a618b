import { createReadStream } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { parseFile, parseStream } from 'music-metadata';
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

const OPTIONS = { skipCovers: true, includeChapters: true };

/** By the ending of its name, or by its first bytes when the ending is not that of what it is. */
async function parse(path: string) {
  const named = await parseFile(path, OPTIONS).catch(() => undefined);
  if (named?.format.duration !== undefined) return named;
  return parseStream(createReadStream(path), {}, OPTIONS);
}

/** Of a file that cannot be read nothing is known. Of one that can, no more is read than its tags and the first sounds. */
async function measure(path: string): Promise<SoundFacts> {
  try {
    const { format } = await parse(path);
    const { container, duration, chapters = [] } = format;
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
