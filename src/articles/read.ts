import { isUtf8 } from 'node:buffer';
import { lookAt } from '../files/places.ts';
import { readStart, readWhole } from '../files/read.ts';
import { FileRefused, reasonOf } from '../files/refused.ts';
import type { Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { replaceTabs } from '../text/white-space.ts';
import type { Block } from './fence.ts';
import type { ArticleFile } from './find.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { isHtmlPage, readPageFacts, takePageBody } from './html-page.ts';
import { splitArticle } from './split-article.ts';

/** A file whose front matter was read; the body stays on disk. */
export interface Source extends ArticleFile {
  readonly data: FrontMatter;
  readonly block: Block | undefined;
  readonly bodyOffset: number;
  /** A whole page of HTML, whose head is its front matter. */
  readonly isPage?: boolean;
}

/** Above this size a file is not an article (R71); the largest real one that is known has 400 KB. */
const MAXIMUM_BYTES = 2_097_152;
/** One page of the disk holds the front matter of nearly every article. */
const HEAD_BYTES = 4096;

const head = Buffer.allocUnsafe(HEAD_BYTES);

/** What is known of the bytes of a file while its front matter is read. */
interface Opening {
  readonly start: Buffer;
  /** Whether the start is all there is. */
  readonly isWhole: boolean;
  readonly readAll: () => Buffer;
}

/** Reads the front matter of a file; only its first page, unless the front matter goes on. */
export function readSource(
  file: ArticleFile,
  preset?: Preset,
): { source?: Source; problems: readonly Problem[] } {
  try {
    const length = readStart(file.path, head);
    const start = head.subarray(0, length);
    return readOpening(
      file,
      { start, isWhole: length < HEAD_BYTES, readAll: () => readArticle(file.path) },
      preset,
    );
  } catch (error) {
    return refuse(explain(file, error));
  }
}

/** Reads the front matter and the body of a file at once. */
export function readWithBody(
  file: ArticleFile,
  preset?: Preset,
): { readonly source: Source; readonly body: BodyText } | { readonly problems: readonly Problem[] } {
  try {
    const bytes = readArticle(file.path);
    const { source, problems } = readOpening(
      file,
      { start: bytes, isWhole: true, readAll: () => bytes },
      preset,
    );
    if (!source) return { problems };
    const body = decodeBody(bytes, source);
    return 'problem' in body ? { problems: [body.problem] } : { source, body };
  } catch (error) {
    return refuse(explain(file, error));
  }
}

function readOpening(
  file: ArticleFile,
  { start, isWhole, readAll }: Opening,
  preset: Preset | undefined,
): { source?: Source; problems: readonly Problem[] } {
  const encoding = findWideEncoding(start);
  if (encoding !== undefined) return refuse(problem('not-utf8', { file: file.file }, { encoding }));
  let split = splitArticle(start, isWhole, preset, file.path);
  if (split.kind === 'incomplete') split = splitArticle(readAll(), true, preset, file.path);
  if (split.kind === 'unclosed')
    return refuse(
      problem('unclosed-front-matter', { file: file.file, line: split.line }, { fence: split.fence }),
    );
  if (split.kind === 'unopened')
    return refuse(
      problem('unopened-front-matter', { file: file.file, line: split.line }, { written: split.written }),
    );
  if (split.kind !== 'block') {
    // Without front matter the first page says nothing about the rest: what a build refuses, `list` refuses too.
    const bytes = readAll();
    const line = findIllegible(bytes);
    if (line !== undefined)
      return refuse(problem('not-utf8', { file: file.file, line }, { encoding: undefined }));
    const bodyOffset = split.kind === 'none' ? split.bodyOffset : 0;
    const text = file.format === 'html' && preset === undefined ? bytes.toString('utf8') : '';
    const facts = isHtmlPage(text) ? { data: readPageFacts(text), isPage: true } : { data: {} };
    return { source: { ...file, ...facts, block: undefined, bodyOffset }, problems: [] };
  }
  const illegible = split.text.includes('\uFFFD') ? findIllegible(readAll()) : undefined;
  if (illegible !== undefined)
    return refuse(problem('not-utf8', { file: file.file, line: illegible }, { encoding: undefined }));
  const block = preset === 'hexo' ? { ...split, text: replaceTabs(split.text) } : split;
  const { data, problems } = readFrontMatter(block, file.file, preset === 'jekyll' || preset === 'hugo');
  return problems.length > 0
    ? { problems }
    : { source: { ...file, data, block: split, bodyOffset: split.bodyOffset }, problems };
}

function refuse(found: Problem): { problems: readonly Problem[] } {
  return { problems: [found] };
}

/** The finding of an article that can't be read. */
function explain({ path, file }: Pick<ArticleFile, 'path' | 'file'>, error: unknown): Problem {
  const isTooLarge = error instanceof FileRefused && error.code === 'too-large';
  const bytes = isTooLarge ? lookAt(path)?.size : undefined;
  return bytes === undefined
    ? problem('unreadable', { file }, { reason: reasonOf(error) })
    : problem('too-large', { file }, { bytes, maximum: MAXIMUM_BYTES });
}

/** Where links lead was looked at when the file was found. */
function readArticle(path: string): Buffer {
  return readWhole(path, { maximum: MAXIMUM_BYTES, inside: 'anywhere' });
}

/** The body of an article, and the 1-based line it starts on. */
export interface BodyText {
  readonly text: string;
  readonly line: number;
}

/** Reads the body of an article; empty with problems. */
export function readBody(file: {
  readonly path: string;
  readonly file: string;
  readonly bodyOffset: number;
}): BodyText & { readonly problems: readonly Problem[] } {
  const failed = (found: Problem) => ({ text: '', line: 1, problems: [found] });
  try {
    const body = decodeBody(readArticle(file.path), file);
    return 'problem' in body ? failed(body.problem) : { ...body, problems: [] };
  } catch (error) {
    return failed(explain(file, error));
  }
}

function decodeBody(
  bytes: Buffer,
  { file, bodyOffset }: { readonly file: string; readonly bodyOffset: number },
): BodyText | { readonly problem: Problem } {
  const text = bytes.toString('utf8', bodyOffset);
  const illegible = text.includes('\uFFFD') ? findIllegible(bytes) : undefined;
  return illegible === undefined
    ? { text: isHtmlPage(text) ? takePageBody(text) : text, line: countLines(bytes, bodyOffset) + 1 }
    : { problem: problem('not-utf8', { file, line: illegible }, { encoding: undefined }) };
}

function countLines(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < end; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}

/** UTF-16 by its byte order mark, or by the zeros next to the ASCII letters that a file begins with. */
function findWideEncoding(bytes: Buffer): string | undefined {
  const [a, b, c, d] = bytes;
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const isWide = (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
  return isMarked || isWide ? 'UTF-16' : undefined;
}

/** The 1-based line of the first bytes that are not UTF-8; a replacement character in the text itself is. */
function findIllegible(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  return line;
}
