/**
 * Reads a file GITHUB_OUTPUT as the runner of GitHub does: `name=value`, or `name<<DELIMITER` and the lines up to it.
 * @throws Error for what the runner refuses
 */
export function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const [, name, mark, rest = ''] = /^([^=<]+?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`Invalid format '${line}'`);
    if (mark === '=') outputs[name] = rest;
    else {
      const end = lines.indexOf(rest, i + 1);
      if (end === -1) throw new Error(`Matching delimiter not found '${rest}'`);
      outputs[name] = lines.slice(i + 1, end).join('\n');
      i = end;
    }
  }
  return outputs;
}
