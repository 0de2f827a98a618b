import { hidePasswords, onOneLine } from '../problems/printable.ts';
import type { PlacedProblem } from './format.ts';
import { formatSummary } from './summary.ts';

/** GitHub shows ten errors and ten warnings of a step and drops the rest in silence (R64). */
const SHOWN_PER_SEVERITY = 10;

export interface GitHubOutput {
  /** Workflow commands, one a line: they become annotations at the lines of the files. */
  readonly annotations: string;
  /** Markdown for the step summary: every problem that is not annotated; empty when all are. */
  readonly summary: string;
}

/**
 * @param problems worst first
 * @param room bytes that the step summary can still take
 */
export function formatGitHub(problems: readonly PlacedProblem[], room: number): GitHubOutput {
  const annotated = new Set(
    (['error', 'warning'] as const).flatMap((severity) =>
      varied(problems.filter((found) => found.severity === severity)).slice(0, SHOWN_PER_SEVERITY),
    ),
  );
  const rest = problems.filter((found) => !annotated.has(found));
  return { annotations: [...annotated].map(formatAnnotation).join(''), summary: formatSummary(rest, room) };
}

/** The first of every code, then the second of every code, and so on: ten of one kind must not hide another. */
function varied(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const times = new Map<string, number>();
  return problems
    .map((found, index) => {
      const time = times.get(found.code) ?? 0;
      times.set(found.code, time + 1);
      return { found, index, time };
    })
    .toSorted((a, b) => a.time - b.time || a.index - b.index)
    .map(({ found }) => found);
}

function formatAnnotation({ severity, file, line, column, code, message, hint, ...placed }: PlacedProblem) {
  // A name with control characters in it is in the text, where they are shown.
  const path = placed.path === onOneLine(placed.path ?? '') ? placed.path : undefined;
  const place =
    path === undefined
      ? []
      : [['file', path], ['line', String(line)], ...(column === undefined ? [] : [['col', String(column)]])];
  const properties = [...place, ['title', code]].map(
    ([name, value = '']) => `${name}=${escapeProperty(value)}`,
  );
  const text = onOneLine(path === undefined ? `${file}:${line}: ${message} ${hint}` : `${message} ${hint}`);
  return `::${severity} ${properties.join(',')}::${escapeData(hidePasswords(text))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
