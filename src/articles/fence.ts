/** The front matter of a file, found but not yet read. */
export interface Block {
  readonly kind: 'block';
  /** `lines` are lines of metadata without fences (`metadata-lines.ts`). */
  readonly language: 'yaml' | 'toml' | 'json' | 'lines' | 'code';
  /** The text between the fences; for bare JSON the object itself. */
  readonly text: string;
  /** 1-based line of the first line of `text`. */
  readonly line: number;
  /** Byte offset of the body in the file. */
  readonly bodyOffset: number;
  /** It is a file of data, not the front matter of one. */
  readonly isFile?: boolean;
}
export type Split =
  | Block
  | { readonly kind: 'none'; readonly bodyOffset: number }
  | { readonly kind: 'unclosed'; readonly line: number; readonly fence: string }
  /** `written` stands where the fence should. */
  | { readonly kind: 'unopened'; readonly line: number; readonly written?: string }
  /** The closing fence may be in a part of the file that was not given. */
  | { readonly kind: 'incomplete' };

const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds the front matter at the top of a file: `---` (YAML; closed by `---` or `...`), `+++` (TOML), `;;;` (JSON),
 * `---LANGUAGE`, or a bare JSON object; after a byte order mark or blank lines too.
 * @param bytes the first bytes of the file
 * @param whole whether these are all of its bytes
 */
export function splitFrontMatter(bytes: Buffer, whole: boolean): Split {
  return splitPlain(bytes) ?? splitAny(bytes, whole);
}

/** The common case, without decoding more than the block: `---` line first, `---` line last. */
function splitPlain(bytes: Buffer): Block | undefined {
  const start = bytes[3] === LF ? 4 : bytes[3] === CR && bytes[4] === LF ? 5 : -1;
  if (start < 0 || bytes[0] !== 0x2d || bytes[1] !== 0x2d || bytes[2] !== 0x2d) return undefined;
  const close = bytes.indexOf('\n---', start - 1, 'latin1');
  if (close < 0) return undefined;
  let end = close + 4;
  if (bytes[end] === CR) end++;
  if (bytes[end] !== LF) return undefined;
  const text = bytes.toString('utf8', start, Math.max(start, close));
  // `...` closes too, and may be before a later `---` line of the body.
  if (text.includes('\n...') || text.startsWith('...')) return undefined;
  return { kind: 'block', language: 'yaml', text, line: 2, bodyOffset: end + 1 };
}

/** Hexo needs no first fence: all up to the first line `---` is front matter. */
export function splitUnopened(bytes: Buffer): Block | undefined {
  const text = bytes.toString('utf8');
  const start = skipBlank(text);
  const close = findClosing(text, start, '---');
  if (close === undefined) return undefined;
  return {
    kind: 'block',
    language: 'yaml',
    text: text.slice(start, close.start),
    line: lineAt(text, start),
    bodyOffset: offsetOf(text, close.end),
  };
}

function splitAny(bytes: Buffer, whole: boolean): Split {
  const text = bytes.toString('utf8');
  const start = skipBlank(text);
  const opening = /^(---|\+\+\+|;;;)([^\n]*)(?:\n|$)/.exec(text.slice(start, start + 200));
  if (opening && !/^[-+;]/.test(opening[2] ?? '')) return splitFenced(text, start, opening, whole);
  if (text[start] === '{') return splitBareJson(text, start, whole);
  const written = findMistaken(text.slice(start, start + 4000));
  if (written !== undefined) return { kind: 'unopened', line: lineAt(text, start), written };
  return findUnopened(text.slice(start))
    ? { kind: 'unopened', line: lineAt(text, start) }
    : { kind: 'none', bodyOffset: offsetOf(text, text.startsWith('\uFEFF') ? 1 : 0) };
}

