import { posix, relative, resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { buildSite, siteBelow } from './build-site.ts';

/** What of a resolved configuration of Vite is used. */
interface ViteConfig {
  readonly root: string;
  readonly build: { readonly outDir: string; readonly ssr?: unknown };
}

/** A plugin as Vite takes it. */
export interface VitePlugin {
  readonly name: string;
  readonly apply: 'build';
  readonly configResolved: (config: ViteConfig) => void;
  readonly closeBundle: () => Promise<void>;
}

/**
 * Plugin for Vite: writes feeds into the output folder when everything else is there.
 * `plugins: [feedwright({ site: 'https://you.example/', title: 'You', articles: 'posts' })]`
 * @param settings paths are relative to the root of Vite
 */
export default function feedwright(settings: Settings): VitePlugin {
  let config: ViteConfig | undefined;
  return {
    name: 'feedwright',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      if (!config || config.build.ssr) return;
      const { root, build } = config;
      await buildSite({ settings, workingDirectory: root, built: resolve(root, build.outDir) });
    },
  };
}

/** What of the configuration of VitePress is used. */
export interface VitePressSite {
  readonly srcDir: string;
  readonly outDir: string;
  readonly cleanUrls?: boolean;
  readonly site?: { readonly base?: string; readonly lang?: string; readonly title?: string };
  /** Paths of all files, below the source folder. */
  readonly pages?: readonly string[];
  /** Files, and those that their pages are made as if they were. */
  readonly rewrites?: { readonly map: Readonly<Record<string, string | undefined>> };
}

/**
 * `buildEnd` for VitePress, which writes its pages after the bundles of Vite: URLs are those that VitePress gives to files.
 * `buildEnd: vitePress({ site: 'https://you.example/', articles: 'posts' })`
 * @param given paths are relative to the source folder of VitePress; title and language are its own unless they say another
 */
export function vitePress(given: Settings): (site: VitePressSite) => Promise<void> {
  return async ({ srcDir, outDir, cleanUrls = false, site = {}, pages = [], rewrites }) => {
    const ending = cleanUrls ? '' : '.html';
    const folders = [given.articles ?? '.'].flat();
    const roots = folders.map((folder) => relative(srcDir, resolve(srcDir, folder)).replaceAll('\\', '/'));
    const usual = folders.map((folder, index) => [folder, `${rooted(roots[index] ?? '')}/:path${ending}`]);
    const rewritten = rewriteFolders(pages, rewrites?.map ?? {}, roots, ending);
    const permalink = { default: `/:path${ending}`, ...Object.fromEntries(usual), ...rewritten };
    const own = {
      permalink,
      ...(site.lang === undefined ? {} : { language: site.lang }),
      ...(site.title === undefined ? {} : { title: site.title }),
    };
    const settings = { preset: 'vitepress', ...own, ...given, articles: folders } as const;
    await buildSite({
      settings: given.site === undefined ? settings : { ...settings, site: siteBelow(given.site, site.base) },
      workingDirectory: srcDir,
      built: outDir,
    });
  };
}

function rooted(folder: string): string {
  return folder === '' || folder === '.' ? '' : `/${folder}`;
}

/** The template of each folder whose files are all rewritten into another, under their own names. */
function rewriteFolders(
  pages: readonly string[],
  map: Readonly<Record<string, string | undefined>>,
  roots: readonly string[],
  ending: string,
): Readonly<Record<string, string>> {
  const targets = new Map<string, Set<string>>();
  for (const page of new Set([...pages, ...Object.keys(map)])) {
    const [from, to] = [posix.dirname(page), map[page] ?? page];
    // A file that gets another name is no matter of its folder.
    const target = posix.basename(to) === posix.basename(page) ? posix.dirname(to) : to;
    targets.set(from, (targets.get(from) ?? new Set()).add(target));
  }
  const rules = [...targets].flatMap(([from, [to = from, ...others]]) =>
    to === from || others.length > 0 || to.endsWith('.md')
      ? []
      : [[from, `${rewriteFolder(from, to, roots)}${ending}`] as const],
  );
  return Object.fromEntries(rules);
}

/** Where the folders below that of the articles stay as they are, `:path` has them. */
function rewriteFolder(from: string, to: string, roots: readonly string[]): string {
  const root = roots.find((each) => each === from || each === '' || from.startsWith(`${each}/`)) ?? '';
  const rest = rooted(posix.relative(root, from));
  return rooted(to).endsWith(rest)
    ? `${rooted(to).slice(0, -rest.length || undefined)}/:path`
    : `${rooted(to)}/:filename`;
}

export { feedwright };
