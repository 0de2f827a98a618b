import type { Candidate, Config } from '../model/index.ts';
import { readPath } from './path-facts.ts';
import type { Referable } from './references.ts';

/**
 * The URL of a file that an article names.
 * @param written as the article names it
 * @param url where it would be
 */
export type PlaceFile = (written: string, url: string) => string;

/** Whether a path means a file next to the article. */
type IsBeside = (path: string) => boolean;

/**
 * Makes the search for the files of a page bundle of Hugo that is there in several languages: `photo.he.png` is the Hebrew
 * `photo.png`, and what all languages share is published once, with the article in the main one (Hugo 0.123 and later).
 * @param targets all articles of the site
 */
export function createBundleFiles(
  targets: readonly Referable[],
  { preset, languages, ...config }: Config,
): (article: Candidate, isBeside: IsBeside) => PlaceFile {
  if (preset !== 'hugo' || languages === undefined || languages.length < 2) return () => (_, url) => url;
  let urls: ReadonlyMap<string, string> | undefined;
  const findMain = (path: string) => {
    urls ??= new Map(targets.map((target) => [target.path, target.url]));
    return urls.get(path.replace(SUFFIX, '$1$3')) ?? urls.get(path.replace(SUFFIX, `$1.${languages[0]}$3`));
  };
  return (article, isBeside) => {
    const name = article.path.slice(article.path.search(/[^\\/]*$/));
    if (!/^index\./.test(name)) return (_, url) => url;
    const { language } = readPath(name, { ...config, preset, languages });
    const shared = language === undefined ? undefined : findMain(article.path);
    return (written, url) => {
      if (!FILE.test(written)) return url;
      const own = written.replace(/\.\w+$/, `.${language ?? languages[0]}$&`);
      if (isBeside(own)) return new URL(own, article.url).href;
      return shared !== undefined && isBeside(written) ? new URL(written, shared).href : url;
    };
  };
}

/** The language in the name of a file. */
const SUFFIX = /(\bindex)\.([\w-]+)(\.\w+)$/;
/** A file in the folder of the article. */
const FILE = /^(?!\/|[a-z][a-z\d+.-]*:|(?:.*\/)?\.\.\/)[^?#]+\.\w+$/i;
