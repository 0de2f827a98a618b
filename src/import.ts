import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asWritten, type Inside, isEntry } from './files/places.ts';
import { reasonOf } from './files/refused.ts';
import { openReplacing, type Replacing } from './files/replace.ts';
import { chooseBody } from './import/choose-body.ts';
import { choosePath, type FilingOptions, FOLDERS, filePost } from './import/file-post.ts';
import { dropArchived, nameInFull, nameMedia } from './import/find-media.ts';
import { type FiledPost, writeArticle } from './import/front-matter.ts';
import { createKnown, type Found, type Identity, type Known } from './import/known.ts';
import { writeMemory } from './import/memory.ts';
import { createNames } from './import/name-file.ts';
import type { Export, Post, PostState } from './import/post.ts';
import { BrokenExport } from './import/read-records.ts';
import { warnOfDrafts } from './import/warn-of-drafts.ts';
import type { PublicArticle } from './import-media.ts';
import type { Preset, Problem, Progress } from './model/index.ts';
import { problem } from './problems/problem.ts';
import { showPath } from './problems/show-path.ts';

export interface ImportOptions extends FilingOptions {
  /** Where articles go; absolute. */
  readonly folder: string;
  /** The folder that files are named relative to; absolute. */
  readonly workingDirectory: string;
  /** The tool that will read the articles. */
  readonly preset?: Preset | undefined;
  /** What is known of the articles that there are. @default none */
  readonly there?: readonly Identity[];
  /** What earlier imports brought, and the file that says so; absolute. @default none */
  readonly memory?: { readonly path: string; readonly names: ReadonlySet<string> };
  /** Whether to write the files, or only to say which. */
  readonly write: boolean;
  /** The URL by which a file is named from now on; undefined where it stays. @default all stay */
  readonly locate?: (url: string) => string | undefined;
  readonly progress?: Progress | undefined;
}

/** A file that an import made. */
interface ImportedFile {
  /** As shown to the user. */
  readonly file: string;
  readonly state: PostState;
  /** What its body is written in: HTML where Markdown would have lost something. */
  readonly format: 'markdown' | 'html';
}

export interface ImportReport {
  readonly kind: string;
  readonly files: readonly ImportedFile[];
  /** How many articles were there already. */
  readonly known: number;
  /** How many were brought before and deleted since. */
  readonly deleted: number;
  /** What is not an article and stays out, by its name in the plural. */
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  readonly problems: readonly Problem[];
  /** How many files were brought, and how many were there already; only with `--media`. */
  readonly media?: { readonly brought: number; readonly there: number };
}

/** After so many articles the loop of the process has a turn: only then is the memory of the parser's documents free again. */
const TURN = 8;

/**
 * Makes a file of every post of an export that is not among the articles yet: read, filed, converted, staged; then all files take
 * their places at once, or none. What is there is never overwritten.
 */
export async function importPosts(opened: Export, options: ImportOptions): Promise<ImportReport> {
  const { folder, workingDirectory, write, progress } = options;
  const known = openKnown(options);
  const nameFile = createNames(isEntry);
  const files: ImportedFile[] = [];
  const problems: Problem[] = [...opened.problems];
  const counts = { new: 0, other: 0, known: 0, repeated: 0, deleted: 0 };
  const archived = { public: 0, draft: 0, private: 0 };
  const replacing = openReplacing({ place: workingDirectory, inside: placesOf(options) });
  try {
    for (const post of opened.posts) {
      const filed = filePost(post, options, opened.site.site);
      const found = known.find(filed);
      counts[found]++;
      if (found !== 'new' && found !== 'other') continue;
      const { post: article, count } = dropArchived(prepare(filed, found, options));
      archived[filed.state] += count;
      const body = chooseBody(article.body, contextOf(article, options));
      const path = nameFile(choosePath(article, folder), body.format === 'markdown' ? '.md' : '.html');
      const file = showPath(path, workingDirectory);
      problems.push(...listProblems(file, post, filed, found));
      const text = writeArticle(article, body.text, options.preset);
      if (write) replacing.stage({ path, pieces: [Buffer.from(text)] });
      files.push({ file, state: filed.state, format: body.format });
      progress?.(`importing ${files.length} articles`);
      if (files.length % TURN === 0) await setImmediate();
    }
    if (write) stageMemory(replacing, known, options);
    const failure = write ? replacing.finish() : undefined;
    if (failure) throw failure.error;
  } catch (error) {
    const failed = explainFailure(error, showPath(folder, workingDirectory));
    return {
      kind: opened.kind,
      files: [],
      known: counts.known,
      deleted: 0,
      leftOut: [],
      problems: [...problems, failed],
    };
  } finally {
    replacing.discard();
  }
  problems.push(...warnOfHidden(files, options));
  const leftOut = listLeftOut(opened, counts.repeated, archived);
  const { known: there, deleted } = counts;
  return { kind: opened.kind, files, known: there, deleted, leftOut, problems };
}

