import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { Cleaned } from './html/clean.ts';
import type { LegalText } from './legal.ts';
import type { Finding } from './templates/expander.ts';

/** Where the lines of a body stand: its file, and the line of its first line. */
export interface BodyPlace {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The place of an offset into the body. */
export function placeOffset(body: BodyPlace, offset: number): Place {
  let line = body.line;
  for (let at = body.text.indexOf('\n'); at >= 0 && at < offset; at = body.text.indexOf('\n', at + 1)) line++;
  return { file: body.file, line };
}

export function reportIllegal(body: BodyPlace, { count, first, name }: LegalText): Problem[] {
  return count === 0 ? [] : [problem('illegal-characters', placeOffset(body, first), { name, count })];
}

/** @param runsInCode whether the tool runs templates in code too */
export function reportFindings(
  body: BodyPlace,
  findings: readonly Finding[],
  runsInCode: boolean,
): Problem[] {
  return findings.map(({ code, kind, offset, count }) =>
    problem(code, placeOffset(body, offset), { kind, count, runsInCode }),
  );
}

/** One warning per kind of what the cleaner took away, at the first place in the source that looks like it. */
export function reportCleaning(body: BodyPlace, cleaned: Cleaned): Problem[] {
  const list = (
    code: 'removed-content' | 'replaced-content' | 'unknown-element',
    kinds: ReadonlyMap<string, number>,
  ) => [...kinds].map(([kind, count]) => problem(code, findKind(body, kind), { kind, count }));
  return [
    ...list('removed-content', cleaned.removed),
    ...list('replaced-content', cleaned.replaced),
    ...list('unknown-element', cleaned.unwrapped),
  ];
}

/** The tree has no lines: the kind is looked for in the source, and the body's first line stands for what is not found. */
function findKind(body: BodyPlace, kind: string): Place {
  const pattern = searchPattern(kind);
  const offset = pattern === undefined ? -1 : body.text.search(pattern);
  return offset < 0 ? { file: body.file, line: body.line } : placeOffset(body, offset);
}

function searchPattern(kind: string): RegExp | undefined {
  const tag = /^<([\w-]+)>$/.exec(kind)?.[1];
  if (tag !== undefined) return new RegExp(`<${tag}\\b`, 'i');
  const scheme = /^([a-z][a-z0-9+.-]*:) URL/.exec(kind)?.[1];
  if (scheme !== undefined) return new RegExp(scheme.replace(/[.+]/g, '\\$&'), 'i');
  return kind === 'event handler' ? /\son\w+\s{0,9}=/i : undefined;
}
