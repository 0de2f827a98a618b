import type { Problem } from '../model/index.ts';

/**
 * The first line of a problem as people and editors read it: `file:line:column severity code: message hint`. Options and folders
 * have no lines.
 */
export function formatProblem(p: Problem): string {
  const column = p.column === undefined ? '' : `:${p.column}`;
  const place = /^--|\/$/.test(p.file) ? p.file : `${p.file}:${p.line}${column}`;
  return `${place} ${p.severity} ${p.code}: ${p.message} ${p.hint}`;
}