function listLeftOut(
  opened: Export,
  repeated: number,
  { public: open, draft, private: hidden }: Readonly<Record<PostState, number>>,
): ImportReport['leftOut'] {
  return [
    ...opened.leftOut,
    ['repeated posts', repeated] as const,
    ['files that only the export has (--media brings them)', open] as const,
    ['files of drafts and private articles', draft + hidden] as const,
  ].flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
}

function openKnown({ there = [], memory }: ImportOptions): Known {
  return createKnown(there, memory?.names ?? new Set());
}

/** Where files may be: the articles, and the memory. */
function placesOf({ folder, workingDirectory, memory }: ImportOptions): Inside {
  const inside = asWritten(folder, workingDirectory);
  return inside === 'anywhere' || !memory ? inside : [...inside, dirname(memory.path)];
}

/** Notes what is new to the memory, with the articles or not at all. */
function stageMemory(replacing: Replacing, { names }: Known, { memory }: ImportOptions): void {
  if (!memory || names.size === memory.names.size) return;
  replacing.stage({ path: memory.path, pieces: [Buffer.from(writeMemory(names))] });
}

/** Tools that make pages of every file make them of drafts as well. */
function warnOfHidden(
  files: readonly ImportedFile[],
  { preset, folder, workingDirectory }: ImportOptions,
): readonly Problem[] {
  const hidden = (['draft', 'private'] as const).filter((each) => files.some(({ state }) => state === each));
  const folders = hidden.map((each) => showPath(join(folder, FOLDERS[each]), workingDirectory));
  return warnOfDrafts(preset, folders, showPath(folder, workingDirectory));
}

/** Why nothing was imported. @throws the error itself, where it is one of this program */
function explainFailure(error: unknown, file: string): Problem {
  if (error instanceof BrokenExport) return error.problem;
  if (!(error instanceof Error && ('code' in error || 'syscall' in error))) throw error;
  return problem('import-not-written', { file }, { reason: reasonOf(error) });
}

/** Public articles, and whether they are there already; those that were deleted since are none. */
export function* listPublic(opened: Export, options: ImportOptions): Generator<PublicArticle> {
  const known = openKnown(options);
  for (const post of opened.posts) {
    const filed = filePost(post, options, opened.site.site);
    const found = filed.state === 'public' ? known.find(filed) : 'deleted';
    if (found !== 'deleted') yield { post: filed, isKnown: found === 'known' };
  }
}

/** With its files where they are from now on. Two articles can't have one ID; the second has its URL, as any article without an ID. */
function prepare(filed: FiledPost, found: Found, { site, preset, locate }: ImportOptions): FiledPost {
  const article = found === 'other' ? { ...filed, id: undefined } : filed;
  const moved = locate && filed.state === 'public' ? nameMedia(article, site, locate) : article;
  return preset && CHECKS_URLS.has(preset) ? nameInFull(moved, site) : moved;
}

/** Tools that build nothing where an article names a file or a page that is not among theirs. */
const CHECKS_URLS: ReadonlySet<Preset> = new Set(['astro', 'docusaurus', 'vitepress']);

function listProblems(file: string, { id, state }: Post, filed: FiledPost, found: Found): readonly Problem[] {
  const isEmpty = filed.body.trim() === '' && filed.image === undefined && !filed.attachments?.length;
  return [
    ...(isEmpty ? [problem('import-without-text', { file }, {})] : []),
    ...(found === 'other' ? [problem('import-id-taken', { file }, { id: id ?? '' })] : []),
    ...(filed.state === state ? [] : [problem('import-without-date', { file }, {})]),
  ];
}

function contextOf({ url, title }: Post, { site, preset }: ImportOptions) {
  const given = { url: url !== undefined && URL.canParse(url) ? url : site, site, title };
  return preset === undefined ? given : { ...given, preset };
}
