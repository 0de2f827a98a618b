import type { Candidate, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { toIri } from './url-and-id.ts';

/** One id used twice, in any format, is an error that names both files (R3). */
export function findDuplicates(candidates: readonly Candidate[], site: string): readonly Problem[] {
  const first = new Map<string, string>();
  const urls = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, url, file } of candidates) {
    const same = id === url ? undefined : urls.get(url);
    urls.set(url, file);
    if (same !== undefined) problems.push(problem('duplicate-url', { file }, { url, other: same }));
    const key = toIri(id, site);
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    else problems.push(problem('duplicate-id', { file }, { id, other }));
  }
  return problems;
}
