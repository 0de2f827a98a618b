/** The colours that lines of ours may have; no other control character reaches a terminal. */
export const COLOURS = { error: '\u001B[31m', warning: '\u001B[33m', reset: '\u001B[0m' } as const;

/** What moves the cursor, ends a line or turns it around: controls, separators of lines, overrides of direction. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
const OURS = new Set<string>(Object.values(COLOURS));
/** `::` begins a command to the runner of GitHub, `##[` and `##vso[` are commands anywhere in a line. */
const COMMANDS = /^([^\S\n]*):(?=:)|#(?=#[a-z]*\[)/gim;
/** After the `//` of a URL; without a scheme only with a colon, as `//name@example` may be anything. */
const USER_INFO = /(?<=:)\/\/[^\s/?#\\"'<>]*@|\/\/[^\s/?#\\"'<>:]*:[^\s/?#\\"'<>]*@/g;

/**
 * Text of ours on its way to the terminal or the log of a CI job: without passwords of URLs, and with nothing that either
 * would obey. JSON stays JSON of the same value.
 */
export function toPrint(text: string): string {
  const escaped = text
    .replace(/\u001B\[\d+m|(?!\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (found) =>
      OURS.has(found) ? found : onOneLine(found),
    )
    .replace(COMMANDS, (found) => found.slice(0, -1) + escapeCharacter(found.slice(-1)));
  return hidePasswords(escaped);
}

/** Lines as text. None breaks in its middle, whatever names of files, ids and titles are in it. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${onOneLine(line)}\n`).join('');
}

/** Text without what would end its line, move the cursor or turn the line around. */
export function onOneLine(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

/** Text with `…` for the users and passwords of the URLs in it. */
export function hidePasswords(text: string): string {
  return text.replace(USER_INFO, '//…@');
}

function escapeCharacter(character: string): string {
  const short = character < ' ' ? JSON.stringify(character).slice(1, -1) : '';
  return short || `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
