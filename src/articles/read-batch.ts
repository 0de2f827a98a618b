import type { BodyFormat, Candidate, Problem } from '../model/index.ts';
import { type ArticleFile, fileAt } from './find.ts';
import type { FoundFiles } from './found-files.ts';
import type { Inherit } from './inherit.ts';
import { readSource } from './read.ts';
import { type Resolved, resolveCandidate } from './resolve.ts';
import type { ResolveContext } from './resolve-context.ts';
import { readOptIn } from './vault.ts';

/** A draft or an article that is hidden, as far as it is known. */
interface Draft {
  readonly file: string;
  readonly kind: 'draft' | 'hidden';
  /** The key that says so; empty for the path. */
  readonly reason: string;
  readonly title: string | undefined;
}

/** What some of the files hold. */
export interface Batch {
  readonly candidates: readonly Candidate[];
  readonly drafts: readonly Draft[];
  /** Files that an error makes unpublishable. */
  readonly refused: readonly string[];
  /** Those of them that do not say that they are to be published, in a vault where notes may have to. */
  readonly silent: readonly string[];
  readonly problems: readonly Problem[];
  /** Indexes of files without a title of their own, when bodies can't be asked for one here. */
  readonly untitled: readonly number[];
  /** Indexes of files whose date git knows, when it can't be asked here. */
  readonly undated: readonly number[];
}

/** A candidate without what its place in the list of files says: in a row, as few have more than these facts. */
type Packed = readonly [
  index: number,
  format: BodyFormat,
  offset: number,
  url: string,
  title: string,
  published: number,
  updated: number,
  /** Undefined is null in JSON: the URL is the id. */
  id?: string | null,
  others?: Others,
];

type Others = Omit<
  Candidate,
  'path' | 'file' | 'relative' | 'body' | 'id' | 'url' | 'title' | 'published' | 'updated'
>;

type PackedBatch = Omit<Batch, 'candidates'> & { readonly candidates: readonly Packed[] };

/** What each file was read as, by its path: reading a site again then only reads the files that changed. */
export type ReadingMemory = Map<string, Resolved>;

/** What reading a file needs beside it. */
export interface BatchContext extends ResolveContext {
  readonly inherit: Inherit;
  /** Files that are in it are not read; those that are read come into it. @default nothing is kept */
  readonly memory?: ReadingMemory | undefined;
}

/** How many files one thread takes at a time. */
export const BATCH_SIZE = 250;

/**
 * Reads and resolves some of the files.
 * @returns the batch as text: it crosses threads fast, and keeps nothing of the files alive that it was made from
 */
export function readBatch(files: FoundFiles, indexes: readonly number[], context: BatchContext): string {
  const batch = {
    candidates: [] as Packed[],
    drafts: [] as Draft[],
    refused: [] as string[],
    silent: [] as string[],
    problems: [] as Problem[],
    untitled: [] as number[],
    undated: [] as number[],
  };
  for (const index of indexes) {
    const file = fileAt(files, index);
    const resolved = resolveFile(file, context);
    if (!('problems' in resolved)) {
      batch[resolved.kind].push(index);
      continue;
    }
    for (const each of resolved.problems) batch.problems.push(each);
    if (resolved.kind === 'candidate') batch.candidates.push(pack(resolved.candidate, index));
    else if (resolved.kind === 'refused') {
      batch.refused.push(file.file);
      if (resolved.isSilent) batch.silent.push(file.file);
    } else {
      const { kind, reason, title } = resolved;
      batch.drafts.push({ file: file.file, kind, reason, title });
    }
  }
  return JSON.stringify(batch satisfies PackedBatch);
}

function resolveFile(file: ArticleFile, context: BatchContext): Resolved {
  const { memory } = context;
  const known = memory?.get(file.path);
  if (known) return known;
  const resolved = resolveAnew(file, context);
  if ('problems' in resolved) memory?.set(file.path, resolved);
  return resolved;
}

function resolveAnew(file: ArticleFile, context: BatchContext): Resolved {
  const { source, problems } = readSource(file, context.config.preset);
  if (!source) return { kind: 'refused', problems };
  const inherited = context.inherit(source);
  if (inherited.problem) return { kind: 'refused', problems: [inherited.problem] };
  const resolved = resolveCandidate(inherited.source, context);
  if (resolved.kind !== 'refused' || context.vault?.optIn === undefined) return resolved;
  return { ...resolved, isSilent: readOptIn(inherited.source.data).optIn === undefined };
}

function pack(candidate: Candidate, index: number): Packed {
  const {
    path: _path,
    file: _file,
    relative: _relative,
    body,
    id,
    url,
    title,
    published,
    updated,
    ...others
  } = candidate;
  const row = [index, body.format, body.offset, url, title, published, updated] as const;
  const isPlain = Object.keys(others).length === 0;
  if (isPlain && id === url) return row;
  return isPlain ? [...row, id] : [...row, id === url ? null : id, others];
}

/** Reads what {@link readBatch} wrote. */
export function unpackBatch(text: string, files: FoundFiles): Batch {
  const batch: PackedBatch = JSON.parse(text);
  return { ...batch, candidates: batch.candidates.map((packed) => unpack(packed, files)) };
}

/** All candidates have the same facts in the same order, so that a million of them take little memory. */
function unpack(packed: Packed, files: FoundFiles): Candidate {
  const [index, format, offset, url, title, published, updated, id, others] = packed;
  const { path, file, relative } = fileAt(files, index);
  const plain = {
    file,
    path,
    relative,
    body: { format, offset },
    id: id ?? url,
    url,
    title,
    published,
    updated,
  };
  return others ? { ...plain, ...others } : plain;
}

/** A file of defaults that can't be read is met by every article below it, and a missing history by all. */
export function sayOnce(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string>();
  const isNew = ({ code, file, line }: Problem) => {
    const key = REPOSITORY_CODES.has(code) ? code : `${code} ${file} ${line}`;
    return !said.has(key) && said.add(key);
  };
  const mayRepeat = ({ code }: Problem) => !DEFAULTS_CODES.has(code) && !REPOSITORY_CODES.has(code);
  return problems.filter((each) => mayRepeat(each) || isNew(each));
}

const DEFAULTS_CODES: ReadonlySet<string> = new Set(['unreadable-defaults', 'bad-front-matter']);
/** What git can't say of one file, it can say of none. */
const REPOSITORY_CODES: ReadonlySet<string> = new Set(['no-git', 'shallow-clone']);
