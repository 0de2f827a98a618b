import { join } from 'node:path';
import { isThere, listNames } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Preset } from '../model/index.ts';

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

/** Files of tools that have no preset, and pages that are published as they are. */
const OTHERS =
  /^(?:mkdocs\.ya?ml|book\.toml|_quarto\.yml|pelicanconf\.py|conf\.py|antora-playbook\.ya?ml|\.vitepress|(?:gatsby-config|next\.config|nuxt\.config|svelte\.config|vite\.config|quartz\.config|metalsmith|lume\.config|_config)\.[cm]?[jt]s|index\.html)$/;
/** Actions that put a folder on GitHub Pages. */
const DEPLOYS =
  /\b(?:actions\/(?:deploy-pages|upload-pages-artifact)|[\w-]+\/actions-gh-pages|[\w-]+\/github-pages-deploy-action)@/;

/**
 * Finds out whether something else builds or deploys a site, which a workflow for the feeds alone would replace.
 * @param folder of the site, absolute
 * @param top of its repository, absolute
 * @param preset the tool that it is known to be written for
 * @param toolFile the file that shows that tool
 */
export function readBuilder(
  folder: string,
  top: string,
  preset: Preset | undefined,
  toolFile: string | undefined,
): Builder | undefined {
  if (preset !== undefined && preset !== 'wordpress')
    return { file: toolFile ?? 'feedwright.yaml', output: BUILT[preset] };
  const other = ['.', 'docs'].flatMap((inner) =>
    (listNames(join(folder, inner)) ?? [])
      .filter((name) => OTHERS.test(name))
      .map((name) => join(inner, name)),
  )[0];
  if (other !== undefined) return { file: other.replaceAll('\\', '/') };
  if (/"build"\s*:\s*"(?!(?:npx )?feedwright build[^&|;]*")/.test(read(join(folder, 'package.json'))))
    return { file: 'package.json' };
  const workflows = '.github/workflows';
  const deploying = (listNames(join(top, workflows)) ?? []).find((name) =>
    DEPLOYS.test(read(join(top, workflows, name))),
  );
  return deploying === undefined ? undefined : { file: `${workflows}/${deploying}` };
}

/** Empty where there is no such file. */
function read(path: string): string {
  if (!isThere(path)) return '';
  try {
    return readWhole(path, { maximum: 1_048_576, inside: 'anywhere' }).toString('utf8');
  } catch {
    return '';
  }
}
