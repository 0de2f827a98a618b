/** A line that begins a text in quotes, which may go on in the next lines. */
const OPENING = /^([ -]*)(?:[\w.][\w.-]*|"[^"]*"|'[^']*'):[ \t]+(["'])(.*)$/;

/**
 * YAML in which the further lines of a text in quotes are indented. The parsers of Hugo and Jekyll read them wherever they begin, though
 * they must be indented (YAML 1.2 §7.3).
 */
export function indentQuoted(yaml: string): string {
  let quote: string | undefined;
  let indent = '';
  const lines = yaml.split('\n').map((line) => {
    if (quote !== undefined) {
      const isEnd = closes(line, quote);
      if (isEnd) quote = undefined;
      return line.trim() === '' ? line : indent + line;
    }
    const [, before = '', mark, rest = ''] = OPENING.exec(line) ?? [];
    if (mark !== undefined && !closes(rest, mark)) {
      quote = mark;
      indent = `${' '.repeat(before.length)}  `;
    }
    return line;
  });
  return quote === undefined ? lines.join('\n') : yaml;
}

function closes(text: string, quote: string): boolean {
  return text.replace(quote === '"' ? /\\./g : /''/g, '').includes(quote);
}
