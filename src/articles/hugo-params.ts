import type { FrontMatter } from './front-matter.ts';
import { HUGO_CONFIGURATIONS } from './hugo-cascade.ts';
import { isMapping } from './values.ts';

const HUGO_PARAMS = ['toml', 'yaml', 'yml', 'json'].map((ending) => `config/_default/params.${ending}`);

/**
 * A parameter of Hugo, whose names have no case: of the page, else of the site.
 * @param readFile the mapping in a file of the site, if there is one
 */
export function readHugoParameter(
  name: string,
  data: FrontMatter,
  readFile: (path: string) => FrontMatter | undefined,
): unknown {
  const steps = name.toLowerCase().split('.');
  const dataOf = (path: string) => readFile(path) ?? {};
  const holders = [
    () => stepInto(data, ['params', ...steps]),
    () => stepInto(data, steps),
    ...HUGO_PARAMS.map((path) => () => stepInto(dataOf(path), steps)),
    ...HUGO_CONFIGURATIONS.map((path) => () => stepInto(dataOf(path), ['params', ...steps])),
  ];
  for (const find of holders) {
    const value = find();
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The value that steps lead to, in whatever case. */
function stepInto(data: FrontMatter, steps: readonly string[]): unknown {
  let value: unknown = data;
  for (const step of steps) {
    if (!isMapping(value)) return undefined;
    const key = Object.keys(value).find((each) => each.toLowerCase() === step);
    value = key === undefined ? undefined : value[key];
  }
  return value;
}
