import type { FeedFile, FeedFormat } from '../model/index.ts';
import { toList } from '../text/data.ts';

/** `formats` as the configuration file has it, after the check. */
export type RawFormats = readonly FeedFormat[] | Partial<Readonly<Record<FeedFormat, RawFormat>>>;

/** A path, whether the format is written, or the path with the old ones that the document is also written to. */
type RawFormat = string | boolean | { readonly path?: string; readonly aliases?: string | readonly string[] };

const DEFAULTS: readonly FeedFile[] = [
  { format: 'rss', path: 'rss.xml' },
  { format: 'atom', path: 'atom.xml' },
  { format: 'json', path: 'feed.json' },
];

/** Which feeds are written where. A list chooses formats; a mapping changes single defaults. */
export function readFeedFiles(raw: RawFormats = {}): readonly FeedFile[] {
  if (isList(raw)) return DEFAULTS.filter(({ format }) => raw.includes(format));
  return DEFAULTS.flatMap(({ format, path }) => {
    const given = raw[format] ?? true;
    if (given === false) return [];
    if (typeof given !== 'object') return [{ format, path: given === true ? path : given }];
    const aliases = toList(given.aliases);
    return [{ format, path: given.path ?? path, ...(aliases.length > 0 ? { aliases } : {}) }];
  });
}

/** A file to write, with the setting that asks for it: `rss`, or `rss.aliases`. */
export interface NamedFile extends FeedFile {
  readonly setting: string;
}

/** Two files that would be one; disks that ignore case count too. */
export function findSharedFile(files: readonly FeedFile[]): readonly NamedFile[] {
  const aliases = files.flatMap(({ format, aliases = [] }) =>
    aliases.map((path) => ({ format, path, setting: `${format}.aliases` })),
  );
  const named = [...files.map((file) => ({ ...file, setting: file.format })), ...aliases];
  const fold = ({ path }: FeedFile) => path.normalize('NFC').toLowerCase();
  return (
    named
      .map((file) => named.filter((other) => fold(other) === fold(file)))
      .find((same) => same.length > 1) ?? []
  );
}

function isList(raw: RawFormats): raw is readonly FeedFormat[] {
  return Array.isArray(raw);
}
