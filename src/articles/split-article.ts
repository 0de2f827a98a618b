import type { Preset } from '../model/index.ts';
import { type Split, splitFrontMatter, splitUnopened } from './fence.ts';
import { splitMetadata } from './metadata-lines.ts';

/**
 * Finds the front matter at the top of an article as its tool would: between fences; for Hexo without the first one; without a
 * preset as lines of metadata too.
 * @param bytes the first bytes of the file
 * @param whole whether these are all of its bytes
 */
export function splitArticle(bytes: Buffer, whole: boolean, preset: Preset | undefined): Split {
  const split = splitFrontMatter(bytes, whole);
  if (split.kind === 'unopened' && preset === 'hexo') return splitUnopened(bytes) ?? split;
  if (split.kind !== 'none' || preset !== undefined) return split;
  const metadata = splitMetadata(bytes, whole);
  return metadata === 'incomplete' ? { kind: 'incomplete' } : (metadata ?? split);
}
