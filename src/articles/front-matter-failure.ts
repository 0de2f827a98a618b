import { YAMLException } from 'js-yaml';
import { findYamlOpening } from '../problems/yaml-opening.ts';
import type { Block } from './fence.ts';

/** 0-based line of the block, 1-based column, and the parser's own words. */
interface Failure {
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
}

/** Why a parser refused a block of front matter, and where. */
export function explainFailure(error: unknown, block: Block): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof YAMLException) return explainYaml(error, block);
  if (error instanceof Error && 'line' in error && 'column' in error) {
    const reason = message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? message;
    return { line: Number(error.line) - 2, column: Number(error.column), reason };
  }
  const position = findJsonPosition(message, block.text);
  if (position === undefined) return { reason: message.replace(/\s+/g, ' ') };
  const before = block.text.slice(0, position).split('\n');
  return {
    line: before.length - 1,
    column: (before.at(-1) ?? '').length + 1,
    reason: (message.split(/ in JSON|, (?:\.\.\.)?"/)[0] ?? message).replace(/\s+/g, ' '),
  };
}

/** Node tells the position, or an excerpt of the text in which something is wrong. */
function findJsonPosition(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position) - 1;
  const excerpt = /, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  const index = excerpt === undefined ? -1 : text.indexOf(excerpt.trim());
  return index < 0 ? undefined : index;
}

function explainYaml(error: YAMLException, block: Block): Failure {
  const { line = 0, column = 0 } = error.mark ?? {};
  const lines = block.text.split('\n');
  const opened = findYamlOpening(error.reason, lines);
  if (opened !== undefined) return { line: opened, reason: error.reason };
  if (error.reason !== 'duplicated mapping key')
    return { line: line - 1, column: column + 1, reason: error.reason };
  const key = keyOf(lines[line - 1] ?? '') ?? '';
  const indentOf = (text: string) => text.length - text.trimStart().length;
  const indent = indentOf(lines[line - 1] ?? '');
  const first = lines.findIndex((text) => keyOf(text) === key && indentOf(text) === indent);
  const before = first >= 0 && first < line - 1 ? ` (first on line ${block.line + first})` : '';
  return { line: line - 1, column: column + 1, reason: `the key "${key}" appears twice${before}` };
}

/** The key that a line begins with, in YAML, TOML or JSON. */
export function keyOf(line: string): string | undefined {
  const match = /^[ \t{]*(?:"([^"]*)"|'([^']*)'|([^\s"'#:=[\]{}-][^\s:=]*)) *[:=]/.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
