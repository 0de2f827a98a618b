import { escapePattern } from '../config/folders.ts';

/**
 * The fewest patterns for some files and no others: a folder where all in it are meant.
 * @param files below the article folder, `/` between segments
 * @param others files that no pattern may fit
 */
export function nameFiles(files: readonly string[], others: readonly string[]): readonly string[] {
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
