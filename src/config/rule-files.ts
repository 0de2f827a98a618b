import type { FeedFile, FeedFormat } from '../model/index.ts';
import { type RawFormats, readFeedFiles } from './feed-files.ts';

/**
 * The documents of a feed next to the main one.
 * @param paths the file, when it has the ending of one, else the folder of all documents; then those it had before
 * @param raw `formats` of the feed: a mapping names the files, a list chooses from those of the main feed
 */
export function resolveRuleFiles(
  [path = '', ...old]: readonly string[],
  raw: RawFormats | undefined,
  main: readonly FeedFile[],
): readonly FeedFile[] {
  const format = findFormat(path);
  const files =
    format === undefined
      ? nameFiles(raw, main).map((file) => placeFile(file, (name) => below(path, name)))
      : [{ format, path }];
  return old.length === 0 ? files : files.map((file) => addCopies(file, old));
}

/** A document with copies where it was before: in a folder under its own name, or in a file of its format. */
function addCopies(file: FeedFile, old: readonly string[]): FeedFile {
  const copies = old.flatMap((path) => {
    const format = findFormat(path);
    if (format === undefined) return [below(path, nameOf(file.path))];
    return format === file.format ? [path] : [];
  });
  const aliases = [...(file.aliases ?? []), ...copies];
  return aliases.length > 0 ? { ...file, aliases } : file;
}

function below(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}

/** A file with its own and its old paths changed. */
function placeFile({ format, path, aliases }: FeedFile, place: (path: string) => string): FeedFile {
  return { format, path: place(path), ...(aliases ? { aliases: aliases.map(place) } : {}) };
}

function nameFiles(raw: RawFormats | undefined, main: readonly FeedFile[]): readonly FeedFile[] {
  if (raw !== undefined && !Array.isArray(raw)) return readFeedFiles(raw);
  const chosen = raw === undefined ? main : readFeedFiles(raw);
  return chosen.map(({ format, path }) => ({
    format,
    path: nameOf(main.find((file) => file.format === format)?.path ?? path),
  }));
}

/** The format of a path that names a file: by its ending; `atom.xml` and `news.atom` are Atom. */
export function findFormat(path: string): FeedFormat | undefined {
  const name = nameOf(path);
  if (name.endsWith('.json')) return 'json';
  if (!/\.(?:xml|rss|atom)$/.test(name)) return undefined;
  return name.includes('atom') ? 'atom' : 'rss';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
