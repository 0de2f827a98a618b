import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { Inspection } from './rules.ts';
import { placeAt } from './source-text.ts';

/**
 * What UTF-8 becomes when it is read as Windows-1252 and written again: `Ã©` for é, `â€™` for ’; and the control
 * characters that Windows-1252 becomes when it is read as ISO 8859-1. No language writes these.
 */
const MISREAD =
  /\u00c3[\u00a0-\u00bf]|\u00e2\u20ac[\u2122\u0153\u02dc\u00a6\u201c\u201d]|[\u0080-\u0084\u0086-\u009f]/u;

/** The first characters of a document that were read in a wrong encoding before it was written. */
export function inspectCharacters(inspection: Inspection): readonly Problem[] {
  const found = MISREAD.exec(inspection.text);
  return found ? [problem('feed-characters', placeAt(inspection, found.index), { found: found[0] })] : [];
}
