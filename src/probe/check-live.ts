import { parseDocument } from '../documents/parse-document.ts';
import { attributeOf, childElements, type XmlElement } from '../documents/xml-element.ts';
import type { Place, Problem } from '../model/index.ts';
import { type ProbedFile, type ProbeOptions, probeFile } from '../network/probe-file.ts';
import { ARTWORK_START, judgeArtwork } from '../podcasts/artwork.ts';
import { problem } from '../problems/problem.ts';
import { findChapterFault } from './chapter-faults.ts';

/** A file that a feed names, and where. */
interface NamedFile {
  readonly url: string;
  readonly element: XmlElement;
  readonly place: Place;
}

/** How many bytes of a file are wanted; the end of no document of chapters is cut off. */
const MOST: Readonly<Record<string, number>> = {
  enclosure: 2,
  image: ARTWORK_START,
  chapters: ARTWORK_START,
};

/** Files that are asked for at one time. */
const AT_ONCE = 4;

/**
 * Asks the hosts of the files that a feed names, each once: enclosures as directories do, with HEAD and for a part (P9), artwork for
 * its size (P4), chapters for their form (P13), transcripts whether they are there.
 * @param file the feed as shown to the user
 */
export async function checkLive(
  document: Uint8Array,
  file: string,
  options: Omit<ProbeOptions, 'most'>,
): Promise<readonly Problem[]> {
  const parsed = parseDocument(document, { source: file });
  if (!('root' in parsed)) return [];
  const files = findFiles(parsed.root, file);
  const problems: Problem[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const found = await Promise.all(files.slice(at, at + AT_ONCE).map((each) => ask(each, options)));
    problems.push(...found.flat());
  }
  return problems;
}

/** Each file once, where it is named first. */
function findFiles(root: XmlElement, file: string): readonly NamedFile[] {
  const found = new Map<string, NamedFile>();
  const visit = (element: XmlElement): void => {
    const url = urlOf(element);
    const { line, column } = element;
    if (url !== undefined && !found.has(url)) found.set(url, { url, element, place: { file, line, column } });
    for (const child of childElements(element)) visit(child);
  };
  visit(root);
  return [...found.values()];
}

function urlOf(element: XmlElement): string | undefined {
  const { uri, local } = element;
  if (uri === '' && local === 'enclosure') return attributeOf(element, 'url');
  if (/itunes/i.test(uri) && local === 'image') return attributeOf(element, 'href');
  const isFile = /podcastindex/i.test(uri) && (local === 'transcript' || local === 'chapters');
  return isFile ? attributeOf(element, 'url') : undefined;
}

async function ask({ url, element, place }: NamedFile, options: ProbeOptions): Promise<readonly Problem[]> {
  const { local } = element;
  const answer = await probeFile(url, { ...options, most: MOST[local] ?? 2 });
  if ('reason' in answer)
    return [problem('live-failed', place, { url, element: local, reason: answer.reason })];
  if (local === 'image') {
    const fault = judgeArtwork(answer.file.start, new URL(url).pathname);
    return fault ? [problem('podcast-artwork', place, { image: url, ...fault })] : [];
  }
  if (local === 'chapters') {
    const reason = findChapterFault(answer.file.start.toString('utf8'));
    return reason === undefined ? [] : [problem('live-chapters', place, { url, reason })];
  }
  return local === 'enclosure' ? judgeEnclosure(url, element, answer.file, place) : [];
}

function judgeEnclosure(
  url: string,
  element: XmlElement,
  { answersHead, takesRanges, bytes, type }: ProbedFile,
  place: Place,
): readonly Problem[] {
  const length = Number(attributeOf(element, 'length') ?? 0);
  const written = attributeOf(element, 'type')?.trim().toLowerCase() ?? '';
  const isOther = type !== undefined && written !== '' && nameType(written) !== nameType(type);
  return [
    ...(answersHead ? [] : [problem('probe-no-head', place, { url })]),
    ...(takesRanges ? [] : [problem('probe-no-ranges', place, { url })]),
    ...(bytes !== undefined && bytes !== length
      ? [problem('live-length', place, { url, written: length, real: bytes })]
      : []),
    ...(isOther ? [problem('live-type', place, { url, written, real: type })] : []),
  ];
}

/** Types that are the same by other names. */
function nameType(type: string): string {
  if (/^audio\/(?:x-)?(?:m4a|mp4|aac)$/.test(type)) return 'audio/x-m4a';
  if (/^audio\/(?:x-)?(?:mp3|mpeg3?)$/.test(type)) return 'audio/mpeg';
  return type.replace('/x-', '/');
}
