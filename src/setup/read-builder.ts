import { join } from 'node:path';
import { listNames } from '../files/places.ts';
import type { Preset } from '../model/index.ts';
import { isOfOtherTool } from './other-tools.ts';
import { readText } from './read-text.ts';
import type { FoundTool } from './read-tool.ts';

/** What builds or deploys a site already. */
export interface Builder {
  /** The file that shows it, relative to the site or to the top of its repository. */
  readonly file: string;
  /** The folder that it builds the site into, where that is known. */
  readonly output?: string;
}

/** Where tools build a site into, unless they are told otherwise; articles of WordPress are only imported. */
const BUILT: Readonly<Record<Exclude<Preset, 'wordpress'>, string>> = {
  jekyll: '_site',
  hugo: 'public',
  zola: 'public',
  eleventy: '_site',
  astro: 'dist',
  hexo: 'public',
  docusaurus: 'build',
  vitepress: '.vitepress/dist',
};

/** Files of tools that `init` does not know, and pages that are published as they are. */
const UNKNOWN =
  /^(?:book\.toml|_quarto\.yml|conf\.py|antora-playbook\.ya?ml|\.vitepress|(?:vite\.config|quartz\.config|lume\.config|_config)\.[cm]?[jt]s|index\.html)$/;
/** Actions that put a folder on GitHub Pages. */
const DEPLOYS =
  /\b(?:actions\/(?:deploy-pages|upload-pages-artifact)|[\w-]+\/actions-gh-pages|[\w-]+\/github-pages-deploy-action)@/;

/**
 * Finds out whether something else builds or deploys a site, which a workflow for the feeds alone would replace.
 * @param folder of the site, absolute
 * @param top of its repository, absolute
 * @param preset the tool that it is known to be written for
 * @param tool what the configuration of that tool says
 */
export function readBuilder(
  folder: string,
  top: string,
  preset: Preset | undefined,
  tool: FoundTool | undefined,
): Builder | undefined {
  if (preset !== undefined && preset !== 'wordpress') {
    const { built } = tool?.words.settings ?? {};
    return {
      file: tool?.file ?? 'feedwright.yaml',
      output: typeof built === 'string' ? built : BUILT[preset],
    };
  }
  const other = ['.', 'docs'].flatMap((inner) =>
    (listNames(join(folder, inner)) ?? [])
      .filter((name) => UNKNOWN.test(name) || isOfOtherTool(name))
      .map((name) => join(inner, name)),
  )[0];
  if (other !== undefined) return { file: other.replaceAll('\\', '/') };
  if (/"build"\s*:\s*"(?!(?:npx )?feedwright build[^&|;]*")/.test(readText(join(folder, 'package.json'))))
    return { file: 'package.json' };
  const workflows = '.github/workflows';
  const deploying = (listNames(join(top, workflows)) ?? []).find((name) =>
    DEPLOYS.test(readText(join(top, workflows, name))),
  );
  return deploying === undefined ? undefined : { file: `${workflows}/${deploying}` };
}
