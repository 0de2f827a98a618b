/**
 * A small seeded generator (xorshift32 over a mixed seed): the same seed gives the same numbers on every machine.
 * @typedef {object} Random
 * @property {(below: number) => number} integer a whole number from 0 to `below` - 1
 * @property {(share: number) => boolean} chance true in `share` (0 to 1) of the calls
 * @property {<T>(list: readonly T[]) => T} pick one of the list
 */

/**
 * @param {number} seed any integer
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = mixSeed(seed);
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const integer = (/** @type {number} */ below) => Math.floor(next() * below);
  return {
    integer,
    chance: (share) => next() < share,
    pick: (list) => /** @type {any} */ (list[integer(list.length)]),
  };
}

/** Neighbouring seeds must not give neighbouring sequences; zero is the one state that xorshift never leaves. */
function mixSeed(/** @type {number} */ seed) {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}
