import type { Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { decodeDocument } from './decode.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

/** The largest document that is read; the most that any reader takes (R47). */
export const SIZE_LIMIT = 15_000_000;

export interface ReadOptions {
  /** Where the document comes from: a file as shown to the user, or its URL. */
  readonly source: string;
  /** URL that relative ones are resolved against when the feed does not say. Default: the source, if it is one. */
  readonly base?: string;
  /** Encoding that the server told. */
  readonly charset?: string;
}

/** A document as data: the value of its JSON with the text, or the root of its XML. */
export type ParsedDocument =
  | { readonly json: unknown; readonly text: string }
  | { readonly root: XmlElement }
  | { readonly problem: Problem };

/** Reads a document that may be a feed. @returns the problem `unreadable-feed` with the place of the fault when it is neither */
export function parseDocument(document: string | Uint8Array, options: ReadOptions): ParsedDocument {
  if (document.length > SIZE_LIMIT) return refuse(options, `is larger than ${SIZE_LIMIT / 1e6} MB`);
  if (document[0] === 0x1f && document[1] === 0x8b) return refuse(options, 'is packed with gzip');
  const decoded = typeof document === 'string' ? document : decodeDocument(document, options.charset);
  const text = decoded.replace(/^\uFEFF/, '');
  if (/^\s*[{[]/.test(text)) return parseJson(text, options);
  const { root, faults } = parseXml(text);
  const fault = faults.find(({ isMinor }) => !isMinor);
  if (root && !fault) return { root };
  return refuse(options, fault?.reason ?? 'has no element', fault);
}

function parseJson(text: string, options: ReadOptions): ParsedDocument {
  try {
    return { json: JSON.parse(text), text };
  } catch {
    return refuse(options, 'is not JSON: it was cut off or damaged');
  }
}

/** The problem `unreadable-feed`. @param reason fits after "it" */
export function refuse(
  { source }: ReadOptions,
  reason: string,
  place?: { readonly line: number; readonly column: number },
): { readonly problem: Problem } {
  const { line = 1, column } = place ?? {};
  return { problem: problem('unreadable-feed', { file: source, line, column }, { source, reason }) };
}

/** What relative URLs of a document are resolved against. */
export function baseUrl({ base, source }: ReadOptions): string {
  return base ?? (/^https?:\/\//.test(source) ? source : 'http://unknown.invalid/');
}
