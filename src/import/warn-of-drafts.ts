import type { Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

/** Tools that make a page of every file, and how each keeps some out. */
const SHOWS_DRAFTS: Readonly<Partial<Record<Preset, readonly [tool: string, way: string]>>> = {
  astro: [
    'Astro',
    'Before you publish the site, leave out entries with "draft" where your pages call getCollection().',
  ],
  vitepress: [
    'VitePress',
    'Before you publish the site, add these folders to "srcExclude" in its configuration.',
  ],
};

/**
 * What to know where the tool of a site publishes what no one should see.
 * @param folders those of drafts and of private articles, if there are any, as shown to the user
 * @param file where the articles are, as shown to the user
 */
export function warnOfDrafts(
  preset: Preset | undefined,
  folders: readonly string[],
  file: string,
): readonly Problem[] {
  const [tool, way] = (preset && SHOWS_DRAFTS[preset]) ?? [];
  if (tool === undefined || way === undefined || folders.length === 0) return [];
  const named = folders.map((folder) => `"${folder}"`).join(' and ');
  return [problem('import-draft-shown', { file }, { tool, folders: named, way })];
}
