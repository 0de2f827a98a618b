import { resolve } from 'node:path';
import { decodeDocument } from '../documents/decode.ts';
import { isFolder, lookAt } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import { readPieces } from '../files/read-pieces.ts';
import { reasonOf } from '../files/refused.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { type Bundle, LARGEST_ZIP, openFolder, openZip, readText } from './bundle.ts';
import { fetchDocuments, readDocuments } from './collect-documents.ts';
import type { Export, OpenedExport } from './post.ts';
import { hasPosts, isBlogger, openBlogger } from './read-blogger.ts';
import { readBluesky } from './read-bluesky.ts';
import { isCar } from './read-car.ts';
import { readFeedPosts } from './read-feed.ts';
import { findGhost, readGhost } from './read-ghost.ts';
import { findOutbox, readMastodon } from './read-mastodon.ts';
import { isMedium, readMedium } from './read-medium.ts';
import { BrokenExport } from './read-records.ts';
import { findSubstack, readSubstack } from './read-substack.ts';
import { findTumblr, readTumblr } from './read-tumblr.ts';
import { openWordPress } from './read-wordpress.ts';

export interface SourceOptions {
  readonly workingDirectory: string;
  /** Home page of the site, if the user named it. */
  readonly site: string | undefined;
}

/** JSON and archives of Bluesky must be in memory as a whole. */
const LARGEST_WHOLE = 500_000_000;

/**
 * Opens what is to be imported, whatever it is: a URL of a feed; a file that is a feed, a WordPress or Blogger export, Ghost's
 * JSON, a Mastodon outbox, a Bluesky archive or a zip; a folder into which a zip was unpacked.
 * @param name a URL, or a path relative to the working directory
 * @returns the export, or what is wrong with it; it was read to its end
 */
export async function openExport(name: string, options: SourceOptions): Promise<OpenedExport> {
  try {
    if (/^https?:\/\//i.test(name)) {
      const { documents, problems } = await fetchDocuments(name);
      return finish(documents, problems);
    }
    return await openPath(resolve(options.workingDirectory, name), options);
  } catch (error) {
    if (error instanceof BrokenExport) return { problem: error.problem };
    const isOfSystem = error instanceof Error && ('syscall' in error || error.name === 'FileRefused');
    if (isOfSystem || 'code' in (error as object))
      return { problem: problem('unreadable-export', { file: name }, { reason: reasonOf(error) }) };
    throw error;
  }
}

function finish(...[documents, problems]: Parameters<typeof readFeedPosts>): OpenedExport {
  const [first] = problems;
  return documents.length === 0 && first ? { problem: first } : readFeedPosts(documents, problems);
}

async function openPath(path: string, { workingDirectory, site }: SourceOptions): Promise<OpenedExport> {
  const source = showPath(path, workingDirectory);
  if (lookAt(path) === undefined)
    return { problem: problem('no-export-here', { file: source }, { name: source }) };
  if (isFolder(path)) return openBundle(openFolder(path), source, site);
  const start = readStartOf(path);
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(start)) {
    const bytes = readWhole(path, { maximum: LARGEST_ZIP, inside: 'anywhere' });
    return openBundle(openZip(bytes, source), source, site);
  }
  if (isCar(start)) return openCar(path, source);
  const pieces = () => readPieces(path);
  if (
    /xmlns:wp=|<!-- generator="WordPress\/[^"]*" created=/.test(start) &&
    /wordpress\.org\/export/.test(start)
  )
    return { opened: openWordPress([{ source, pieces }]) };
  if (isBlogger(start)) return { opened: openBlogger(pieces, source, site) };
  if (/^\uFEFF?\s*\{\s*["}]/.test(start)) {
    const opened = openJson(path, source, site);
    if (opened) return opened;
  }
  const { documents, problems } = await readDocuments(path, workingDirectory);
  return finish(documents, problems);
}

/** Enough to hold the namespaces of a document, whatever comment comes before. */
function readStartOf(path: string): string {
  for (const piece of readPieces(path)) return decodeDocument(piece.subarray(0, 20_000));
  return '';
}

function openCar(path: string, source: string): OpenedExport {
  const bytes = readWhole(path, { maximum: LARGEST_WHOLE, inside: 'anywhere' });
  try {
    return { opened: readBluesky(bytes) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = 'is not a complete archive: it was cut off or damaged';
    return { problem: problem('broken-export', { file: source }, { source, reason }) };
  }
}

/** Undefined when it may be a feed. */
function openJson(path: string, source: string, site: string | undefined): OpenedExport | undefined {
  const text = decodeDocument(readWhole(path, { maximum: LARGEST_WHOLE, inside: 'anywhere' }));
  const json = parseJson(text);
  if (json === undefined) {
    const reason = 'is not complete JSON: it was cut off or damaged';
    return { problem: problem('broken-export', { file: source }, { source, reason }) };
  }
  const opened = openData(json, site);
  return opened && { opened };
}

function openData(json: unknown, site: string | undefined, bundle?: Bundle): Export | undefined {
  const ghost = findGhost(json);
  if (ghost) return readGhost(ghost, site, bundle);
  const activities = findOutbox(json);
  return activities && readMastodon(activities, bundle);
}

function openBundle(bundle: Bundle, source: string, site: string | undefined): OpenedExport {
  const table = findSubstack(bundle);
  if (table !== undefined) return { opened: readSubstack(bundle, table, site) };
  const tumblr = findTumblr(bundle);
  if (tumblr.length > 0) return { opened: readTumblr(bundle, tumblr, site) };
  if (isMedium(bundle)) return { opened: readMedium(bundle) };
  for (const name of bundle.names.filter((each) => /(?:^|\/)[^/]*\.json$/.test(each))) {
    const opened = openData(parseJson(readText(bundle, name)), site, bundle);
    if (opened) return { opened };
  }
  return openDocuments(bundle, source, site);
}

/** Exports in XML; WordPress.com cuts those of large sites into several. */
function openDocuments(bundle: Bundle, source: string, site: string | undefined): OpenedExport {
  const parts = bundle.names
    .filter((name) => /\.(?:xml|atom)$/i.test(name))
    .map((name) => {
      const text = readText(bundle, name);
      const start = text.slice(0, 20_000);
      const isBlog = isBlogger(start) && hasPosts(text);
      return { name, source: `${source}/${name}`, pieces: () => [bundle.read(name)], start, isBlog };
    });
  const wordPress = parts.filter(({ start }) => /wordpress\.org\/export/.test(start));
  if (wordPress.length > 0) return { opened: openWordPress(wordPress) };
  const [blog, another] = parts.filter(({ isBlog }) => isBlog);
  const refuse = (wrong: { readonly reason: string; readonly way: string }) => ({
    problem: problem('broken-export', { file: source }, { source, ...wrong }),
  });
  if (blog && another) return refuse(explainSeveral(blog.name, another.name));
  return blog ? { opened: openBlogger(blog.pieces, blog.source, site) } : refuse(explainUnknown(bundle));
}

/** Google Takeout has all blogs of a person, each with a home page and a feed of its own. */
function explainSeveral(first: string, second: string) {
  return {
    reason: `contains more than one blog: "${first}", "${second}"`,
    way: 'Unpack it, and import the "feed.atom" of one blog.',
  };
}

function explainUnknown({ names }: Bundle) {
  const packed = names.find((name) => /\.zip$/i.test(name));
  const way = 'Import the file that your old tool exported: docs/import.md says which.';
  return packed === undefined
    ? { reason: 'contains no known export', way }
    : { reason: `contains another zip file, "${packed}"`, way: 'Unpack it, and import that file.' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
