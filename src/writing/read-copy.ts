import { squeeze } from '../text/white-space.ts';

/** What a newsroom's plain copy says. */
export interface Copy {
  /** The first line. */
  readonly headline: string;
  readonly authors: readonly string[];
  /** Where it was written, without the dash behind it. */
  readonly dateline?: string;
  /** Each on one line. */
  readonly paragraphs: readonly string[];
}

/** `By Ada Quay and Bob Pier`, as agencies of several languages write it. */
const BYLINE =
  /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa][fv]|A[FV])(?::\s*|\s+)(\p{Lu}.{0,200}[^.!?])$/u;
/** `HAMBURG, May 1 (dpa) –` in front of the first paragraph: capitals, then a dash. */
const DATELINE =
  /^([\p{Lu}][\p{Lu}\p{M}’'. -]{1,60}(?:,[^–—\n]{1,60}?)?(?:\s*\([^()]{1,30}\))?)\s*(?:[–—]|--|\s-)\s+(?=\S)/u;

/**
 * Reads plain copy: a headline, perhaps a byline, then paragraphs with blank lines between them (or a line each), the first perhaps
 * behind a dateline.
 */
export function readCopy(text: string): Copy {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const headline = squeeze(lines[start] ?? '');
  const rest = lines.slice(start + 1);
  const at = rest.findIndex((line) => line.trim() !== '');
  const byline = BYLINE.exec(rest[at]?.trim() ?? '')?.[1];
  const body = (byline === undefined ? rest : rest.slice(at + 1)).join('\n').trim();
  const paragraphs = (/\n\s*\n/.test(body) ? body.split(/\n\s*\n/) : body.split('\n'))
    .map(squeeze)
    .filter(Boolean);
  const dateline = DATELINE.exec(paragraphs[0] ?? '');
  const first = dateline ? [(paragraphs[0] ?? '').slice(dateline[0].length)] : paragraphs.slice(0, 1);
  return {
    headline,
    authors: byline === undefined ? [] : splitNames(byline),
    ...(dateline?.[1] === undefined ? {} : { dateline: dateline[1].trim() }),
    paragraphs: [...first, ...paragraphs.slice(1)],
  };
}

function splitNames(byline: string): readonly string[] {
  return byline
    .split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
