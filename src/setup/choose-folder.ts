/** An article file, and whether it can be published. */
export interface TriedFile {
  /** Relative, `/` between segments. */
  readonly file: string;
  readonly isFit: boolean;
}

/**
 * The folder with the most articles among those in which every file is one: where a tool keeps pages without a date beside its
 * articles.
 * @returns relative like the files; undefined when there is none, or it is the top
 */
export function chooseFolder(files: readonly TriedFile[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { file, isFit } of files)
    for (const folder of listFolders(file))
      counts.set(folder, isFit ? (counts.get(folder) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  const [best] = [...counts].toSorted(
    ([a, many], [b, more]) => more - many || a.length - b.length || (a < b ? -1 : 1),
  );
  return best && best[1] > 1 ? best[0] : undefined;
}

/** `a`, `a/b` of `a/b/c.md`. */
function listFolders(file: string): readonly string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}
