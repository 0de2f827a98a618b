import type { Candidate, Config } from '../model/index.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import { languageOfPath } from './language.ts';
import { readPath } from './path-facts.ts';

/** Finds the URL of the article that a reference in a body means. */
export type ResolveReference = (reference: string) => string | undefined;

/** The same, for references in the article of a path. */
export type ResolveReferenceOf = (reference: string, from: string) => string | undefined;

/** The file that a reference names by its place, whether it is an article or not. */
export interface FoundPage {
  /** Absolute. */
  readonly path: string;
  /** Where the tool publishes it, if it does. */
  readonly url: () => string | undefined;
}

/** The same, for references in the article of a path. */
export type FindPage = (reference: string, from: string) => FoundPage | undefined;

/** What a reference to an article needs to know of it. */
export type Referable = Pick<Candidate, 'path' | 'url'> & Partial<Pick<Candidate, 'title'>>;

interface Target {
  /** Path without extension and `index`, `/` between segments, `/` first. */
  readonly path: string;
  readonly url: string;
  /** The path of its file. */
  readonly file: string;
}

/**
 * Makes the lookup for `post_url`, `link`, `ref` and links to article files: by file name or path below any folder, with or
 * without extension, date and, with `preset: hugo`, language. Of several articles that answer to a reference, it means the one in
 * the language of the article that it is in; else it has no answer.
 * @param findPage asked first: what is named by its place is not searched for by its name
 */
export function createReferences(
  articles: readonly Referable[],
  config: Config,
  findPage: FindPage = () => undefined,
): ResolveReferenceOf {
  let targets: ReadonlyMap<string, readonly Target[]> | undefined;
  let urls: ReadonlyMap<string, string> | undefined;
  return (reference, from) => {
    const written = decodePercent(reference.replace(/[?#].*$/s, ''));
    const page = findPage(written, from);
    urls ??= new Map(articles.map(({ path, url }) => [path, url]));
    if (page !== undefined) return urls.get(page.path) ?? page.url();
    targets ??= indexTargets(articles, config);
    const path = normalise(written);
    const candidates = targets.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    const named = candidates.filter((target) => target.path.endsWith(path));
    const found = named.length > 0 ? named : candidates.filter(() => !path.includes('/', 1));
    const [only, ...others] = found.length > 1 ? keepLanguage(found, from, config) : found;
    return others.length > 0 ? undefined : only?.url;
  };
}

/** Makes the lookup for the title of the article at a URL, where titles are known. */
export function createTitles(articles: readonly Referable[]): (url: string) => string | undefined {
  let titles: ReadonlyMap<string, string | undefined> | undefined;
  return (url) => {
    titles ??= new Map(articles.map((article) => [article.url, article.title]));
    return titles.get(url);
  };
}

function keepLanguage(targets: readonly Target[], from: string, config: Config): readonly Target[] {
  const language = languageOfPath(from, config);
  const own = targets.filter(({ file }) => languageOfPath(file, config) === language);
  return own.length > 0 ? own : targets;
}

function indexTargets(
  articles: readonly Referable[],
  config: Config,
): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  for (const { path: file, url } of articles) {
    for (const path of namePaths(file.replaceAll('\\', '/'), config)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      for (const key of new Set([name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')])) {
        const known = targets.get(key);
        if (known) known.push({ path, url, file });
        else targets.set(key, [{ path, url, file }]);
      }
    }
  }
  return targets;
}

/** By what a file can be named: Hugo finds `name.fr.md` as `name`, too. */
function namePaths(file: string, config: Config): readonly string[] {
  const written = normalise(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (config.preset !== 'hugo' || readPath(name, config).language === undefined) return [written];
  return [written, normalise(file.replace(/\.[^./]+(?=\.[^./]+$)/, ''))];
}

/** `_posts/2020-01-01-name.md`, `./name.md`, `/blog/name/index.md` → the part that names the article, `/` first. */
function normalise(reference: string): string {
  const bare = reference
    .replace(/^(?:\.{1,2}\/)+|^@?\/+/, '')
    .replace(/^_(?:posts|drafts)\//, '')
    .replace(/\.(?:md|mdx|markdown|mkdn?|mdoc|svx|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '')
    .replace(/\/$/, '');
  return `/${bare}`;
}
