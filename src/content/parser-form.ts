/**
 * Every number of satteri's binding that we rely on, which its own JavaScript has in `dist/generated/`. A test holds one against the
 * other, so that a version of another form is noticed before it is used.
 */

/** The extensions of CommonMark that the parser has: `parse-options.js`. */
export const EXTENSIONS = {
  tables: 1 << 1,
  footnotes: 1 << 2,
  strikethrough: 1 << 3,
  taskLists: 1 << 4,
  /** Typographic quotes, dashes and ellipses. */
  smartPunctuation: 1 << 5,
  headingAttributes: 1 << 6,
  /** `$…$` and `$$…$$`. */
  math: 1 << 10,
  /** URLs without angle brackets become links. */
  bareLinks: 1 << 11,
  definitionLists: 1 << 12,
  wikiLinks: 1 << 15,
  /** `$$…$$` alone. */
  displayMath: 1 << 23,
} as const;

/** Where the numbers of a document stand: `arena-layout.js`, all of them little-endian. */
export const MAGIC = 0x5241444d;
export const HEADER = { nodeSize: 8, nodes: 16, children: 24, data: 32, poolLength: 36, pool: 40 } as const;
export const NODE = { type: 4, firstChild: 36, childCount: 40, data: 44 } as const;

/** The types of nodes: `node-types.js`. */
export const TYPE = { element: 1, text: 2, comment: 3, raw: 5 } as const;

/** What values of properties are: `wire-constants.js`. */
export const KIND = { true: 1, false: 2, words: 3, list: 4, integer: 5, numbers: 7 } as const;
