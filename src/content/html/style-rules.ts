/** What a rule of a style sheet declares, and for what. */
export interface Rule {
  readonly selectors: string;
  readonly body: string;
}

/** Rules in rules deeper than this are no style sheet of an article. */
const DEEPEST_RULE = 5;

/** The rules that hold on every screen, with those that are nested in them (CSS Nesting §3). */
export function listRules(css: string, depth = 0): readonly Rule[] {
  const rules: Rule[] = [];
  for (let start = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', start)) {
    const before = css.slice(start, open);
    const prelude = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('}')) + 1).trim();
    if (isGeneral(prelude)) {
      start = open + 1;
      continue;
    }
    const { body, isNested, end } = readBlock(css, open);
    if (!prelude.startsWith('@')) rules.push({ selectors: prelude, body });
    if (isNested && depth < DEEPEST_RULE && !prelude.startsWith('@'))
      for (const rule of nest(prelude, listRules(css.slice(open + 1, end - 1), depth + 1))) rules.push(rule);
    start = end;
  }
  return rules;
}

/** `.a { .b {} }` is `.a .b`, and `&.b` in it `.a.b`. */
function nest(outer: string, inner: readonly Rule[]): readonly Rule[] {
  const parents = outer.split(',', MOST_PARENTS);
  return inner.map(({ selectors, body }) => {
    const all = selectors
      .split(',', MOST_PARENTS)
      .flatMap((selector) => parents.map((parent) => join(parent, selector)));
    return { selectors: all.join(','), body };
  });
}

/** More selectors than one rule of an article has. */
const MOST_PARENTS = 20;

function join(parent: string, selector: string): string {
  const own = selector.trim();
  return own.includes('&') ? own.replace('&', () => parent.trim()) : `${parent.trim()} ${own}`;
}

/** What holds for some screens or for paper says nothing of the page. */
function isGeneral(prelude: string): boolean {
  return (
    /^@(?:layer|supports)\b/i.test(prelude) || /^@media\s{1,9}(?:only\s{1,9})?(?:screen|all)$/i.test(prelude)
  );
}

/** The declarations of a block, and where it ends. */
function readBlock(
  css: string,
  open: number,
): { readonly body: string; readonly isNested: boolean; readonly end: number } {
  let depth = 0;
  let isNested = false;
  let body = '';
  const braces = /[{}]/g;
  braces.lastIndex = open;
  for (let from = open + 1, found = braces.exec(css); found; found = braces.exec(css)) {
    if (depth === 1) body += css.slice(from, found.index);
    depth += found[0] === '{' ? 1 : -1;
    isNested ||= depth > 1;
    from = found.index + 1;
    if (depth === 0) return { body, isNested, end: from };
  }
  return { body, isNested, end: css.length };
}
