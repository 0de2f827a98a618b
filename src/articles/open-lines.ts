/** What opens a list or mapping in brackets as the value of a key, or as an item. */
const OPENS = /^([ -]*)(?:(?:[\w.][\w.-]*|"[^"]*"|'[^']*'):[ \t]+)?[[{]/;

/**
 * YAML in which the further lines of lists and mappings in brackets are indented. The parsers of Hugo and Jekyll, and that of gray-matter,
 * read them wherever they begin, though they must be indented (YAML 1.2 §7.4).
 */
export function indentBrackets(yaml: string): string {
  let depth = 0;
  let indent = '';
  const lines = yaml.split('\n').map((line) => {
    if (depth > 0) {
      depth += countOpened(line);
      return line.trim() === '' ? line : indent + line;
    }
    const [, before] = OPENS.exec(line) ?? [];
    if (before === undefined) return line;
    indent = `${' '.repeat(before.length)}  `;
    depth = countOpened(line.slice(before.length));
    return line;
  });
  return depth === 0 ? lines.join('\n') : yaml;
}

/** How many more brackets a line opens than it closes, quotes and comments aside. */
function countOpened(line: string): number {
  const bare = line.replace(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/g, '').replace(/(?:^|\s)#.*$/, '');
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
