import { toReadable } from '../text/percent-encoding.ts';
import { expandPermalink } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';

/** Fills a template for ids, which may hold the URL, decoded too, its path below the site (`:url_path`) or the folder of that. */
export function expandId(template: string, url: string, facts: PermalinkFacts, site: string): string {
  const path = url.startsWith(site) ? url.slice(site.length) : url.replace(/^https?:\/\/[^/]*/, '');
  return expandPermalink(template, { ...facts, isId: true }).replace(
    /:url(_path|_dir|_decoded)?(?![a-z_])(\/?)/g,
    (_, below, slash) => {
      if (below === undefined) return url + slash;
      if (below === '_decoded') return toReadable(url) + slash;
      const trimmed = path.replace(/^\/+|\/+$/g, '');
      if (below === '_path') return trimmed + slash;
      // What is at the top is in no folder.
      const folder = trimmed.slice(0, Math.max(0, trimmed.lastIndexOf('/')));
      return folder === '' ? '' : folder + slash;
    },
  );
}
