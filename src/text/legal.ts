/**
 * C0 controls but tab and newline, DEL and the C1 controls, lone surrogates, noncharacters, and a byte order mark.
 * XML 1.0 §2.2 forbids some of them, HTML the others; none is visible.
 */
const ILLEGAL =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/**
 * A cheap question first: nearly every text has none of these, and a surrogate pair is only looked at closely then.
 * Written as what is not there, because V8 then knows most characters by the first range.
 */
const SUSPICIOUS = /[^\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd]/;

/** What U+0080 to U+009F mean in Windows-1252, where such characters come from; spaces have no meaning there. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

export interface LegalText {
  readonly text: string;
  /** How many characters were dropped or replaced. */
  readonly count: number;
  /** Offset of the first of them in the text that came in, -1 when there is none. */
  readonly first: number;
  /** Its name, such as `U+000B`. */
  readonly name: string;
}

/**
 * Drops the characters that are illegal in XML 1.0 or HTML, lone surrogates and byte order marks (R20).
 * Windows-1252 punctuation that was read as C1 controls becomes what it was meant to be.
 * Tab, newline, no-break, zero-width and bidirectional characters stay; CRLF and CR become a newline.
 */
export function legalText(text: string): string {
  return makeLegal(text).text;
}

/** `legalText` with what is needed to report it. */
export function makeLegal(source: string): LegalText {
  if (!SUSPICIOUS.test(source)) return { text: source, count: 0, first: -1, name: '' };
  const first = source.search(ILLEGAL);
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  if (first < 0) return { text, count: 0, first, name: '' };
  let count = 0;
  const legal = text.replace(ILLEGAL, (character) => {
    count++;
    return readWindows1252(character);
  });
  return { text: legal, count, first, name: nameCharacter(source, first) };
}

function readWindows1252(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x80 && code <= 0x9f ? (WINDOWS_1252[code - 0x80] ?? '').trim() : '';
}

/** Whether feeds can carry each character of a text. */
export function isLegal(text: string): boolean {
  return !SUSPICIOUS.test(text) || text.search(ILLEGAL) < 0;
}

/** The name of the first character that feeds can't carry, such as `U+000B`. */
export function nameIllegal(text: string): string {
  return nameCharacter(text, Math.max(0, text.search(ILLEGAL)));
}

function nameCharacter(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
