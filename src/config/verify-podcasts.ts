import type { FeedFile, Place, Problem } from '../model/index.ts';
import { parentOf, podcastCategories, podcastCategoryNames } from '../podcasts/categories.ts';
import { makePodcastGuid } from '../podcasts/guid.ts';
import { readTags } from '../podcasts/read-tags.ts';
import { SHOW_TAGS, TAGS } from '../podcasts/tags.ts';
import { findNearest } from '../problems/nearest.ts';
import { problem } from '../problems/problem.ts';
import { toList } from '../text/data.ts';
import type { Path } from './check.ts';
import { readFeedFiles } from './feed-files.ts';
import type { Origin } from './places-of-settings.ts';
import { divideCategory, onWeb, type RawPodcast } from './podcast.ts';
import { resolveRuleFiles } from './rule-files.ts';
import type { Settings } from './settings.ts';

/** A feed with `podcast`, and what it has from the site. */
interface ShowSettings {
  readonly podcast: RawPodcast;
  readonly path: Path;
  readonly language: string | undefined;
  readonly description: string | undefined;
  /** Of the RSS document below `site`. */
  readonly rss: string | undefined;
}

/** The most bytes of a description that Apple takes (P1). */
const DESCRIPTION_LIMIT = 4000;

/** What directories ask of a show (P1, P10), and names of categories. */
export function verifyPodcasts(settings: Settings, origin: Origin): readonly Problem[] {
  const grouped = (settings.feeds ?? []).flatMap(({ podcast, by }, index) =>
    podcast !== undefined && by !== undefined ? [['feeds', index, 'podcast']] : [],
  );
  return [
    ...grouped.map((path) => problem('podcast-for-groups', origin.keyAt(path), {})),
    ...listShows(settings).flatMap((show) => verifyShow(show, settings, origin)),
  ];
}

function listShows({ podcast, formats, feeds = [], ...site }: Settings): readonly ShowSettings[] {
  const main = readFeedFiles(formats);
  const { language, description } = site;
  const rules = feeds.flatMap(({ podcast: own, by, ...rule }, index) => {
    if (own === undefined || by !== undefined) return [];
    const rss = findRss(resolveRuleFiles([rule.path ?? ''], rule.formats, main));
    const path = ['feeds', index, 'podcast'];
    return [{ podcast: own, path, language: rule.language ?? language, description: rule.description, rss }];
  });
  if (podcast === undefined) return rules;
  return [{ podcast, path: ['podcast'], language, description, rss: findRss(main) }, ...rules];
}

function findRss(files: readonly FeedFile[]): string | undefined {
  return files.find(({ format }) => format === 'rss')?.path;
}

function verifyShow(show: ShowSettings, settings: Settings, origin: Origin): readonly Problem[] {
  const { podcast, path, rss, language, description } = show;
  const place = origin.keyAt(path);
  const missing = (key: string, example: string) => problem('podcast-missing', place, { key, example });
  const long = Buffer.byteLength(description ?? '');
  return [
    ...verifyCategories(show, origin),
    ...verifyTags(show, settings, origin),
    ...(podcast.category === undefined ? [missing('category', 'category: Technology')] : []),
    ...(podcast.explicit === undefined ? [missing('explicit', 'explicit: false')] : []),
    ...(podcast.image === undefined && settings.image === undefined
      ? [missing('image', 'image: /artwork.jpg')]
      : []),
    ...(language === undefined ? [missing('language', 'language: en')] : []),
    ...(language !== undefined && !isLanguage(language)
      ? [problem('podcast-language', place, { language })]
      : []),
    ...(long > DESCRIPTION_LIMIT ? [problem('podcast-long-description', place, { bytes: long })] : []),
    ...(rss === undefined
      ? [problem('podcast-without-rss', place, {})]
      : [...verifyGuid(podcast, rss, settings, place), ...verifyMove(show, rss, settings, origin)]),
  ];
}

function verifyGuid(
  { guid }: RawPodcast,
  rss: string,
  { site = '' }: Settings,
  place: Place,
): readonly Problem[] {
  if (guid !== undefined || !URL.canParse(rss, site)) return [];
  return [problem('podcast-without-guid', place, { guid: makePodcastGuid(new URL(rss, site).href) })];
}

/** A show that moves to where it is (P3). */
function verifyMove(
  { podcast, path }: ShowSettings,
  rss: string,
  { site = '' }: Settings,
  origin: Origin,
): readonly Problem[] {
  const isHere = URL.canParse(rss, site) && podcast.newFeedUrl === new URL(rss, site).href;
  return isHere ? [problem('podcast-moved-here', origin.valueAt([...path, 'newFeedUrl']), {})] : [];
}

/** Whether the language of a tag exists. */
function isLanguage(tag: string): boolean {
  const [code = ''] = tag.split('-');
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) !== undefined;
}

/** Elements that have a table (P11). */
function verifyTags({ podcast, path }: ShowSettings, settings: Settings, origin: Origin): readonly Problem[] {
  return SHOW_TAGS.flatMap((key) => {
    if (podcast[key] === undefined) return [];
    const { faults } = readTags(podcast[key], TAGS[key], (link) => toUrl(link, settings));
    const isList = Array.isArray(podcast[key]);
    return faults.map(({ index, reason }) => {
      const place = origin.valueAt(isList ? [...path, key, index] : [...path, key]);
      return problem('podcast-tag', place, { key, reason, example: TAGS[key].example });
    });
  });
}

function toUrl(link: string, { site = '' }: Settings): string | undefined {
  return URL.canParse(link, site) ? onWeb(new URL(link, site).href) : undefined;
}

function verifyCategories({ podcast, path }: ShowSettings, origin: Origin): readonly Problem[] {
  const place = origin.valueAt([...path, 'category']);
  return toList<string>(podcast.category ?? []).flatMap((written) => {
    const meant = meantCategory(written);
    return meant === written ? [] : [problem('podcast-category', place, { category: written, meant })];
  });
}

/** The category as Apple writes it; the nearest one for what Apple does not have, if any is near. @param written `Name` or `Name > Sub` */
export function meantCategory(written: string): string | undefined {
  const [name, sub] = divideCategory(written);
  const subs = podcastCategories().get(name);
  if (subs && (sub === undefined || subs.includes(sub))) return written;
  const known = [...podcastCategoryNames()];
  const wanted = sub ?? name;
  const near =
    known.find((each) => each.toLowerCase() === wanted.toLowerCase()) ?? findNearest(wanted, known);
  if (near === undefined) return undefined;
  const parent = parentOf(near);
  return parent === undefined ? near : `${parent} > ${near}`;
}
