import { fileURLToPath } from 'node:url';
import type { Settings } from '../config/settings.ts';
import { buildSite, type Log, urlOf } from './build-site.ts';

/** What of Astro's configuration is used. */
interface AstroConfig {
  readonly root: URL;
  readonly site?: string | undefined;
  readonly base: string;
  readonly i18n?: { readonly defaultLocale: string } | undefined;
}

/** An integration as Astro takes it. */
export interface AstroIntegration {
  readonly name: string;
  readonly hooks: {
    readonly 'astro:config:done': (event: { readonly config: AstroConfig }) => void;
    readonly 'astro:build:done': (event: { readonly dir: URL; readonly logger: Log }) => Promise<void>;
  };
}

/**
 * Integration for Astro: writes feeds into the built site. `site` is that of Astro, images are those of the built pages, and the URL
 * of each article is checked against the pages that Astro built.
 * `integrations: [feedwright({ title: 'You', articles: 'src/content/blog', permalink: '/blog/:slug/' })]`
 */
export default function feedwright(settings: Settings): AstroIntegration {
  let astro: AstroConfig | undefined;
  return {
    name: 'feedwright',
    hooks: {
      'astro:config:done': ({ config }) => {
        astro = config;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = urlOf(astro?.site, astro?.base ?? '/');
        const language = astro?.i18n?.defaultLocale;
        const own = {
          ...(site === undefined ? {} : { site }),
          ...(language === undefined ? {} : { language }),
        };
        await buildSite({
          settings: { preset: 'astro', ...own, ...settings },
          workingDirectory: astro ? fileURLToPath(astro.root) : '.',
          built: fileURLToPath(dir),
          log: logger,
        });
      },
    },
  };
}

export { feedwright };
