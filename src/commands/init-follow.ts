import { type Adoption, adoptIds } from '../adopt/adopt-ids.ts';
import {
  findShownArticles,
  keepsAddress,
  proposePermalink,
  type ShownArticle,
} from '../adopt/propose-permalink.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import type { Candidate } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import { count } from './count.ts';
import { followPlaces } from './init-places.ts';
import { followZone } from './init-zone.ts';
import { isLoaded, type LoadedTrial, type Trial } from './trial.ts';

type Retry = (settings: NewSettings) => Trial;

/**
 * Gives the articles the URLs and ids that readers know from the published feeds, as far as settings can (R1).
 * @param names URLs or files of the feeds, as the user named them
 * @param retry writes the configuration with other settings and tries it
 */
export function followFeeds(
  first: Trial,
  feeds: readonly PublishedFeed[],
  names: readonly string[],
  retry: Retry,
): Trial {
  if (!isLoaded(first)) return first;
  const { settings: place, notes } = followPlaces(feeds, first.config, first);
  const placed = tryWith(first, place, retry);
  const { trial: zoned, notes: zones } = followZone(placed, feeds, retry);
  const permalink = proposePermalink(zoned.config, findShownArticles(zoned.collected, feeds));
  const moved = tryWith(zoned, permalink && { permalink }, retry);
  const { template } = adoptIds(moved.config, feeds, { write: false }, moved.collected);
  const named = tryWith(moved, template && { id: template }, retry);
  const { trial, notes: languages } = followLanguage(named, feeds, retry);
  const shown = findShownArticles(trial.collected, feeds);
  const adoption = adoptIds(trial.config, feeds, { write: false }, trial.collected);
  const kept = describeKept(shown, adoption, names);
  return { ...trial, notes: [...first.notes, ...notes, ...zones, ...languages, ...kept] };
}

/** Of a site in several languages, a tool's feed often holds one. Articles in the others would come in as new ones. */
function followLanguage(
  trial: LoadedTrial,
  feeds: readonly PublishedFeed[],
  retry: Retry,
): { readonly trial: LoadedTrial; readonly notes: readonly string[] } {
  const [main] = trial.config.languages ?? [];
  if (main === undefined) return { trial, notes: [] };
  const withFacets = tryWith(trial, { where: { language: main } }, retry);
  const languagesOf = (articles: readonly Candidate[]) =>
    new Set(articles.flatMap(({ facets }) => facets?.language ?? []));
  const shown = findShownArticles(withFacets.collected, feeds).map(({ article }) => article);
  const [language, ...others] = languagesOf(shown);
  const isOnly = language !== undefined && others.length === 0;
  if (!isOnly || languagesOf(withFacets.collected.candidates).size < 2) {
    retry(trial.settings);
    return { trial, notes: [] };
  }
  const note = `The published feed holds only articles in "${language}", so the main feed does as well ("where"). For a feed of each other language, add "feeds: [{ by: language, exclude: [${language}] }]".`;
  return { trial: tryWith(withFacets, { where: { language } }, retry), notes: [note] };
}

/** Tries one more setting, if there is one; what can't be loaded is taken back. */
function tryWith(trial: LoadedTrial, more: NewSettings | '' | null | undefined, retry: Retry): LoadedTrial {
  if (!more) return trial;
  const next = retry({ ...trial.settings, ...more });
  if (isLoaded(next)) return next;
  retry(trial.settings);
  return trial;
}

/** An article that feeds show under another URL, and which setting to correct. */
export function describeMoved(shown: readonly ShownArticle[]): string | undefined {
  const example = shown.find((each) => !keepsAddress(each));
  return example && `${example.address} would become ${example.article.url}: ${adviseOn(example)}.`;
}

function describeKept(
  shown: readonly ShownArticle[],
  { matched, kept, ids, problems }: Adoption,
  names: readonly string[],
): readonly string[] {
  const example = describeMoved(shown);
  const illegal = problems.filter(({ code }) => code === 'illegal-published-id').length;
  const command = `npx feedwright adopt ${names.join(' ')}`;
  return [
    `Matched ${count(matched, 'article')} to the published feeds: ${countKeeping(shown.filter(keepsAddress).length, 'URL')}, ${countKeeping(kept, 'ID')}.`,
    ...(example === undefined ? [] : [example]),
    ...(illegal > 0
      ? [
          illegal === 1
            ? "1 of them has an ID that Atom doesn't allow, such as a URL with a space. It can't be kept: build once with --allow id-changed, and subscribers see this article once more."
            : `${illegal} of them have IDs that Atom doesn't allow, such as a URL with a space. Those can't be kept: build once with --allow id-changed, and subscribers see these articles once more.`,
        ]
      : []),
    ...(ids.length > 0 ? [`Before you publish, run this to keep the IDs of the others: ${command}`] : []),
  ];
}

function countKeeping(number: number, what: string): string {
  return number === 1 ? `1 keeps its ${what}` : `${number} keep their ${what}`;
}

/** What to correct, by the part of the URL that differs. */
function adviseOn({ address, article }: ShownArticle): string {
  const rest = (url: string) => (URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url);
  return rest(address) === rest(article.url) ? 'correct "site"' : 'correct "permalink" or "timeZone"';
}
