/** Text in quotes, in which the signs of a comment may be. */
const QUOTED = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const QUOTED_OR_LINE = `${QUOTED}|\`[^\`]*\`|^[ \\t]*//[^\\n]*`;
const IN_PROGRAM = new RegExp(`${QUOTED_OR_LINE}|/\\*[\\s\\S]*?\\*/`, 'gm');
/** Where no comment is closed any more, each would be followed to the end of the text. */
const IN_REST = new RegExp(QUOTED_OR_LINE, 'gm');
const IN_YAML = new RegExp(`${QUOTED}|^[ \\t]*#[^\\n]*`, 'gm');

/** A program without its comments, but for those behind code in the same line. */
export function dropComments(program: string): string {
  const last = program.lastIndexOf('*/');
  const end = last < 0 ? 0 : last + 2;
  return keepQuoted(program.slice(0, end), IN_PROGRAM) + keepQuoted(program.slice(end), IN_REST);
}

/** YAML without its comments, but for those behind a value. */
export function dropYamlComments(yaml: string): string {
  return keepQuoted(yaml, IN_YAML);
}

function keepQuoted(text: string, pieces: RegExp): string {
  return text.replace(pieces, (piece) => (/^["'`]/.test(piece) ? piece : ''));
}
