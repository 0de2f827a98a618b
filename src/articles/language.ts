import { sep } from 'node:path';
import type { Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isLanguageName } from '../text/language-codes.ts';
import type { FrontMatter } from './front-matter.ts';
import { findFact } from './names-of-facts.ts';
import { readPath } from './path-facts.ts';
import { toText } from './values.ts';

/**
 * The language of an article as a canonical BCP 47 tag: its front matter, else the suffix of its file name, else the folder of a
 * language that the configuration names.
 */
export function readLanguage(
  data: FrontMatter,
  { path, relative }: Located,
  config: Config,
  placeOf: (key: string) => Place,
): { readonly language?: string | undefined; readonly problems: readonly Problem[] } {
  const found = findFact(data, 'language');
  const written = found
    ? toText(found.value)?.replaceAll('_', '-')
    : (readPath(relative, config).language ?? languageOfFolder({ path, relative }, config));
  if (written === undefined) return { problems: [] };
  const language = canonicalize(written);
  if (language !== undefined) return { language, problems: [] };
  const key = found?.key ?? 'file name';
  return { problems: [problem('bad-language', placeOf(key), { key, value: written })] };
}

/** Where an article is: its absolute path, and the one below its article folder. */
interface Located {
  readonly path: string;
  readonly relative: string;
}

/** The language that the folder of an article is named for, whatever the configuration says of languages. */
export function guessLanguage({ relative }: Located): string | undefined {
  const named = relative
    .split('/')
    .slice(0, -1)
    .find((step) => isLanguageName(step, undefined));
  return named === undefined ? undefined : canonicalize(named.replaceAll('_', '-'));
}

/** What the name and the folder of a file say of its language, without its front matter; else the main language. */
export function languageOfPath(path: string, config: Config): string | undefined {
  const source = config.sources.find((folder) => path.startsWith(`${folder}${sep}`));
  const relative = (source === undefined ? path : path.slice(source.length + 1)).replaceAll('\\', '/');
  return placeLanguage({ path, relative }, config, readPath(relative, config).language);
}

/**
 * The language that the name and the folder of an article say, else the main one of several.
 * @param named what its name says
 */
export function placeLanguage(place: Located, config: Config, named: string | undefined): string | undefined {
  return named ?? languageOfFolder(place, config) ?? config.languages?.[0];
}

/** The language of the folder of an article, or of its name in a folder that has the article in all languages. */
export function languageOfFolder(
  { path, relative }: Located,
  { languages, languageFolders, preset }: Config,
): string | undefined {
  const [own] = Object.entries(languageFolders)
    .filter(([, folder]) => path.startsWith(`${folder}${sep}`))
    .toSorted(([, a], [, b]) => b.length - a.length);
  if (own) return own[0];
  const folders = relative.split('/').slice(0, -1);
  const [first = ''] = folders;
  if (languages === undefined) return undefined;
  if (isLanguageName(first, languages)) return first;
  // Or the other way round, `hello/de.md`; to these two that is a page of another name.
  const name = relative.slice(relative.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const isNamed = folders.length > 0 && preset !== 'hugo' && preset !== 'zola';
  return isNamed && isLanguageName(name, languages) ? name : undefined;
}

/** Undefined for anything that is not a tag, and for a word such as `english`: no language has a code of more than three letters. */
function canonicalize(written: string): string | undefined {
  if (/^\p{L}{4,}/u.test(written)) return undefined;
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}
