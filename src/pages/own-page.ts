import { directionOf } from '../formats/direction.ts';
import { FORMAT_NAMES, FORMAT_TYPES } from '../formats/format-names.ts';
import type { PageTemplate, PlannedDocument, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { createDateWriter } from './dates.ts';
import { linkable } from './html.ts';
import { READERS, subscribeLink } from './readers.ts';
import { writeClock } from './show-parts.ts';
import type { PageFeed, PageItem, PageSite } from './site.ts';
import { fillTemplate, readTemplate, type Template, type Values } from './template.ts';
import { chooseWords } from './words.ts';

/** Reads a template of your own, with its mistakes at line and column. */
export function prepareTemplate({ file, text }: PageTemplate): {
  readonly template: Template;
  readonly problems: readonly Problem[];
} {
  const template = readTemplate(text);
  const problems = template.mistakes.map(({ at, ...details }) => {
    const lines = text.slice(0, at).split('\n');
    return problem(
      'bad-template',
      { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
      details,
    );
  });
  return { template, problems };
}

/** The page of a feed by a template of your own. */
export function fillFeedPage(template: Template, site: PageSite, feed: PageFeed): string {
  const language = feed.language ?? site.language;
  const writeDate = createDateWriter(site.timeZone, chooseWords(language).words);
  const items = feed.items.map((item) => itemValues(item, language, writeDate(item.published)));
  return fillTemplate(template, [{ ...feedValues(feed, site), items }, siteValues(site)]);
}

/** The page of all feeds by a template of your own. */
export function fillIndexPage(template: Template, site: PageSite, feeds: readonly PageFeed[]): string {
  const values = { title: site.title, description: site.description, url: site.index };
  return fillTemplate(template, [
    { ...values, feeds: feeds.map((feed) => feedValues(feed, site)) },
    siteValues(site),
  ]);
}

function siteValues(site: PageSite): Values {
  const language = site.language ?? 'en';
  return {
    site: site.title,
    home: linkable(site.home),
    index: site.index,
    opml: site.opml ?? '',
    language,
    direction: directionOf(language),
  };
}

function feedValues(feed: PageFeed, site: PageSite): Values {
  const language = feed.language ?? site.language ?? 'en';
  return {
    title: feed.title,
    description: feed.description ?? '',
    url: feed.url,
    image: linkable(feed.show?.image ?? '') ?? '',
    language,
    direction: directionOf(language),
    formats: feed.documents.map(formatValues),
    readers: READERS.map((reader) => ({ name: reader.name, url: subscribeLink(reader, feed.documents) })),
  };
}

function formatValues({ format, url }: PlannedDocument): Values {
  return { name: FORMAT_NAMES[format], type: FORMAT_TYPES[format], url };
}

function itemValues(
  item: PageItem,
  own: string | undefined,
  date: { text: string; machine: string },
): Values {
  const language = item.language ?? own ?? 'en';
  return {
    title: item.title,
    url: linkable(item.url) ?? '',
    summary: item.summary ?? '',
    audio: linkable(item.episode?.url ?? '') ?? '',
    duration: item.episode?.seconds === undefined ? '' : writeClock(item.episode.seconds),
    date: date.text,
    day: date.machine,
    language,
    direction: directionOf(language),
  };
}
