import { join } from 'node:path';
import {
  findShownArticles,
  keepsAddress,
  proposePermalink,
  type ShownArticle,
} from '../adopt/propose-permalink.ts';
import type { Collected } from '../build/read-articles.ts';
import { findAddresses } from '../built-site/check-pages.ts';
import { findFeedOfTool } from '../built-site/find-feeds.ts';
import type { Candidate } from '../model/index.ts';
import { showPath } from '../problems/show-path.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { CommandOptions } from './options.ts';
import { isLoaded, type Trial } from './trial.ts';

/**
 * Gives the articles the URLs that their pages have on the built site, as far as one permalink can.
 * @param retry writes the configuration with other settings and tries it
 */
export function followSite(trial: Trial, retry: (settings: NewSettings) => Trial): Trial {
  const { config, settings, collected } = trial;
  if (config?.built === undefined || !collected) return trial;
  const shown = findAddresses(config, unplace(collected));
  const kept = shown.filter(keepsAddress).length;
  const permalink = kept === shown.length ? undefined : proposePermalink(config, shown);
  if (permalink === undefined) return explainPlaced(trial, collected);
  const next = retry({ ...settings, permalink });
  const better = next.config && next.collected && findAddresses(next.config, unplace(next.collected));
  const now = better?.filter(keepsAddress).length ?? 0;
  // What code makes is taken from the pages, unless one permalink says all of it.
  const isEnough = (collected.placed ?? []).length > 0 ? now === better?.length : now > kept;
  if (!isEnough) {
    retry(settings);
    return explainPlaced(trial, collected);
  }
  return {
    ...next,
    notes: [...trial.notes, 'Set "permalink" so that articles have the same URLs as on the built site.'],
  };
}

/** The articles with the URLs that they would have without the built site. */
function unplace({ candidates, placed = [] }: Collected): readonly Candidate[] {
  const guessed = new Map(placed.map((each) => [each.path, each]));
  return candidates.map((candidate) => guessed.get(candidate.path) ?? candidate);
}

function explainPlaced(trial: Trial, { placed = [] }: Collected): Trial {
  if (placed.length === 0) return trial;
  const [are, have] =
    placed.length === 1 ? ['1 article has', 'its page'] : [`${placed.length} articles have`, 'their pages'];
  const note = `${are} a URL that code of your site makes. feedwright takes it from ${have} on the built site, so always build the site first.`;
  return { ...trial, notes: [...trial.notes, note] };
}

/**
 * Takes the zone of the times of the feed that the tool itself left on the built site, and says where its URLs are others, and how to
 * continue that feed.
 */
export async function followOwnFeed(
  trial: Trial,
  retry: (settings: NewSettings) => Trial,
  { workingDirectory }: CommandOptions,
): Promise<Trial> {
  if (!isLoaded(trial) || trial.config.built === undefined) return trial;
  const { built, site } = trial.config;
  const path = findFeedOfTool(built, site);
  if (path === undefined) return trial;
  const name = showPath(join(built, path), workingDirectory);
  const { readNamedFeeds } = await import('../adopt/read-feeds.ts');
  const { feeds } = await readNamedFeeds([name], workingDirectory, site);
  if (feeds.length === 0 || feeds.some(({ generator }) => /feedwright/.test(generator ?? ''))) return trial;
  const { followZone } = await import('./init-zone.ts');
  const { describeMoved } = await import('./init-follow.ts');
  const zoned = followZone(trial, feeds, retry);
  const shown = findShownArticles(zoned.trial.collected, feeds);
  const host = findOtherHost(shown);
  const moved = describeMoved(shown);
  const otherHost = `The URLs in ${name} begin with ${host}, but "site" is ${site}. Correct the wrong one: the URL in your tool's configuration, or "site".`;
  const otherPaths = moved === undefined ? [] : [`In ${name}, articles have different URLs. ${moved}`];
  const odd = host === undefined ? otherPaths : [otherHost];
  const hint = `Your tool writes its own feed, ${name}. If it has subscribers, keep its path and IDs: delete feedwright.yaml and run "npx feedwright init --against ${name}".`;
  return { ...zoned.trial, notes: [...zoned.trial.notes, ...zoned.notes, ...odd, hint] };
}

/** The scheme and host of a feed's articles, where nothing else of their URLs differs. */
function findOtherHost(shown: readonly ShownArticle[]): string | undefined {
  const [first] = shown;
  if (first === undefined || !URL.canParse(first.address)) return undefined;
  const { origin } = new URL(first.address);
  const isOnly = shown.every(
    ({ address, article }) =>
      URL.canParse(article.url) && address === origin + article.url.slice(new URL(article.url).origin.length),
  );
  return isOnly && !first.article.url.startsWith(`${origin}/`) ? origin : undefined;
}
