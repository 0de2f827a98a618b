import type { Problem } from '../model/index.ts';

/** How problems are written; `text` is for people, the others are for the machine that runs the command. */
export const OUTPUT_FORMATS = ['text', 'json', 'github', 'gitlab', 'sarif'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** A file as CI knows it: relative to the root of the repository; undefined for anything that is not a file of it. */
export type ToRepositoryPath = (file: string) => string | undefined;

/** A problem and the file of the repository that it is in, if it is in one. */
export interface PlacedProblem extends Problem {
  readonly path: string | undefined;
}

/**
 * The format that was asked for, else that of the CI this runs in, else text.
 * @returns undefined when it is not a format
 */
export function chooseFormat(
  asked: string | undefined,
  { GITHUB_ACTIONS, GITLAB_CI }: Environment,
): OutputFormat | undefined {
  if (asked !== undefined) return OUTPUT_FORMATS.find((format) => format === asked);
  if (GITHUB_ACTIONS === 'true') return 'github';
  return GITLAB_CI === 'true' ? 'gitlab' : 'text';
}

/** @param problems worst first */
export function placeProblems(
  problems: readonly Problem[],
  toRepositoryPath: ToRepositoryPath,
): readonly PlacedProblem[] {
  return problems.map((found) => ({ ...found, path: toRepositoryPath(found.file) }));
}
