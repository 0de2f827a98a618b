/** An article and the id that readers know it by. */
export interface Example {
  readonly wanted: string;
  /** The id that the article would have with a template; undefined when it would have none. */
  readonly expand: (template: string) => string | undefined;
}

/** Before a base, so that an empty placeholder at its beginning leaves no slash. */
const MARK = 'x/';

/**
 * Looks for the one `id:` template that gives every example the id that it has. It is guessed from some of the examples and holds
 * only when it explains all of them.
 * @param bases what an id may be built around, the best first: `:url`, `:year/:month/:slug`, `:slug`
 * @param least how many examples it must explain, if not all: then the one that explains most, of several the first
 */
export function proposeTemplate(
  examples: readonly Example[],
  bases: readonly string[],
  least = examples.length,
): string | undefined {
  const chosen = new Set([examples[0], examples[examples.length >> 1], examples.at(-1)]);
  const guesses = bases.flatMap((base) =>
    [...chosen].flatMap((example) => (example ? guessTemplates(example, base) : [])),
  );
  const ranked = [...new Set(guesses)].map((template) => ({
    template,
    count: examples.filter(({ wanted, expand }) => expand(template) === wanted).length,
  }));
  const most = Math.max(least, ...ranked.map(({ count }) => count));
  return ranked.find(({ count }) => count === most)?.template;
}

/** The id with what a base stands for replaced by the base: around it as it is, and with the date of the article. */
function guessTemplates(example: Example, base: string): readonly string[] {
  const { wanted } = example;
  const value = read(example, base);
  const at = value === '' ? -1 : wanted.lastIndexOf(value);
  if (at < 0 || /\s/.test(wanted)) return [];
  const [before, after] = [wanted.slice(0, at), wanted.slice(at + value.length)];
  return [before + base + after, replaceDate(before, example) + base + replaceDate(after, example)];
}

function replaceDate(text: string, example: Example): string {
  const [year, month, day] = [':year', ':month', ':day'].map((name) => read(example, name));
  if (![year, month, day].every((value) => /^\d+$/.test(value ?? ''))) return text;
  return text
    .replace(new RegExp(`${year}([-/.]?)${month}([-/.]?)${day}`), ':year$1:month$2:day')
    .replace(new RegExp(`${year}([-/.])${month}(?!\\d)`), ':year$1:month')
    .replace(new RegExp(`(?<=/)${year}(?=/)`), ':year');
}

/** What a base stands for; an article with a URL of its own expands no template. */
function read({ expand }: Example, base: string): string {
  const expanded = expand(MARK + base) ?? '';
  return expanded.startsWith(MARK) ? expanded.slice(MARK.length) : '';
}
