import { basename, join, relative } from 'node:path';
import type { Candidate, Config } from '../model/index.ts';
import { languageOfFolder } from './language.ts';
import { readPath } from './path-facts.ts';
import type { Referable } from './references.ts';

/**
 * The URL of a file that an article names.
 * @param written as the article names it
 * @param url where it would be
 */
export type PlaceFile = (written: string, url: string) => string;

/** Whether a path means a file next to an article: this one, or that of a file. */
type IsBeside = (path: string, file?: string) => boolean;

/**
 * Makes the search for the files of a page bundle of Hugo that is there in several languages: `photo.he.png` is the Hebrew
 * `photo.png`, and what several languages share is published once, with the article in the main one, or in the first language
 * whose folder has it (Hugo 0.123 and later).
 * @param targets all articles of the site
 */
export function createBundleFiles(
  targets: readonly Referable[],
  config: Config,
): (article: Candidate, isBeside: IsBeside) => PlaceFile {
  const { preset, languages } = config;
  if (preset !== 'hugo' || languages === undefined || languages.length < 2) return () => (_, url) => url;
  let urls: ReadonlyMap<string, string> | undefined;
  const findUrl = (path: string) => {
    urls ??= new Map(targets.map((target) => [target.path, target.url]));
    return urls.get(path);
  };
  return (article, isBeside) => {
    const { path } = article;
    const name = basename(path);
    if (!/^index\./.test(name)) return (_, url) => url;
    const { language } = readPath(name, config);
    const main = () =>
      findUrl(path.replace(SUFFIX, '$1$3')) ?? findUrl(path.replace(SUFFIX, `$1.${languages[0]}$3`));
    const shared = language === undefined ? undefined : main();
    const others = listOtherBundles(article, config);
    return (written, url) => {
      if (!FILE.test(written)) return url;
      const own = written.replace(/\.\w+$/, `.${language ?? languages[0]}$&`);
      if (isBeside(own)) return new URL(own, article.url).href;
      if (isBeside(written)) return shared === undefined ? url : new URL(written, shared).href;
      const owner = others.map((file) => isBeside(written, file) && findUrl(file)).find(Boolean);
      return owner ? new URL(written, owner).href : url;
    };
  };
}

/** The files that the same bundle of Hugo has in the folders of the other languages, in their order. */
export function listOtherBundles({ path }: Pick<Candidate, 'path'>, config: Config): readonly string[] {
  if (config.preset !== 'hugo' || !/^index\./.test(basename(path))) return [];
  const { languages = [], languageFolders } = config;
  const language = languageOfFolder({ path, relative: '' }, config);
  const own = language === undefined ? undefined : languageFolders[language];
  if (own === undefined) return [];
  const rest = relative(own, path);
  return languages.flatMap((each) => {
    const folder = languageFolders[each];
    return folder === undefined || folder === own ? [] : [join(folder, rest)];
  });
}

/** The language in the name of a file. */
const SUFFIX = /(\bindex)\.([\w-]+)(\.\w+)$/;
/** A file in the folder of the article. */
const FILE = /^(?!\/|[a-z][a-z\d+.-]*:|(?:.*\/)?\.\.\/)[^?#]+\.\w+$/i;