function splitFenced(text: string, start: number, opening: RegExpExecArray, whole: boolean): Split {
  const [line, fence, rest] = [opening[0], opening[1] ?? '', (opening[2] ?? '').trim()];
  const none: Split = { kind: 'none', bodyOffset: offsetOf(text, start) };
  // `----` and `--- some text` are a rule and a paragraph; `---json` names a language.
  if (!/^[a-z]*$/i.test(rest)) return none;
  const first = start + line.length;
  const close = findClosing(text, first, fence);
  if (close === undefined) {
    if (!whole) return { kind: 'incomplete' };
    // A rule at the top of an article without front matter.
    if (rest === '' && !/^[\w"'-]+ *[:=]/.test(text.slice(first, first + 200).trimStart())) return none;
    return { kind: 'unclosed', line: lineAt(text, start), fence };
  }
  return {
    kind: 'block',
    language: languageOf(fence, rest.toLowerCase()),
    text: text.slice(first, close.start),
    line: lineAt(text, first),
    bodyOffset: offsetOf(text, close.end),
  };
}

function languageOf(fence: string, name: string): Block['language'] {
  if (name === 'json' || name === 'toml') return name;
  if (name !== '' && name !== 'yaml' && name !== 'yml') return 'code';
  return fence === '+++' ? 'toml' : fence === ';;;' ? 'json' : 'yaml';
}

function findClosing(text: string, from: number, fence: string): { start: number; end: number } | undefined {
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const head = text.slice(start, start + 3);
    if ((head === fence || (head === '...' && fence === '---')) && text.slice(start + 3, end).trim() === '') {
      return { start, end };
    }
    start = end;
  }
  return undefined;
}

function splitBareJson(text: string, start: number, whole: boolean): Split {
  let depth = 0;
  for (let i = start, inString = false; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) {
      const block = text.slice(start, i + 1);
      // Template code such as `{{ x }}` or `{% x %}` is not an object.
      if (!/^\{\s*(?:"|\})/.test(block)) break;
      return {
        kind: 'block',
        language: 'json',
        text: block,
        line: lineAt(text, start),
        bodyOffset: offsetOf(text, i + 1),
      };
    }
  }
  const isObject = /^\{\s*"/.test(text.slice(start, start + 200));
  if (isObject && depth > 0)
    return whole ? { kind: 'unclosed', line: lineAt(text, start), fence: '}' } : { kind: 'incomplete' };
  return { kind: 'none', bodyOffset: offsetOf(text, start) };
}

/** Lines of `key: value` with a title or a date, then a closing fence: only the opening fence is missing. */
function findUnopened(text: string): boolean {
  const lines = text.slice(0, 4000).split('\n', 40);
  const close = lines.findIndex((line) => line.trimEnd() === '---');
  const block = lines.slice(0, Math.max(close, 0));
  return (
    block.some((line) => /^(?:title|date|layout) *: *\S/.test(line)) &&
    block.every((line) => /^(?:[\w-]+ *:( |$|\r)|[ \t]|- |#|\r?$)/.test(line))
  );
}

/** A line of too many hyphens, or of the dashes that a word processor makes of them, above lines of metadata. */
function findMistaken(text: string): string | undefined {
  const [, written, block = ''] =
    /^(-{4,}|\+{4,}|[\u2013\u2014-]*[\u2013\u2014][\u2013\u2014-]*)[ \t]*\r?\n([\s\S]*)/.exec(text) ?? [];
  const lines = block.split('\n', 40);
  const end = lines.findIndex((line) => !/^(?:[\w-]+ *[:=]|[ \t]+\S|- )/.test(line));
  const closes = end > 0 && /^[-+\u2013\u2014]+\s*$/.test(lines[end] ?? '');
  const hasFact = lines.slice(0, end).some((line) => /^(?:title|date|layout) *[:=] *\S/.test(line));
  return closes && hasFact ? written : undefined;
}

function skipBlank(text: string): number {
  return /^[\uFEFF\s]*/.exec(text)?.[0].length ?? 0;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Byte offset of a character; a file that is not UTF-8 is refused before its offset matters. */
function offsetOf(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index), 'utf8');
}
