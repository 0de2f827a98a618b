import { keepsAddress, proposePermalink } from '../adopt/propose-permalink.ts';
import { findAddresses } from '../built-site/check-pages.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { Trial } from './trial.ts';

/**
 * Gives the articles the URLs that their pages have on the built site, as far as one permalink can.
 * @param retry writes the configuration with other settings and tries it
 */
export function followSite(trial: Trial, retry: (settings: NewSettings) => Trial): Trial {
  const { config, settings, collected } = trial;
  if (config?.built === undefined || !collected) return trial;
  const shown = findAddresses(config, collected.candidates);
  const kept = shown.filter(keepsAddress).length;
  const permalink = kept === shown.length ? undefined : proposePermalink(config, shown);
  if (permalink === undefined) return trial;
  const next = retry({ ...settings, permalink });
  const better = next.config && findAddresses(next.config, next.collected?.candidates ?? []);
  if (!better || better.filter(keepsAddress).length <= kept) {
    retry(settings);
    return trial;
  }
  return {
    ...next,
    notes: [...trial.notes, '"permalink" gives articles the URLs of their pages on the built site.'],
  };
}
