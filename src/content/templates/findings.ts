import type { Expander, Finding } from './expander.ts';

/** Counts template tags that were removed; one warning per kind comes of it. */
export function noteRemoved(expander: Expander, kind: string, offset: number): void {
  note(expander, 'removed-template', kind, offset);
}

/** Counts a reference to an article that no one knows. */
export function noteReference(expander: Expander, reference: string, offset: number): void {
  note(expander, 'unknown-reference', reference, offset);
}

/** Counts what is left out because it may be meant to stay hidden. */
export function noteHidden(expander: Expander, kind: string, offset: number): void {
  note(expander, 'hidden-content', kind, offset);
}

/** Counts what became of template tags. */
export function note(expander: Expander, code: Finding['code'], kind: string, offset: number): void {
  if (expander.dropDepth > 0) return;
  const key = `${code} ${kind}`;
  const finding = expander.findings.get(key);
  if (finding === undefined) expander.findings.set(key, { code, kind, offset, count: 1 });
  else finding.count++;
}
