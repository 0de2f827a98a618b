import type { Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { AUDIO_OR_VIDEO } from './audio-files.ts';
import type { FrontMatter } from './front-matter.ts';
import { isMapping, toList, toText } from './values.ts';

/** An episode without its file is useless in players, so audio under an unknown key is said, with the line that would use it. */
export function reportUnused(
  data: FrontMatter,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): void {
  for (const [key, value] of Object.entries(data)) {
    const values = isMapping(value) ? Object.values(value) : toList(value);
    const audio = values.map(toText).find((text) => text !== undefined && isPlayable(text));
    if (audio === undefined) continue;
    report(problem('unused-audio', placeOf(key), { key, value: audio }));
    return;
  }
}

function isPlayable(text: string): boolean {
  return !text.includes(' ') && AUDIO_OR_VIDEO.test(text);
}
