import { join } from 'node:path';
import { removeLeftovers } from '../files/leftovers.ts';
import { asWritten, type Inside } from '../files/places.ts';
import { openReplacing } from '../files/replace.ts';
import { isSealed, listPieces, sealPiece } from '../formats/document-bytes.ts';
import type { Companion, Config, FeedDocument, Piece, Problem, WrittenDocument } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { compareFile } from './compare-file.ts';
import { explainFailure } from './failure.ts';

/** Those of the documents in the output folder that were published; asked only about archives that change. Default: all. */
type Select = (documents: readonly FeedDocument[]) => readonly FeedDocument[];

/** What a build is about to publish. Nothing in the output folder is replaced before `commit`. */
export interface Publication {
  /** Takes a verified document and compares its bytes with what is published. */
  readonly add: (document: WrittenDocument | Companion) => void;
  /** The paths below the output folder of what differs. */
  readonly changed: ReadonlySet<string>;
  /**
   * What went wrong so far, and a warning for each feed of whose archives the published ones change.
   * @param published paths of what is published and would be replaced, where that is known from elsewhere than the output folder
   */
  readonly listProblems: (
    documents: readonly FeedDocument[],
    select?: Select,
    published?: ReadonlySet<string>,
  ) => readonly Problem[];
  /**
   * Replaces what differs; no other file is touched (R48, R61), but what killed builds left behind is removed.
   * @returns what went wrong; then nothing is replaced
   */
  readonly commit: () => readonly Problem[];
  /** Removes what was prepared and not published. */
  readonly discard: () => void;
}

/**
 * Opens the output folder for one build. All new files are complete before the first of them takes its place, so a full disk changes
 * nothing. Archives go to temporary files at once, as all of them together can be large; what readers subscribe to waits in memory.
 * @param isWriting whether to prepare files, or only to compare
 */
export function openPublication(config: Config, isWriting: boolean): Publication {
  const inside = outputPlaces(config);
  const replacing = openReplacing({ place: config.root, inside });
  const all: string[] = [];
  const waiting: (WrittenDocument | Companion)[] = [];
  const changed = new Set<string>();
  const replaced = new Set<string>();
  let failure: Problem | undefined;
  const attempt = (document: WrittenDocument | Companion, work: (path: string) => void): void => {
    const path = join(config.output, document.path);
    try {
      if (failure === undefined) work(path);
    } catch (error) {
      if (!isOfDisk(error)) throw error;
      failure = explainFailure(error, path, config);
    }
  };
  const stage = (document: WrittenDocument | Companion) =>
    attempt(document, (path) => replacing.stage({ path, pieces: unseal(document) }));
  const add = (document: WrittenDocument | Companion) =>
    attempt(document, (path) => {
      all.push(path);
      const published = compareFile(path, piecesOf(document), inside);
      if (published === 'same') return;
      changed.add(document.path);
      if (published === 'other') replaced.add(document.path);
      if (isWriting && 'isArchive' in document && document.isArchive) stage(document);
      else if (isWriting) waiting.push(document);
    });
  const commit = (): readonly Problem[] => {
    removeLeftovers(all);
    for (const document of waiting) stage(document);
    const failed = failure ? undefined : replacing.finish();
    if (failed) failure = explainFailure(failed.error, failed.path, config);
    return failure ? [failure] : [];
  };
  const listProblems: Publication['listProblems'] = (documents, select, published = replaced) =>
    failure ? [failure] : reportArchives(documents, published, select);
  return { add, changed, listProblems, commit, discard: () => isWriting && replacing.discard() };
}

/** Where the files of a site may be: no link in it leads the output elsewhere (R69). */
function outputPlaces({ output, root }: Config): Inside {
  return asWritten(output, root) === 'anywhere' ? [output] : [root];
}

function piecesOf(document: WrittenDocument | Companion): readonly Piece[] {
  return 'text' in document ? [sealPiece(Buffer.from(document.text))] : listPieces(document.pieces);
}

/** @throws Error when a byte has changed since it was verified: that is a bug */
function unseal(document: WrittenDocument | Companion): readonly Uint8Array[] {
  const pieces = piecesOf(document);
  if (!pieces.every(isSealed))
    throw new Error(`The document "${document.path}" has changed since it was verified. This is a bug.`);
  return pieces.map(({ bytes }) => bytes);
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

/** One warning for each feed; a reader that has walked through its archives does not read them again (RFC 5005 §4, R42). */
function reportArchives(
  documents: readonly FeedDocument[],
  replaced: ReadonlySet<string>,
  select: Select = (all) => all,
): readonly Problem[] {
  const other = documents.filter(({ isArchive, path }) => isArchive && replaced.has(path));
  const archives = other.length > 0 ? select(other) : [];
  const feeds = [...new Set(archives.map(({ feed }) => feed))];
  return feeds.map((feed) => {
    const own = archives.filter((archive) => archive.feed === feed).map((archive) => archive.path);
    const [path = ''] = own;
    return problem('archive-changed', { file: path }, { feed, path, count: own.length });
  });
}
