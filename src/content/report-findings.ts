import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { LegalText } from '../text/legal.ts';
import type { Cleaned } from './html/clean.ts';
import { findMissingText } from './missing-text.ts';
import type { PreviewEnd } from './previews.ts';
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

/** Blocks of code that an option keeps off the page, each at the line that says so. */
export function reportHiddenCode(body: BodyPlace, hiddenBy: readonly string[]): Problem[] {
  return [...new Set(hiddenBy)].map((kind) => {
    const place = placeOffset(body, Math.max(0, body.text.indexOf(kind)));
    return problem('hidden-content', place, { kind, count: hiddenBy.filter((each) => each === kind).length });
  });
}

/** What follows the end of a preview is not for everyone. */
export function reportPreview(body: BodyPlace, { offset, mark }: PreviewEnd): Problem {
  return problem('hidden-content', placeOffset(body, offset), { kind: mark, count: 1 });
}

/** HTML that Hugo leaves out of the page. */
export function reportOmitted(body: BodyPlace, offsets: readonly number[]): Problem[] {
  const [first] = offsets;
  if (first === undefined) return [];
  return [problem('omitted-html', placeOffset(body, first), { count: offsets.length })];
}

/** A comment that is never closed: what follows is not published. */
export function reportOpenComment(body: BodyPlace): Problem[] {
  const place = placeOffset(body, Math.max(0, body.text.lastIndexOf('<!--')));
  return [problem('hidden-content', place, { kind: '<!--', count: 1 })];
}

/** One warning per kind of what the cleaner took away, at the first place in the source that looks like it. */
export function reportCleaning(body: BodyPlace, cleaned: Cleaned): Problem[] {
  const list = (
    code: 'removed-content' | 'replaced-content' | 'unknown-element' | 'hidden-content',
    kinds: ReadonlyMap<string, number>,
  ) =>
    [...kinds].map(([kind, count]) =>
      problem(code, findKind(body, kind), { kind: nameAsWritten(body, kind), count }),
    );
  return [
    ...reportLost(body, cleaned),
    ...list('hidden-content', cleaned.hidden),
    ...list('removed-content', cleaned.removed),
    ...list('replaced-content', cleaned.replaced),
    ...list('unknown-element', cleaned.unwrapped),
  ];
}

/** Text that was lost with its elements, unless it is a very small share of the whole. */
function reportLost(body: BodyPlace, { lost, html }: Cleaned): Problem[] {
  const words = lost.reduce((sum, each) => sum + each.words, 0);
  const [first] = lost.toSorted((a, b) => b.words - a.words);
  if (first === undefined || words * 200 < html.length / 6) return [];
  const start = first.text.split(/\s+/).slice(0, 3).join(' ');
  const offset = body.text.indexOf(start);
  const place = offset < 0 ? findKind(body, first.kind) : placeOffset(body, offset);
  return [problem('lost-text', place, { kind: nameAsWritten(body, first.kind), words, start: first.text })];
}

/**
 * Words that are gone although nothing says so: what the markup did that no one foresaw.
 * @param source the body after its template tags were read
 */
export function reportMissing(body: BodyPlace, source: string, cleaned: Cleaned): Problem[] {
  if (cleaned.lost.length > 0 || cleaned.hidden.size > 0) return [];
  const missing = findMissingText(source, cleaned.html);
  if (missing === undefined) return [];
  const { words, start } = missing;
  const offset = body.text.indexOf(start);
  return [problem('lost-text', placeOffset(body, Math.max(0, offset)), { words, start })];
}

/** The tree has no lines: the kind is looked for in the source, and the body's first line stands for what is not found. */
function findKind(body: BodyPlace, kind: string): Place {
  const pattern = searchPattern(kind);
  const offset = pattern === undefined ? -1 : body.text.search(pattern);
  return offset < 0 ? { file: body.file, line: body.line } : placeOffset(body, offset);
}

/** The tree has names in lower case, but a component is called as the article writes it: `<Chart>`. */
function nameAsWritten({ text }: BodyPlace, kind: string): string {
  const name = /^<([\w.-]{1,200})>$/.exec(kind)?.[1];
  const written =
    name === undefined
      ? undefined
      : new RegExp(`<(${name.replaceAll(/\.|--/g, '(?:\\.|--)')})\\b`, 'i').exec(text)?.[1];
  return written === undefined ? kind : `<${written}>`;
}

function searchPattern(kind: string): RegExp | undefined {
  const tag = /^<([\w.-]{1,200})[^>]*>$/.exec(kind)?.[1];
  if (tag !== undefined) return new RegExp(`<${tag}\\b`, 'i');
  const scheme = /^([a-z][a-z0-9+.-]{0,200}:) URL/.exec(kind)?.[1];
  if (scheme !== undefined) return new RegExp(scheme.replace(/[.+]/g, '\\$&'), 'i');
  return kind === 'event handler' ? /\son\w+\s{0,9}=/i : undefined;
}
