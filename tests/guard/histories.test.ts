import { expect, it } from 'vitest';
import { playHistory } from './histories.ts';

const FIRST = Number(process.env.FEEDWRIGHT_FIRST_HISTORY ?? 0);
const COUNT = Number(process.env.FEEDWRIGHT_HISTORIES ?? 3);

// A failure is played again with FEEDWRIGHT_FIRST_HISTORY set to the seed that was printed, more of them with FEEDWRIGHT_HISTORIES.
it('whatever an author does, no subscriber sees an article twice, again or never, unless it was allowed', {
  timeout: 3_600_000,
}, () => {
  console.log(`histories from seed ${FIRST}`);
  for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
    const { faults, steps } = playHistory(seed);
    expect(faults, `seed ${seed}: ${steps.slice(-12).join('; ')}`).toEqual([]);
  }
});

// What no other test sees: an archived article dated into the future was told one build too late (557), and a note that was taken back
// came back under another title and URL, with its minute and its few words (1050); a photo in the place of a long text with its title was taken for it (1226);
// after a change of scheme a short, re-dated article came back from the manifest alone under its new ID (1880);
// an article that took the file of a draft, and its title, was told of the date alone (27).
it.each([
  27, 557, 1050, 1226, 1880,
])('a history that once hurt a subscriber does no more: seed %i', (seed) => {
  expect(playHistory(seed).faults).toEqual([]);
});
