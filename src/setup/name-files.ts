import { escapePattern } from '../config/folders.ts';

/** A file of an article, in the folder of `articles` that it is in. */
export interface PlacedFile {
  readonly folder: string;
  /** Below that folder. */
  readonly below: string;
  /** Below the configuration, with `/` in front. */
  readonly rooted: string;
}

/** Patterns below the article folder; below the configuration for a file that another folder has, too, where it is fit. */
export function nameUnfit(unfit: readonly PlacedFile[], fit: readonly PlacedFile[]): readonly string[] {
  const kept = new Set(fit.map(({ below }) => below));
  const plain = unfit.filter(({ below }) => !kept.has(below)).map(({ below }) => below);
  const rooted = unfit.filter(({ below }) => kept.has(below)).map((file) => file.rooted);
  return [
    ...nameFiles(plain, [...kept]),
    ...nameFiles(
      rooted,
      fit.map((file) => file.rooted),
    ),
  ];
}

/**
 * The fewest patterns for some files and no others: a folder where all in it are meant.
 * @param files below the article folder, `/` between segments
 * @param others files that no pattern may fit
 */
function nameFiles(files: readonly string[], others: readonly string[]): readonly string[] {
  const patterns = files.map((file) => {
    const segments = file.split('/').slice(0, -1);
    const folders = segments.map((_, i) => `${segments.slice(0, i + 1).join('/')}/`);
    const whole = folders.find(
      (folder) =>
        !others.some((other) => other.startsWith(folder)) &&
        files.filter((each) => each.startsWith(folder)).length > 1,
    );
    return whole === undefined ? escapePattern(file) : `${escapePattern(whole)}**`;
  });
  return [...new Set(patterns)];
}
