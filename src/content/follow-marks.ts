/**
 * Finds what closes what: where marks stand, by the name that opening and closing mark share.
 * @param marks names with their places, in order
 * @returns the first mark of a name behind a place; asked from the first place to the last, so that all questions together
 * go through the marks once
 */
export function followMarks<Name>(
  marks: Iterable<readonly [Name, number]>,
): (name: Name, after: number) => number | undefined {
  const waiting = new Map<Name, { readonly places: number[]; next: number }>();
  for (const [name, place] of marks) {
    const known = waiting.get(name);
    if (known) known.places.push(place);
    else waiting.set(name, { places: [place], next: 0 });
  }
  return (name, after) => {
    const named = waiting.get(name);
    if (named === undefined) return undefined;
    while ((named.places[named.next] ?? Number.POSITIVE_INFINITY) <= after) named.next++;
    return named.places[named.next];
  };
}
