import { parse } from 'node:path';
import type { Preset } from '../model/index.ts';
import { type Split, splitFrontMatter, splitUnopened } from './fence.ts';
import { splitMetadata } from './metadata-lines.ts';
import { splitNotionPage, titleOfNotionPage } from './notion-page.ts';

/**
 * Finds the front matter at the top of an article as its tool would: between fences; for Hexo without the first one; without a
 * preset as lines of metadata or properties of Notion too.
 * @param bytes the first bytes of the file
 * @param whole whether these are all of its bytes
 * @param path of the file, whose name tells pages of Notion
 */
export function splitArticle(bytes: Buffer, whole: boolean, preset: Preset | undefined, path = ''): Split {
  const split = splitFrontMatter(bytes, whole);
  if (split.kind === 'unopened' && preset === 'hexo') return splitUnopened(bytes) ?? split;
  if (split.kind !== 'none' || preset !== undefined) return split;
  const isOfNotion = titleOfNotionPage(parse(path).name) !== undefined;
  const metadata = (isOfNotion ? splitNotionPage : splitMetadata)(bytes, whole);
  return metadata === 'incomplete' ? { kind: 'incomplete' } : (metadata ?? split);
}
