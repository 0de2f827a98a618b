import { asText, type Project } from './project.ts';

const SIGNS = /[*?[\]{}]/;
/** What ends so is a program, a style sheet, an image or a file of a tool. */
const NO_ARTICLE =
  /\.(?:[cm]?[jt]sx?|css|s[ac]ss|less|gem|gemspec|lock|nix|toml|ya?ml|svg|png|jpe?g|gif|webp|ico)$/i;
/** Folders and files in which no article is looked for. */
const NO_FOLDER = /(?:^|\/)(?:\.[^/*]+|node_modules|_site)(?:\/|$)/;

/** Where a tool looks for what it leaves out, and where the articles are: both below the project, empty or with `/` at their end. */
export interface IgnoredPlace {
  readonly folder: string;
  readonly articles: readonly string[];
}

/**
 * Files that a tool leaves out, as patterns of `exclude`. What is not there, or can be no article, needs none.
 * @param written paths and patterns as the tool has them
 */
export function excludeIgnored(
  written: readonly unknown[],
  { folder, articles }: IgnoredPlace,
  project: Project,
): readonly string[] {
  const found = written.flatMap((each) => {
    const plain = asText(each)?.replace(/^\.?\/+/, '') ?? '';
    const bare = plain.replace(/\/+$/, '');
    if (bare === '' || bare.startsWith('..') || NO_ARTICLE.test(bare) || NO_FOLDER.test(bare)) return [];
    if (bare.startsWith('**/')) return spread(bare, plain);
    const path = folder + bare;
    const fixed = path.slice(0, path.search(SIGNS));
    const isNear = articles.some(
      (each) => `${path}/`.startsWith(each) || (SIGNS.test(path) && each.startsWith(fixed)),
    );
    const isThere = project.list(fixed.slice(0, fixed.lastIndexOf('/') + 1)).length > 0;
    if (!isNear || (SIGNS.test(path) && !isThere)) return [];
    const top = `/${project.base}${path}`;
    return SIGNS.test(path) ? spread(top, plain) : findIn(project, path).map((end) => top + end);
  });
  return [...new Set(found)];
}

/** A pattern, and what is in the folders that it may name. */
function spread(pattern: string, written: string): readonly string[] {
  if (written.endsWith('/')) return [`${pattern}/**`];
  return /\*$|\.\w+$/.test(pattern) ? [pattern] : [pattern, `${pattern}/**`];
}

/** What is behind a path in the pattern for it, by what is there. */
function findIn(project: Project, path: string): readonly string[] {
  const names = project.list(path.slice(0, path.lastIndexOf('/') + 1));
  const name = path.slice(path.lastIndexOf('/') + 1);
  return names.includes(`${name}/`) ? ['/**'] : names.includes(name) ? [''] : [];
}

/** The lines of a file such as `.eleventyignore`: a name without a slash is one in any folder. */
export function readIgnoreLines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#!]/.test(line))
    .map((line) => (/\/./.test(line) ? line : `**/${line}`));
}
