import type { ArchiveRule, Config, ContentMode, FeedRule } from '../model/index.ts';
import { toList } from '../text/data.ts';
import type { RawFormats } from './feed-files.ts';
import type { Origin } from './places-of-settings.ts';
import { type RawPodcast, resolveShow } from './podcast.ts';
import { resolveRuleFiles } from './rule-files.ts';

type Word = string | number | boolean;
type Words = Word | readonly Word[];

/** `archive` as it is in the file, after the check. */
export type RawArchive = boolean | { readonly size?: number; readonly path?: string };

/** An entry of `feeds` as it is in the file, after the check. */
export interface RawFeedRule {
  readonly by?: string;
  readonly where?: Readonly<Record<string, Words>>;
  readonly path?: string;
  readonly oldPath?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly limit?: number;
  readonly formats?: RawFormats;
  readonly content?: ContentMode;
  readonly min?: number;
  readonly include?: Words;
  readonly exclude?: Words;
  readonly aliases?: Readonly<Record<string, Word>>;
  readonly archive?: RawArchive;
  readonly complete?: boolean;
  readonly podcast?: RawPodcast;
}

/** What the main feed has, and other feeds have too unless they say otherwise. */
export type MainFeed = Pick<Config, 'title' | 'description' | 'language' | 'limit' | 'content' | 'formats'>;

/** A show carries all its episodes: what leaves the feed leaves the directories. */
export const SHOW_LIMIT = 1000;

/** Fills in the defaults of `feeds`. @param resolveLink makes a URL absolute */
export function resolveFeedRules(
  raw: readonly RawFeedRule[],
  main: MainFeed,
  origin: Origin,
  resolveLink: (link: string) => string,
): readonly FeedRule[] {
  return raw.map((rule, index) => ({
    place: origin.keyAt(['feeds', index]),
    ...resolveArticles(rule),
    ...resolveTexts(rule, main),
    ...resolveDocuments(rule, main),
    ...(rule.podcast ? { show: resolveShow(rule.podcast, resolveLink) } : {}),
  }));
}

/** Which articles. */
function resolveArticles({ by, where, min = 1, include, exclude = [], aliases = {} }: RawFeedRule) {
  return {
    ...(by === undefined ? {} : { by: nameFacet(by) }),
    where: listFilters(where),
    min,
    ...(include === undefined ? {} : { include: toTexts(include) }),
    exclude: toTexts(exclude),
    aliases: Object.entries(aliases).map(([old, value]) => ({ old, value: String(value).trim() })),
  };
}

/** The filters of `where`. */
export function listFilters(where: RawFeedRule['where'] = {}): FeedRule['where'] {
  return Object.entries(where).map(([key, values]) => ({ facet: nameFacet(key), values: toTexts(values) }));
}

function resolveTexts({ by, where, title, description, language }: RawFeedRule, main: MainFeed) {
  const own = language ?? findOnlyLanguage(listFilters(where)) ?? main.language;
  return {
    title: title ?? (by === undefined ? main.title : `${main.title}: :${nameFacet(by)}`),
    description: description ?? main.description,
    ...(own === undefined ? {} : { language: own }),
  };
}

function findOnlyLanguage(where: FeedRule['where']): string | undefined {
  const [language, ...others] = where.flatMap(({ facet, values }) => (facet === 'language' ? values : []));
  return others.length === 0 ? language : undefined;
}

function resolveDocuments(raw: RawFeedRule, main: MainFeed) {
  const by = raw.by === undefined ? undefined : nameFacet(raw.by);
  const archive = resolveArchive(raw.archive);
  const paths = [raw.path ?? defaultFolder(by ?? 'feed'), ...toList(raw.oldPath)];
  return {
    files: resolveRuleFiles(paths, raw.formats, main.formats),
    limit: raw.limit ?? (raw.podcast ? SHOW_LIMIT : main.limit),
    content: raw.content ?? main.content,
    ...(archive ? { archive } : {}),
    complete: raw.complete ?? false,
  };
}

/** The size that `archive: true` means never changes: another one would make every archive document new (R42). */
export function resolveArchive(raw: RawArchive | undefined): ArchiveRule | undefined {
  if (raw === undefined || raw === false) return undefined;
  const { size = 50, path = 'archive/:number/' } = raw === true ? {} : raw;
  return { size, path: path.endsWith('/') ? path : `${path}/` };
}

/** The keys that are read in all their forms, by what people may call them. */
const FACETS = new Map([
  ['tags', 'tag'],
  ['categories', 'category'],
  ['authors', 'author'],
  ['lang', 'language'],
]);

/** The one name of what articles are grouped by: `tags` is `tag`. */
export function nameFacet(key: string): string {
  return FACETS.get(key) ?? key;
}

const FOLDERS = new Map([
  ['tag', 'tags/:tag/'],
  ['category', 'categories/:category/'],
  ['author', 'authors/:author/'],
  ['section', ':section/'],
  ['language', ':language/'],
  ['year', ':year/'],
]);

function defaultFolder(by: string): string {
  return FOLDERS.get(by) ?? `${by.replaceAll('.', '/')}/:${by}/`;
}

function toTexts(words: Words): readonly string[] {
  return (Array.isArray(words) ? words : [words]).map((word) => String(word).trim());
}
