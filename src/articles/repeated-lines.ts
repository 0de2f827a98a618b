/** A key and its value on one line of the outermost mapping. */
const PAIR = /^[\w-]+:[ \t]+\S/;

/** Leaves out lines of YAML that say once more what a line before them says: a key that appears twice with one value has that value. */
export function dropRepeatedLines(text: string): string {
  const seen = new Set<string>();
  const lines = text.split('\n');
  const kept = lines.map((line, index) => {
    // What goes on in the next line is more than one line.
    if (!PAIR.test(line) || /^(?:[ \t]+\S|-[ \t])/.test(lines[index + 1] ?? '')) return line;
    const pair = line.trimEnd();
    if (seen.has(pair)) return '';
    seen.add(pair);
    return line;
  });
  return kept.join('\n');
}
