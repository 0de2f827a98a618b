import type { FeedFormat } from '../model.ts';

/** `formats` as the configuration file has it, after the check. */
export type RawFormats = readonly FeedFormat[] | Partial<Readonly<Record<FeedFormat, string | boolean>>>;

export interface FeedFile {
  readonly format: FeedFormat;
  /** Below the output folder, `/` between segments. */
  readonly path: string;
}

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
    return given === false ? [] : [{ format, path: given === true ? path : given }];
  });
}

/** A file that two feeds would share; disks that ignore case count too. */
export function findSharedFile(files: readonly FeedFile[]): readonly FeedFile[] {
  const fold = ({ path }: FeedFile) => path.normalize('NFC').toLowerCase();
  return (
    files
      .map((file) => files.filter((other) => fold(other) === fold(file)))
      .find((same) => same.length > 1) ?? []
  );
}

function isList(raw: RawFormats): raw is readonly FeedFormat[] {
  return Array.isArray(raw);
}
