/** Longer than the permalink of anyone. */
const LONGEST = 4000;
const QUOTED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/y;

/** Stands for a permalink that a program computes. */
export const COMPUTED = '{{ computed }}';

/** What the code of a data file says of the permalink of templates. */
export interface CodedPermalink {
  /** The template that is the same, or {@link COMPUTED}; undefined where the code leaves the permalink of each template as it is. */
  readonly permalink: string | undefined;
  /** Whether it is computed data, which overrides what each template says itself. */
  readonly isComputed: boolean;
}

/**
 * The permalink that a program gives, by its code alone, which is never run.
 * @param code without comments
 * @returns undefined where it gives none
 */
export function readCodedPermalink(code: string): CodedPermalink | undefined {
  const key = /(?:^|[\s{,])["']?permalink["']?\s*(?=[:(])/g;
  if (!key.test(code)) return undefined;
  const start = key.lastIndex;
  const computed = /(?:^|[\s{,])["']?eleventyComputed["']?\s*:\s*(?=\{)/g;
  const isComputed =
    computed.test(code) &&
    computed.lastIndex < start &&
    start <= computed.lastIndex + valueAt(code, computed.lastIndex).length;
  const value = valueAt(code, start + (code[start] === ':' ? 1 : 0)).trim();
  return { permalink: translateText(value) ?? translateCode(value), isComputed };
}

/** The value that begins at an offset; of a function that has its name there, the function. */
export function readValue(code: string, start: number): string {
  const value = valueAt(code, start).trim();
  if (!/^\w{1,100}$/.test(value)) return value;
  const named = new RegExp(
    `\\bfunction\\s+${value}\\s*(?=\\()|\\b(?:const|let|var)\\s+${value}\\s*=\\s*`,
    'g',
  );
  return named.test(code) ? valueAt(code, named.lastIndex).trim() : value;
}

/**
 * The value that begins at an offset, up to the sign that ends it.
 * @param ends signs that end it where no bracket is open
 */
function valueAt(code: string, start: number, ends = ')}],;'): string {
  const limit = Math.min(code.length, start + LONGEST);
  let depth = 0;
  let at = start;
  for (; at < limit; at++) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(code)?.[0];
    const sign = code[at] ?? '';
    if (quoted !== undefined) at += quoted.length - 1;
    else if ('({['.includes(sign)) depth++;
    else if (depth === 0 && ends.includes(sign)) break;
    else if (')}]'.includes(sign)) depth--;
  }
  return code.slice(start, at);
}

/** A function with its parameter and its body: `(data) => …`, `function (data) {…}`, and `(data) {…}` of a method. */
const FUNCTION =
  /^(?:async\s+)?(?:function\b\s*\w*\s*)?(?:\(\s*(\{[^{}]*\}|\w*)(?:\s*:\s*\w+)?\s*\)|(\w+)(?=\s*=>))\s*(?:=>)?\s*([\s\S]*)$/;
/** What leaves the permalink of a template as it is, or writes no page. */
const UNCHANGED = /^(?:\w+\.permalink|permalink|undefined)$/;
const NO_PAGE = /^(?:false|null)$/;
/** On what starters make it depend whether there is a page. */
const ABOUT_DRAFTS = /draft|published|future|\benv\b/i;

/** The template that is the same as code; undefined where it leaves the permalink as it is, {@link COMPUTED} where no one knows. */
export function translateCode(code: string): string | undefined {
  const [, first, second, rest] = FUNCTION.exec(code) ?? [];
  const body = rest?.trim() ?? '';
  const values = body.startsWith('{') ? listReturned(body) : listChosen(body);
  const [inner = ''] = values;
  // A function that gives a function, as `addGlobalData` wants it.
  if (values.length > 0 && FUNCTION.test(inner) && /=>|^function\b/.test(inner)) return translateCode(inner);
  const pages = values.filter((value) => !NO_PAGE.test(value));
  // No one knows what else leaves out a page.
  if (pages.length < values.length && !ABOUT_DRAFTS.test(body)) return COMPUTED;
  if (pages.length > 0 && pages.every((value) => UNCHANGED.test(value))) return undefined;
  const [value = ''] = pages;
  return pages.length === 1 ? (translateText(value, first ?? second) ?? COMPUTED) : COMPUTED;
}

/** All that a function returns: the last is a function that it gives, which has returns of its own. */
function listReturned(body: string): readonly string[] {
  const returned: string[] = [];
  const next = /\breturn\b[ \t]*/g;
  for (let found = next.exec(body); found !== null; found = next.exec(body)) {
    const value = valueAt(body, next.lastIndex, '};\n').trim();
    returned.push(value);
    next.lastIndex += value.length;
  }
  return returned;
}

/** The two values of `isDraft ? false : x`, or the one that an expression is. */
function listChosen(expression: string): readonly string[] {
  const bare = /^\(([\s\S]*)\)$/.exec(expression)?.[1]?.trim() ?? expression;
  const [, yes, no] = /^[^?:`'"]+\?([^?:`'"]+):([^?:`'"]+)$/.exec(bare) ?? [];
  return yes === undefined || no === undefined ? [bare] : [yes.trim(), no.trim()];
}

/** A literal text as a template: `/blog/${data.page.fileSlug}/` of the parameter `data` is `/blog/{{ page.fileSlug }}/`. */
function translateText(value: string, parameter = ''): string | undefined {
  const plain = /^(?:"([^"\\\n]*)"|'([^'\\\n]*)')$/.exec(value);
  if (plain !== null) return plain[1] ?? plain[2];
  const [, template] = /^`([^`\\]*)`$/.exec(value) ?? [];
  if (template === undefined) return undefined;
  let isKnown = true;
  const written = template.replace(/\$\{([^{}]*)\}/g, (_, expression: string) => {
    const term = translateTerm(expression.trim(), parameter);
    if (term === undefined) isKnown = false;
    return `{{ ${term} }}`;
  });
  return isKnown && !/\$\{/.test(written) ? written : undefined;
}

function translateTerm(expression: string, parameter: string): string | undefined {
  const [, filter, inner] = /^this\.(slugify|slug)\(([^()]*)\)$/.exec(expression) ?? [];
  const path = (inner ?? expression).trim().split(/\??\./);
  // Of `({ page, title }) => …` the names are those of the data.
  const isOwn = parameter.startsWith('{')
    ? [...parameter.matchAll(/\w+/g)].some(([name]) => name === path[0])
    : path.shift() === parameter && parameter !== '';
  const term = path.join('.');
  if (!isOwn || !/^(?:page\.(?:fileSlug|filePathStem)|\w+)$/.test(term) || term === 'permalink')
    return undefined;
  return filter === undefined ? term : `${term} | ${filter}`;
}
