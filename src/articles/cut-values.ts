import type { Block } from './fence.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Fact, findFact } from './names-of-facts.ts';

/** A text of the front matter that is shorter than what its author wrote: YAML takes the rest for something else. */
export interface CutValue {
  readonly key: string;
  readonly rest: string;
}

/** Facts that are sentences. */
const SENTENCES: readonly Fact[] = ['title', 'summary'];
/** `Episode #12`: a comment that begins like a word. `&co and more`: an anchor, which names what stands behind it. */
const COMMENT = /^[^\s"'|>[{#&*!][^\n]*?\s(#[\p{L}\d][^\n]*)/u;
const ANCHOR = /^(&[^\s,[\]{}]+)\s+[^\s"'|>[{]/;

/** The titles and summaries of a block of YAML that end before the line does, or begin behind its beginning. */
export function findCutValues(data: FrontMatter, block: Block | undefined): readonly CutValue[] {
  if (block?.language !== 'yaml' || !/[#&]/.test(block.text)) return [];
  return SENTENCES.flatMap((fact) => {
    const key = findFact(data, fact)?.key;
    const lines = block.text.split('\n');
    const value = lines.find((line) => key !== undefined && line.startsWith(`${key}: `));
    const written = value?.slice((key?.length ?? 0) + 2).trim() ?? '';
    const rest = (COMMENT.exec(written) ?? ANCHOR.exec(written))?.[1];
    return key === undefined || rest === undefined ? [] : [{ key, rest: rest.trimEnd() }];
  });
}
