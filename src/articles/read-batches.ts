import type { Config, Progress } from '../model/index.ts';
import { shareWork } from '../threads/share-work.ts';
import { createContext } from './context.ts';
import { fileAt } from './find.ts';
import type { FoundFiles } from './found-files.ts';
import { BATCH_SIZE, type Batch, type BatchContext, readBatch, sayOnce, unpackBatch } from './read-batch.ts';
import type { OtherSources } from './resolve-context.ts';
import { keepOptedIn } from './vault.ts';

/** Reads all files, in whatever threads; only titles that are in bodies and dates that are in git are left to this one. */
export function readBatches(
  files: FoundFiles,
  context: BatchContext,
  others: OtherSources,
  workers: number,
  progress: Progress | undefined,
): Omit<Batch, 'untitled' | 'undated' | 'silent'> {
  const pieces = Math.ceil(files.names.length / BATCH_SIZE);
  const setup: ReadingSetup = { files, config: context.config };
  const tell = (share: number) => progress?.('reading articles', share);
  const keep = (text: string) => unpackBatch(text, files);
  const batches = shareWork(
    { name: 'read', setup, pieces, tell, run: readPiece(files, context), keep },
    workers,
  );
  const rest = readRest(files, batches, context, others, progress);
  const join = <Kind extends keyof Batch>(kind: Kind): Batch[Kind] =>
    [...batches, ...rest].flatMap((batch) => batch[kind] as readonly unknown[]) as unknown as Batch[Kind];
  const { candidates, others: unasked } = keepOptedIn(
    join('candidates'),
    join('silent'),
    context.vault?.optIn,
  );
  const hidden = new Set(unasked.map(({ file }) => file));
  return {
    candidates,
    drafts: [...join('drafts'), ...unasked],
    refused: join('refused').filter((file) => !hidden.has(file)),
    // Mistakes in notes that are not published don't matter.
    problems: sayOnce(join('problems')).filter(({ file }) => !hidden.has(file)),
  };
}

/** Reads the files that ask for a body or for git. What git says is not kept: a commit changes it, and the file stays as it is. */
function readRest(
  files: FoundFiles,
  batches: readonly Batch[],
  context: BatchContext,
  { titleOf, commitDatesOf }: OtherSources,
  progress: Progress | undefined,
): readonly Batch[] {
  const untitled = batches.flatMap((batch) => batch.untitled);
  const undated = batches.flatMap((batch) => batch.undated);
  const titled = unpackBatch(readBatch(files, untitled, { ...context, titleOf }), files);
  if (undated.length === 0) return [titled];
  progress?.('asking git');
  const commitDateOf = commitDatesOf(undated.map((index) => fileAt(files, index).path));
  const dated = readBatch(files, undated, { ...context, titleOf, commitDateOf, memory: undefined });
  return [titled, unpackBatch(dated, files)];
}

/** What a worker that reads is started with. */
interface ReadingSetup {
  readonly files: FoundFiles;
  readonly config: Config;
}

/** Prepares to read batches by number; what `worker.ts` runs. */
export function prepareReading({ files, config }: ReadingSetup): (piece: number) => string {
  return readPiece(files, createContext(config, files.folders));
}

function readPiece(files: FoundFiles, context: BatchContext): (piece: number) => string {
  return (piece) => {
    const first = piece * BATCH_SIZE;
    const length = Math.min(BATCH_SIZE, files.names.length - first);
    return readBatch(
      files,
      Array.from({ length }, (_, offset) => first + offset),
      context,
    );
  };
}
