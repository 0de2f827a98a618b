import type { Problem } from '../model/index.ts';

/** The first line of a problem as people and editors read it: `file:line:column severity code: message hint`. */
export function formatProblem(p: Problem): string {
  return `${formatPlace(p)} ${p.severity} ${p.code}: ${p.message} ${p.hint}`;
}

/** `file:line:column`. Options and folders have no lines. */
export function formatPlace({ file, line, column }: Problem): string {
  return /^--|\/$/.test(file) ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
}
