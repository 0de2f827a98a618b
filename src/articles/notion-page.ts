import type { Block } from './fence.ts';
import { linesFrom, readValue } from './metadata-lines.ts';

/** What Notion's export adds to the name of each page: `My first post 0123456789abcdef0123456789abcdef.md`. */
const PAGE_ID = /^(.*\S)[ -][0-9a-f]{32}$/;
const HEADING = /^# (.*\S)\s*$/;
/** A property of a page in a database; those without a value are not exported. */
const PROPERTY = /^([\p{L}\p{N}][\p{L}\p{N} ()/_-]{0,60}?):[ \t]+(\S.*)$/u;
/** What Notion itself calls the states before the last one. */
const UNFINISHED = /^(?:not started|in progress)$/i;
/** Of a span of days the first is meant: `March 3, 2025 → March 5, 2025`. */
const SPAN_END = / → .*$/;

/** The name of a page without the ID that Notion's export adds to it; undefined for any other name. */
export function titleOfNotionPage(name: string): string | undefined {
  return PAGE_ID.exec(name)?.[1];
}

/**
 * Finds the properties of a page that Notion exported: `# Title`, a blank line, and lines such as `Date: March 3, 2025`, up to the
 * next blank line.
 * @param bytes the first bytes of the file
 * @param whole whether these are all of its bytes
 */
export function splitNotionPage(bytes: Buffer, whole: boolean): Block | 'incomplete' | undefined {
  const text = bytes.toString('utf8');
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let end = start;
  let properties = 0;
  for (const line of linesFrom(text, start)) {
    const bare = line.trimEnd();
    if (end === start ? !HEADING.test(bare) : bare !== '' && !PROPERTY.test(bare)) break;
    if (bare === '' && properties > 0) break;
    if (end > start && bare !== '') properties++;
    end += line.length;
  }
  if (properties === 0) return undefined;
  if (end >= text.length && !whole) return 'incomplete';
  const bodyOffset = Buffer.byteLength(text.slice(0, end), 'utf8');
  return { kind: 'block', language: 'lines', text: text.slice(start, end), line: 1, bodyOffset };
}

/** Reads what {@link splitNotionPage} found; undefined where the text begins otherwise. */
export function readNotionPage(text: string): object | undefined {
  const [first = '', ...lines] = text.split('\n');
  const title = HEADING.exec(first)?.[1];
  if (title === undefined) return undefined;
  const properties = lines.flatMap((line) => {
    const [, key, value = ''] = PROPERTY.exec(line.trimEnd()) ?? [];
    return key === undefined ? [] : [[key, readValue(key, value.replace(SPAN_END, ''))] as const];
  });
  const isUnfinished = properties.some(
    ([key, value]) => /^status$/i.test(key) && UNFINISHED.test(String(value)),
  );
  return Object.fromEntries([
    ...properties,
    ['title', title],
    ...(isUnfinished ? [['draft', 'true'] as const] : []),
  ]);
}
