import { sep } from 'node:path';
import { listEntries, lookAt, staysInside } from '../files/places.ts';
import { reasonOf } from '../files/refused.ts';
import type { BodyFormat, Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { findAudioTexts } from './audio-texts.ts';
import { countForeign, type Foreign, nameForeign } from './foreign-files.ts';
import type { FoundFiles, FoundFolder } from './found-files.ts';
import { mayHandDown } from './names-of-defaults.ts';
import { isTaken, keepBundle, keepPosts } from './tool-files.ts';

/** An article file that was found. */
export interface ArticleFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user. */
  readonly file: string;
  /** Below its article folder, `/` between segments. */
  readonly relative: string;
  readonly format: BodyFormat;
}

const FORMATS: Readonly<Record<string, BodyFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkdown: 'markdown',
  mkdn: 'markdown',
  mkd: 'markdown',
  mdwn: 'markdown',
  mdtext: 'markdown',
  mdtxt: 'markdown',
  mdx: 'markdown',
  svx: 'markdown',
  mdoc: 'markdown',
  markdoc: 'markdown',
  rmd: 'markdown',
  qmd: 'markdown',
  text: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/** Folders that hold a generator's own files, never articles. */
const SKIPPED_FOLDERS = /^(?:\..*|node_modules|_(?:site|includes|layouts|sass|data|templates)|__.*)$/;
/** One file of those that were found. */
export function fileAt({ folders, names, folderOf }: FoundFiles, index: number): ArticleFile {
  const name = names[index] as string;
  const { path, file, relative } = folders[folderOf[index] as number] as FoundFolder;
  return {
    path: path + name,
    file: file + name,
    relative: relative + name,
    format: formatOf(name) as BodyFormat,
  };
}

/**
 * Finds the article files below folders: folder by folder, each sorted by its paths, so that nothing depends on the disk.
 * Symbolic links are followed only to places inside their folder (R69).
 * @param isExcluded says which paths (below the folder, `/` between segments; absolute) to leave out
 * @returns for each folder how many files it has
 */
export function findArticles(
  roots: readonly string[],
  workingDirectory: string,
  isExcluded: (relative: string, path: string) => boolean,
  preset?: Preset,
): {
  readonly found: FoundFiles;
  readonly counts: readonly number[];
  readonly foreign: readonly Foreign[];
  readonly problems: readonly Problem[];
} {
  const found = { folders: [] as FoundFolder[], names: [] as string[], folderOf: [] as number[] };
  const problems: Problem[] = [];
  const foreign = new Map<string, Foreign>();
  const visit = (root: string, folder: Omit<FoundFolder, 'defaults'>): void => {
    const path = withoutSeparator(folder.path);
    const all = list(path, withoutSeparator(folder.file) || '.', problems);
    const entries = folder.relative === '' ? all : keepBundle(all, preset);
    const defaults = entries.map(({ name }) => name).filter(mayHandDown);
    const index = found.folders.push({ ...folder, defaults }) - 1;
    for (const entry of entries) {
      const { name } = entry;
      const below = folder.relative + name;
      const kind = judge(entry, path, root);
      if (kind === undefined || isExcluded(below, folder.path + name)) continue;
      const shown = folder.file + name;
      if (kind === 'folder')
        visit(root, { path: folder.path + name + sep, file: `${shown}/`, relative: `${below}/` });
      else if (kind !== 'article') countForeign(foreign, kind, { path: folder.path + name, file: shown });
      else if (isTaken(name, path, preset)) {
        found.names.push(name);
        found.folderOf.push(index);
      }
    }
  };
  const counts = roots.map((root) => {
    const before = found.names.length;
    const shown = showPath(root, workingDirectory);
    visit(root, { path: root + sep, file: shown === '.' ? '' : `${shown}/`, relative: '' });
    return found.names.length - before;
  });
  return {
    found: preset === 'jekyll' ? keepPosts(found) : found,
    counts,
    foreign: [...foreign.values()],
    problems,
  };
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isFile: boolean;
}

function withoutSeparator(prefix: string): string {
  return prefix.slice(0, -1);
}

/** The entries of a folder, sorted as their whole paths are. */
function list(path: string, file: string, problems: Problem[]): readonly Entry[] {
  try {
    const entries = listEntries(path);
    const texts = findAudioTexts(
      path,
      entries.map(({ name }) => name),
    );
    return entries
      .filter(({ name }) => !texts.has(name))
      .map((entry) => {
        const [isFolder, isLink] = [entry.isDirectory(), entry.isSymbolicLink()];
        const key = isFolder ? `${entry.name}/` : entry.name;
        return { name: entry.name, isFolder, isLink, isFile: entry.isFile(), key };
      })
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  } catch (error) {
    problems.push(problem('unreadable', { file }, { reason: reasonOf(error) }));
    return [];
  }
}

/** What an entry of a folder is for the site: an article, a folder with articles, nothing, or what is left out, as words. */
function judge(
  { name, isFolder, isLink, isFile }: Entry,
  folder: string,
  root: string,
): 'folder' | 'article' | string | undefined {
  if (isFolder) return SKIPPED_FOLDERS.test(name) ? undefined : 'folder';
  const isArticle = formatOf(name) !== undefined;
  if (!isLink) return isArticle ? (isFile ? 'article' : SPECIAL) : nameForeign(name);
  const path = `${folder}${sep}${name}`;
  const target = lookAt(path);
  const isTree = target?.isDirectory() ?? false;
  if (!(isArticle || isTree) || SKIPPED_FOLDERS.test(name)) return nameForeign(name);
  if (!staysInside(path, root)) return 'link that leads out of the folder';
  // The articles of a folder are found where it is.
  if (isTree) return undefined;
  return target?.isFile() ? 'article' : SPECIAL;
}

const SPECIAL = 'pipe, device or socket';

/** Text that crawlers, hosts and this program look for by its name. */
const FOR_PROGRAMS = /^(?:robots|humans|security|llms(?:-full)?|(?:app-)?ads|feedwright-manifest)\.txt$/i;

function formatOf(name: string): BodyFormat | undefined {
  if (name.startsWith('.') || FOR_PROGRAMS.test(name)) return undefined;
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  return dot > 0 && Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}
