import { CORE_SCHEMA, constructFromEvents, loadAll, mergeTag, parseEvents, YAMLException } from 'js-yaml';
import { findYamlOpening } from '../problems/yaml-opening.ts';
import { findSpot, type Spot } from '../text/line-places.ts';
import { replaceTabs, spaceComments } from '../text/white-space.ts';
import type { Path } from './check.ts';
import { findOffset, readOffsets } from './yaml-places.ts';

/** A parsed file that knows where its keys and values stand. */
export interface ParsedYaml {
  readonly value: unknown;
  /** Keys that stand twice in one mapping, at their second place. */
  readonly repeated: readonly { readonly key: string; readonly spot: Spot; readonly firstLine: number }[];
  /** The place of a value; of what surrounds it when it has none. */
  readonly valueAt: (path: Path) => Spot;
  /** The place of a key. */
  readonly keyAt: (path: Path) => Spot;
}

export interface YamlFailure extends Spot {
  readonly reason: string;
}

/**
 * Parses YAML 1.2 or JSON (which is YAML). Anchors are refused rather than capped (R68): no setting needs them.
 * @returns the document, or where and why the parser stopped
 */
export function parseYaml(source: string): ParsedYaml | YamlFailure {
  const starts = findLineStarts(source);
  try {
    const events = parseEvents(source, { maxDepth: 50 });
    const offsets = readOffsets(events, source);
    const [refused] = offsets.refused;
    if (refused) return { reason: refused.reason, ...findSpot(starts, refused.offset) };
    // Repeated keys are reported with both places by us, so the parser need not stop at them.
    const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0, json: true });
    if (documents.length > 1)
      return { reason: 'there is more than one document', ...secondDocument(source, starts) };
    const spotOf = (offset: number | undefined) => findSpot(starts, offset ?? 0);
    return {
      value: documents[0],
      repeated: offsets.repeated.map(({ key, first, second }) => ({
        key,
        spot: spotOf(second),
        firstLine: spotOf(first).line,
      })),
      valueAt: (path) => spotOf(findOffset(path, offsets)),
      keyAt: (path) => spotOf(offsets.keys.get(JSON.stringify(path)) ?? findOffset(path, offsets)),
    };
  } catch (error) {
    return explain(error, source, starts);
  }
}

/** Enough for any real configuration, too little for an alias bomb (R68). */
const FOREIGN = { schema: CORE_SCHEMA.withTags(mergeTag), maxDepth: 50, maxAliases: 200, json: true };

/** Tags of MkDocs, for values that a program makes: `!!python/name:material.extensions.emoji.to_svg`, `!ENV [SITE, x]`. */
const PROGRAM_TAG = /(?<=\s)!(?:!python\/[\w/:.-]+|ENV|relative)(?=\s|$)/gm;

/**
 * The first document of a file that another tool reads: anchors, merge keys (`<<`), repeated keys, tabs and comments right after a quote mean
 * there what they mean to most tools.
 * @throws YAMLException
 */
export function parseForeignYaml(source: string): unknown {
  return loadAll(spaceComments(replaceTabs(source.replace(PROGRAM_TAG, ''))), FOREIGN)[0];
}

function explain(error: unknown, source: string, starts: readonly number[]): YamlFailure {
  if (!(error instanceof YAMLException)) return { reason: String(error), line: 1, column: 1 };
  const opened = findYamlOpening(error.reason, source.split(/\r\n?|\n/));
  if (opened !== undefined) return { reason: error.reason, line: opened + 1, column: 1 };
  const offset = Math.min(error.mark?.position ?? 0, source.length);
  return { reason: error.reason, ...findSpot(starts, offset) };
}

function secondDocument(source: string, starts: readonly number[]): Spot {
  const marks = [...source.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].map(({ index }) => index);
  return findSpot(starts, marks.filter((mark) => mark > 0)[0] ?? 0);
}

/** Lines end as YAML 1.2 §5.4 says: CR LF, CR or LF. */
function findLineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
}
