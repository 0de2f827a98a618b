import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { SOUND } from './sound-files.ts';
import { isMapping, toList, toText } from './values.ts';

/** An episode without its file is useless in players, so sound under an unknown key is said, with the line that would use it. */
export function reportUnused(
  data: FrontMatter,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): void {
  for (const [key, value] of Object.entries(data)) {
    const values = isMapping(value) ? Object.values(value) : toList(value);
    const sound = values.map(toText).find((text) => text !== undefined && isSound(text));
    if (sound === undefined) continue;
    report(problem('unused-audio', placeOf(key), { key, value: sound }));
    return;
  }
}

function isSound(text: string): boolean {
  return !text.includes(' ') && SOUND.test(text);
}
