import type { Candidate } from '../model/index.ts';
import { decodePercent } from '../text/percent-encoding.ts';

/** Finds the URL of the article that a reference in a body means. */
export type ResolveReference = (reference: string) => string | undefined;

/** What a reference to an article needs to know of it. */
export type Referable = Pick<Candidate, 'path' | 'url'>;

interface Target {
  /** Path without extension and `index`, `/` between segments, `/` first. */
  readonly path: string;
  readonly url: string;
}

/**
 * Makes the lookup for `post_url`, `link`, `ref` and links to article files: by file name or path below any folder, with or
 * without extension and date. A reference that several articles answer to has no answer.
 * @param findPage asked where no article is meant
 */
export function createReferences(
  articles: readonly Referable[],
  findPage: ResolveReference = () => undefined,
): ResolveReference {
  let targets: ReadonlyMap<string, readonly Target[]> | undefined;
  return (reference) => {
    targets ??= indexTargets(articles);
    const path = normalise(decodePercent(reference.replace(/[?#].*$/s, '')));
    const candidates = targets.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    const named = candidates.filter((target) => target.path.endsWith(path));
    const found = named.length > 0 ? named : candidates.filter(() => !path.includes('/', 1));
    if (found.length > 1) return undefined;
    return found[0]?.url ?? findPage(reference);
  };
}

function indexTargets(articles: readonly Referable[]): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  for (const { path: file, url } of articles) {
    const path = normalise(file.replaceAll('\\', '/'));
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const key of new Set([name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')])) {
      const known = targets.get(key);
      if (known) known.push({ path, url });
      else targets.set(key, [{ path, url }]);
    }
  }
  return targets;
}

/** `_posts/2020-01-01-name.md`, `./name.md`, `/blog/name/index.md` → the part that names the article, `/` first. */
function normalise(reference: string): string {
  const bare = reference
    .replace(/^(?:\.{1,2}\/)+|^\/+/, '')
    .replace(/^_(?:posts|drafts)\//, '')
    .replace(/\.(?:md|mdx|markdown|mkdn?|mdoc|svx|html?)$/i, '')
    .replace(/(?:^|\/)_?index$/i, '')
    .replace(/\/$/, '');
  return `/${bare}`;
}
