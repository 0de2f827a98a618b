import { resolve } from 'node:path';
import type { Config } from '../model/index.ts';
import type { AllowableCode } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';

type Files = string | readonly string[];

/** `allow` as it is in the file, after the check: for everything, or for files relative to the configuration. */
export type RawAllow =
  | AllowableCode
  | readonly AllowableCode[]
  | { readonly [Code in AllowableCode]?: Files };

/** Codes, and where they are allowed for one file alone `CODE:FILE` with the file as messages show it. */
export function resolveAllow(
  raw: RawAllow = [],
  { root, workingDirectory }: Pick<Config, 'root' | 'workingDirectory'>,
): readonly string[] {
  if (typeof raw === 'string') return [raw];
  if (isList(raw)) return raw;
  return Object.entries(raw).flatMap(([code, files]) =>
    [files].flat().map((file) => `${code}:${showPath(resolve(root, file), workingDirectory)}`),
  );
}

function isList(raw: RawAllow): raw is readonly AllowableCode[] {
  return Array.isArray(raw);
}
