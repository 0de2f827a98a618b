import type { Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { findFact } from './keys.ts';
import { readPath } from './path-facts.ts';
import { toText } from './values.ts';

/** The language of an article as a canonical BCP 47 tag: its front matter, else the suffix of its file name. */
export function readLanguage(
  data: FrontMatter,
  relative: string,
  config: Config,
  placeOf: (key: string) => Place,
): { readonly language?: string | undefined; readonly problems: readonly Problem[] } {
  const found = findFact(data, 'language');
  const written = found ? toText(found.value)?.replaceAll('_', '-') : readPath(relative, config).language;
  if (written === undefined) return { problems: [] };
  const language = canonicalize(written);
  if (language !== undefined) return { language, problems: [] };
  const key = found?.key ?? 'file name';
  return { problems: [problem('bad-language', placeOf(key), { key, value: written })] };
}

/** Undefined for what is no tag, and for a word such as `english`: no language has a code of more than three letters. */
function canonicalize(written: string): string | undefined {
  if (/^\p{L}{4,}/u.test(written)) return undefined;
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}
