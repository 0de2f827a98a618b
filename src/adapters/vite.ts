import { relative, resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { buildSite } from './build-site.ts';

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
}

/**
 * `buildEnd` for VitePress, which writes its pages after the bundles of Vite: URLs are those that VitePress gives to files.
 * `buildEnd: vitePress({ site: 'https://you.example/', title: 'You', articles: 'posts' })`
 * @param settings paths are relative to the source folder of VitePress
 */
export function vitePress(settings: Settings): (site: VitePressSite) => Promise<void> {
  return async ({ srcDir, outDir, cleanUrls = false }) => {
    const ending = cleanUrls ? '' : '.html';
    const [folder, ...others] = [settings.articles ?? '.'].flat();
    const below = relative(srcDir, resolve(srcDir, folder ?? '.')).replaceAll('\\', '/');
    const permalink =
      others.length > 0 ? {} : { permalink: `${below === '' ? '' : `/${below}`}/:path${ending}` };
    await buildSite({
      settings: { preset: 'vitepress', ...permalink, ...settings, articles: settings.articles ?? '.' },
      workingDirectory: srcDir,
      built: outDir,
    });
  };
}

export { feedwright };
