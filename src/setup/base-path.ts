import type { NewSettings } from './choose-settings.ts';
import type { FoundTool } from './read-tool.ts';

/** Settings, and what there is to say of the site in them. */
export interface Placed {
  readonly settings: NewSettings;
  readonly notes: readonly string[];
}

/**
 * Puts a site that the user named where its tool has the pages: below the base path of the configuration, if the site
 * has no path of its own. A path that only the tool's whole URL has counts where the host is the same, since many pass
 * another URL to the tool when they publish.
 * @param settings with what the user said
 */
export function placeBelowBase(settings: NewSettings, { file, words }: FoundTool): Placed {
  const { site } = settings;
  if (site === undefined) return { settings, notes: [] };
  const given = new URL(site);
  const configured = readUrl(words.settings.site);
  const path = trim(words.basePath ?? configured?.pathname ?? '');
  if (path === '' || trim(given.pathname) === path) return { settings, notes: [] };
  const isSure = words.basePath !== undefined || configured?.host === given.host;
  if (trim(given.pathname) !== '' || !isSure) {
    const note = `${file}: its base path is "/${path}/", but "site" is ${site}. If your pages are below "/${path}/", correct "site".`;
    return { settings, notes: [note] };
  }
  const home = new URL(`/${path}/`, given).href;
  const note = `${file}: took ${home} as the site, because its base path is "/${path}/".`;
  return { settings: { ...settings, site: home }, notes: [note] };
}

function readUrl(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}

function trim(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}
