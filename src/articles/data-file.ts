import { isUtf8 } from 'node:buffer';
import { readWhole } from '../files/read.ts';
import { reasonOf } from '../files/refused.ts';
import type { Config, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { showPath } from '../problems/show-path.ts';
import { readFrontMatter } from './front-matter.ts';

const MAXIMUM_BYTES = 1_048_576;

/** Reads a small YAML or JSON file of the site, such as `authors.yml`; empty if it can't be read. */
export function readDataFile(
  path: string,
  config: Config,
): { readonly data: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] } {
  const file = showPath(path, config.workingDirectory);
  try {
    const bytes = readWhole(path, { maximum: MAXIMUM_BYTES, inside: [config.root, ...config.articles] });
    if (!isUtf8(bytes))
      return { data: {}, problems: [problem('not-utf8', { file }, { encoding: undefined })] };
    const language = path.endsWith('.json') ? 'json' : 'yaml';
    const text = bytes.toString('utf8');
    const block = { kind: 'block', language, text, line: 1, bodyOffset: 0, isFile: true } as const;
    return readFrontMatter(block, file, config.preset === 'jekyll');
  } catch (error) {
    return { data: {}, problems: [problem('unreadable', { file }, { reason: reasonOf(error) })] };
  }
}
