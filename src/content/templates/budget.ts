/** How much the templates of an article may still make: what is made of what was made grows without limit. */
export interface Budget {
  /** Characters that loops, captures, included files and shortcodes may still read. */
  read: number;
  /** Characters that large values may still have. */
  values: number;
}

interface Spender {
  readonly budget: Budget;
}

/** Loops in loops, and templates in templates, deeper than this are a circle or a program, not text. */
export const DEEPEST = 8;
/** What it costs to read one, however short it is. */
export const COST = 200;

/** More than any article shows by templates. */
const MOST_READ = 300_000;
const MOST_IN_VALUES = 4_000_000;
/** A value of fewer characters costs nothing. */
const SMALL = 1000;
/** Larger than anything that an article prints. */
const LARGEST_VALUE = 400_000;

export function createBudget(): Budget {
  return { read: MOST_READ, values: MOST_IN_VALUES };
}

/** Whether the article may have so many more characters read; they are spent then. */
export function spend({ budget }: Spender, characters: number): boolean {
  if (characters > budget.read) return false;
  budget.read -= characters;
  return true;
}

/** Whether the article may have one more value as large as this; it is spent then. */
export function affords({ budget }: Spender, value: unknown): boolean {
  const size = measure(value, LARGEST_VALUE);
  if (size <= SMALL) return true;
  if (size > LARGEST_VALUE || size > budget.values) return false;
  budget.values -= size;
  return true;
}

/** The characters and items in a value, counted until they are more than `most`. */
function measure(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length;
  if (!Array.isArray(value)) return 1;
  let size = value.length;
  for (const item of value) {
    if (size > most) break;
    size += measure(item, most - size);
  }
  return size;
}
