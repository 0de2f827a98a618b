import { decodeDocument } from '../documents/decode.ts';
import { parseXml, type XmlElement } from '../documents/xml-tree.ts';
import type { Problem } from '../model/index.ts';
import { compareProblems, problem } from '../problems/problem.ts';
import { findLineStarts } from '../text/line-places.ts';
import { feed as atomFeed } from './atom-rules.ts';
import { inspectBytes } from './bytes.ts';
import { inspectCharacters } from './characters.ts';
import { EXTENSIONS } from './extension-rules.ts';
import { atomIds, inspectIds, inspectSelfLink, rssIds } from './feed-ids.ts';
import { inspectJsonFeed } from './json-feed.ts';
import { ATOM, ATOM_03, isRssCore, RDF, RSS_1_1 } from './names.ts';
import { rdf } from './rdf-rules.ts';
import { rss } from './rss-rules.ts';
import type { Inspection } from './rules.ts';
import { type Grammar, inspectElement, placeOf } from './walk.ts';

export interface InspectOptions {
  /** The document as shown to the user: a file or a URL. */
  readonly file: string;
  /** The URL it was read from, if it was. */
  readonly address?: string;
  /** Encoding that the server sent. */
  readonly charset?: string;
  /** Time of the run in ms. */
  readonly now: number;
}

/**
 * Inspects a feed document that any tool wrote: RSS 0.91 to 2.0, RSS 1.0, Atom 1.0, JSON Feed 1.0 and 1.1.
 * @returns what hurts readers, worst first, with line and column
 */
export function inspectFeed(document: Uint8Array, options: InspectOptions): readonly Problem[] {
  const text = decodeDocument(document, options.charset).replace(/^\uFEFF/, '');
  const { charset: _, ...rest } = options;
  const inspection: Inspection = { ...rest, text, lineStarts: findLineStarts(text) };
  const isJson = /^\s*[{[]/.test(text);
  const found = isJson ? inspectJsonFeed(inspection) : inspectXml(inspection);
  return [...inspectBytes(document, options, isJson), ...inspectCharacters(inspection), ...found].toSorted(
    compareProblems,
  );
}

function inspectXml(inspection: Inspection): readonly Problem[] {
  const { root, faults } = parseXml(inspection.text);
  const broken = faults.map(({ reason, line, column, isMinor }) =>
    problem('feed-not-well-formed', { file: inspection.file, line, column }, { reason, isMinor }),
  );
  if (!root) return broken;
  const found = inspectRoot(root, inspection);
  // What could not be read as an entity is in the text, and would be found a second time.
  return broken.length > 0 ? [...broken, ...found.filter(({ code }) => code !== 'feed-markup')] : found;
}

function inspectRoot(root: XmlElement, inspection: Inspection): readonly Problem[] {
  const name = root.local;
  if (name === 'rss' && isRssCore(root.uri)) return inspectRss(root, inspection);
  if (name === 'RDF' && root.uri === RDF) return inspectElement(root, rdf, RSS, inspection);
  if (name === 'feed' && root.uri === ATOM) return inspectAtom(root, inspection);
  const place = placeOf(root, inspection);
  if (name === 'feed' && root.uri === ATOM_03)
    return [problem('feed-obsolete', place, { format: 'Atom 0.3' })];
  if (root.uri === RSS_1_1) return [problem('feed-obsolete', place, { format: 'RSS 1.1' })];
  if (name === 'feed') return [problem('feed-namespace', place, { found: root.uri, expected: ATOM })];
  return [problem('feed-not-a-feed', place, { root: name })];
}

const RSS: Grammar = { isCore: isRssCore, anywhere: EXTENSIONS };

function inspectRss(root: XmlElement, inspection: Inspection): readonly Problem[] {
  const version = root.attributes.find(({ local }) => local === 'version')?.value;
  const channel = root.children.find((child) => typeof child !== 'string' && child.local === 'channel');
  const more =
    typeof channel === 'object'
      ? [
          ...inspectIds(rssIds(channel, version), inspection),
          ...(version === '2.0' ? inspectSelfLink(channel, inspection) : []),
        ]
      : [];
  return [...inspectElement(root, rss, RSS, inspection), ...more];
}

const ATOM_GRAMMAR: Grammar = { isCore: (uri) => uri === ATOM, anywhere: EXTENSIONS };

function inspectAtom(root: XmlElement, inspection: Inspection): readonly Problem[] {
  return [
    ...(root.prefix === ''
      ? []
      : [problem('feed-prefix', placeOf(root, inspection), { element: `${root.prefix}:feed` })]),
    ...inspectElement(root, atomFeed, ATOM_GRAMMAR, inspection),
    ...inspectIds(atomIds(root), inspection),
    ...inspectSelfLink(root, inspection),
  ];
}
