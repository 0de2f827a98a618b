import { workerData } from 'node:worker_threads';
import { type IAudioMetadata, parseBuffer, parseFile } from 'music-metadata';
import { readParts, readStart } from './files/read.ts';
import type { AudioFacts, AudioQuestion, Chapter } from './model/index.ts';
import { readMp4Chapters } from './podcasts/mp4-chapters.ts';
import type { AnswerData } from './threads/ask-thread.ts';

/** Measures audio files for a thread that waits: the library reads them with promises, and a build is a plain function. */
const { port, answers } = workerData as AnswerData;
port.on('message', (question: AudioQuestion) => {
  void (typeof question === 'string' ? measure(question) : measureStart(question)).then((facts) => {
    port.postMessage(facts);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
});

/** Bytes that tell what a file is. */
const START = 100_000;

const OPTIONS = { skipCovers: true };

/** Chapters of these are read by `podcasts/mp4-chapters.ts`. */
const MP4_ENDING = /\.(?:m4[abvpr]|mp4|mov|3gp)$/i;

/** By the ending of its name; where that is not what it is, only what it is. */
async function parse(path: string): Promise<Partial<IAudioMetadata['format']>> {
  const named = await parseFile(path, { ...OPTIONS, includeChapters: !MP4_ENDING.test(path) }).catch(
    () => undefined,
  );
  if (named?.format.duration !== undefined) return named.format;
  const start = new Uint8Array(START);
  const head = start.subarray(0, readStart(path, start));
  const { container } = (await parseBuffer(head, undefined, OPTIONS)).format;
  return container === undefined ? {} : { container };
}

/** Of a file that cannot be read nothing is known. Of one that can, no more is read than its tags and the first audio. */
async function measure(path: string): Promise<AudioFacts> {
  try {
    const { container, duration, chapters = [] } = await parse(path);
    const isMp4 = container !== undefined && MP4.test(container);
    return {
      ...(container === undefined ? {} : { container }),
      ...(duration === undefined || duration < 0.5 ? {} : { seconds: Math.round(duration) }),
      chapters: toChapters(isMp4 ? readParts(path, readMp4Chapters) : chapters),
    };
  } catch {
    return { chapters: [] };
  }
}

/** Of a file that is elsewhere: by its first audio, and at a constant rate its size. */
async function measureStart({ start, bytes }: Exclude<AudioQuestion, string>): Promise<AudioFacts> {
  try {
    const { format } = await parseBuffer(start, undefined, OPTIONS);
    const { container, duration, bitrate, codecProfile } = format;
    const isConstant = codecProfile === 'CBR' && bitrate !== undefined && bytes !== undefined;
    const seconds = Math.round((isConstant ? (bytes * 8) / bitrate : duration) ?? 0);
    return {
      ...(container === undefined ? {} : { container }),
      ...(seconds > 0 ? { seconds } : {}),
      chapters: [],
    };
  } catch {
    return { chapters: [] };
  }
}

/** What music-metadata calls MP4 in all its forms. */
const MP4 = /^(?:M4|mp4|isom|iso\d|qt|dash|3g)/i;

/** Starts in seconds, as a document of chapters has them: to a thousandth. */
function toChapters(
  found: readonly { readonly start: number; readonly title?: string }[],
): readonly Chapter[] {
  return found.flatMap(({ start, title }) =>
    typeof start === 'number'
      ? [{ start: Math.round(start * 1000) / 1000, ...(title ? { title } : {}) }]
      : [],
  );
}
