import { readdirSync, realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { BodyFormat, Problem } from '../model.ts';
import { problem } from '../problems.ts';

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
  mdx: 'markdown',
  rmd: 'markdown',
  qmd: 'markdown',
  text: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
};

/** Folders that hold a generator's own files, never articles. */
const SKIPPED_FOLDERS = /^(?:\..*|node_modules|_(?:site|includes|layouts|sass|data|templates)|__.*)$/;
/**
 * Finds the article files below a folder, in an order that does not depend on the disk.
 * Symbolic links are followed only to places inside the folder (R69).
 * @param isExcluded says which paths (below the folder, `/` between segments) to leave out
 */
export function findArticles(
  folder: string,
  workingDirectory: string,
  isExcluded: (relative: string) => boolean,
): { files: readonly ArticleFile[]; problems: readonly Problem[] } {
  const found: { files: ArticleFile[]; problems: Problem[] } = { files: [], problems: [] };
  const shown = (path: string) => displayPath(path, workingDirectory);
  const visit = (path: string, below: string): void => {
    for (const entry of list(path, shown(path), found.problems)) {
      const child = `${path}${sep}${entry.name}`;
      const relativePath = below === '' ? entry.name : `${below}/${entry.name}`;
      const isLink = entry.isSymbolicLink();
      if (isLink && !staysInside(child, folder)) continue;
      const isFolder = isLink ? statSync(child).isDirectory() : entry.isDirectory();
      if (isFolder) {
        if (!isLink && !SKIPPED_FOLDERS.test(entry.name) && !isExcluded(relativePath))
          visit(child, relativePath);
      } else if (isLink || entry.isFile()) {
        const format = formatOf(entry.name);
        if (format && !isExcluded(relativePath)) {
          found.files.push({ path: child, file: shown(child), relative: relativePath, format });
        }
      }
    }
  };
  visit(folder, '');
  found.files.sort((a, b) => (a.relative < b.relative ? -1 : a.relative > b.relative ? 1 : 0));
  return found;
}

/** A path as the user names it: relative to the working directory, `/` between segments. */
export function displayPath(path: string, workingDirectory: string): string {
  const shown = relative(workingDirectory, path) || '.';
  return sep === '/' ? shown : shown.split(sep).join('/');
}

function list(path: string, shown: string, problems: Problem[]) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    problems.push(problem('unreadable', { file: shown }, { reason: reasonOf(error) }));
    return [];
  }
}

/** Whether a path leads, after all symbolic links, into the folder. */
export function staysInside(link: string, folder: string): boolean {
  try {
    return `${realpathSync(link)}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return false;
  }
}

function formatOf(name: string): BodyFormat | undefined {
  if (name.startsWith('.')) return undefined;
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  return dot > 0 && Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** The system's short name of what went wrong, such as `EACCES`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
