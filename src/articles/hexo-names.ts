import { toHexoSlug } from './hexo-slug.ts';

/** What Hexo reads out of the path of a post. */
export interface HexoName {
  /** What `:title` stands for in URLs. */
  readonly title: string;
  /** Keys that the path gives the post, such as `lang`. */
  readonly keys: Readonly<Record<string, string>>;
}

/** A text as it is, or a placeholder: of so many digits, or any text. */
type Part = string | { readonly name: string; readonly digits?: readonly number[] };

const DIGITS: Readonly<Record<string, readonly number[]>> = {
  year: [4],
  month: [2],
  day: [2],
  i_month: [2, 1],
  i_day: [2, 1],
};
/** Parts of a path that are no keys. */
const NO_KEYS: ReadonlySet<string> = new Set(['title', 'hash', ...Object.keys(DIGITS)]);
const LONGEST_PATH = 1000;

/**
 * Reads `new_post_name`, by which Hexo takes the path of a post apart. Of a path that is not so, all is the title, as a slug
 * (parseFilename of its processor for posts).
 */
export function createNameReader(template: string): (relative: string) => HexoName {
  const parts = splitTemplate(withoutEnding(template));
  return (relative) => {
    const path = withoutEnding(relative);
    const found = path.length > LONGEST_PATH ? {} : (matchParts(parts, path) ?? {});
    const keys = Object.entries(found).filter(([name]) => !NO_KEYS.has(name));
    return { title: found.title ?? toHexoSlug(path), keys: Object.fromEntries(keys) };
  };
}

function withoutEnding(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, '');
}

function splitTemplate(template: string): readonly Part[] {
  return template.split(/:(\w*[^\W_])/).flatMap((text, index): readonly Part[] => {
    if (index % 2 === 0) return text === '' ? [] : [text];
    const digits = DIGITS[text];
    return [digits === undefined ? { name: text } : { name: text, digits }];
  });
}

/** The shortest text for each placeholder that lets the whole path fit; what did not fit once is not tried again. */
function matchParts(parts: readonly Part[], path: string): Readonly<Record<string, string>> | undefined {
  const failed = new Set<number>();
  const match = (index: number, from: number): Record<string, string> | undefined => {
    const part = parts[index];
    if (part === undefined) return from === path.length ? {} : undefined;
    const state = index * (LONGEST_PATH + 1) + from;
    if (failed.has(state)) return undefined;
    for (const end of listEnds(part, path, from, index === parts.length - 1)) {
      const rest = match(index + 1, end);
      if (rest !== undefined)
        return typeof part === 'string' ? rest : { [part.name]: path.slice(from, end), ...rest };
    }
    failed.add(state);
    return undefined;
  };
  return match(0, 0);
}

/** Where a part that begins at a place may end. */
function* listEnds(part: Part, path: string, from: number, isLast: boolean): Generator<number> {
  if (typeof part === 'string') {
    if (path.startsWith(part, from)) yield from + part.length;
  } else if (part.digits !== undefined) {
    for (const count of part.digits) if (isDigits(path.slice(from, from + count), count)) yield from + count;
  } else {
    for (let end = isLast ? path.length : from + 1; end <= path.length && end > from; end++) yield end;
  }
}

function isDigits(text: string, count: number): boolean {
  return text.length === count && /^\d+$/.test(text);
}
