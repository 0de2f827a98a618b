import { squeeze } from '../text/white-space.ts';

/** What a newsroom's plain copy says. */
export interface Copy {
  /** The first line. */
  readonly headline: string;
  readonly authors: readonly string[];
  /** Where it was written, without the dash behind it. */
  readonly dateline?: string;
  /** The line that says until when it may not be published. */
  readonly embargo?: string;
  /** Each on one line. */
  readonly paragraphs: readonly string[];
}

/** `By Ada Quay and Bob Pier`, as agencies of several languages write it. */
const BYLINE =
  /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa][fv]|A[FV])(?::\s*|\s+)(\p{Lu}.{0,200}[^.!?])$/u;
/** `HAMBURG, May 1 (dpa) –` in front of the first paragraph: capitals, then a dash. */
const DATELINE =
  /^([\p{Lu}][\p{Lu}\p{M}’'. -]{1,60}(?:,[^–—\n]{1,60}?)?(?:\s*\([^()]{1,30}\))?)\s*(?:[–—]|--|\s-)\s+(?=\S)/u;

/** `EMBARGOED UNTIL 0900 GMT, 5 MAY`, `Sperrfrist: 5. Mai`; not a headline about an embargo. */
const EMBARGO =
  /^[^\p{L}\d]{0,20}(?:(?:strictly )?embargo(?:ed (?:until|till|to|for)| (?:until|till|jusqu|bis|tot|hasta|fino)| ?:)|(?:strictly )?embargoed[^\p{L}\d]{0,9}$|(?:strictly )?under (?:strict )?embargo|not for (?:publication|release|broadcast) (?:before|until)|hold for release|sperrfrist(?!\p{L})|sous embargo|bajo embargo|embargado hasta|sotto embargo|onder embargo)/iu;
/** The lines of a copy in which such a line may be. */
const TOP_LINES = 12;

/**
 * Reads plain copy: a headline, perhaps a byline, then paragraphs with blank lines between them (or a line each), the first perhaps
 * behind a dateline.
 */
export function readCopy(text: string): Copy {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const held = lines.findIndex((line, index) => index < TOP_LINES && EMBARGO.test(line.trim()));
  const embargo = held < 0 ? undefined : squeeze(lines.splice(held, 1)[0] ?? '');
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
    ...(embargo === undefined ? {} : { embargo }),
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
