/** What the parser notices only at the end, and the line in which it begins. */
const OPENINGS: readonly (readonly [says: RegExp, opening: RegExp])[] = [
  [/block mapping entry|end of the stream/, /^[A-Za-z][\w-]*:[^\s/:]/],
  [/complex keys/, /\{ *[{[]|^\s*\?/],
  [/within a double quoted scalar/, /[:-] +"(?:[^"\\]|\\.)*$/],
  [/within a single quoted scalar/, /[:-] +'(?:[^']|'')*$/],
  [/within a flow collection/, /[:-] +(?:\[[^\]]*|\{[^}]*)$/],
  [/^deficient indentation/, /[:-] +(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*|\[[^\]]*|\{[^}]*)$/],
];

/**
 * Where a mistake in YAML begins that the parser notices only further down, such as a quote without its end.
 * @param says the parser's own words
 * @returns the 0-based line; undefined where the parser's place is the right one
 */
export function findYamlOpening(says: string, lines: readonly string[]): number | undefined {
  const opening = OPENINGS.find(([words]) => words.test(says))?.[1];
  const line = opening === undefined ? -1 : lines.findIndex((text) => opening.test(text));
  return line < 0 ? undefined : line;
}
