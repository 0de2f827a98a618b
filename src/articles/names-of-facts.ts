import { foldName } from '../text/fold-name.ts';
import { AUDIO_URL } from './audio-files.ts';
import { DATE_ALIASES } from './date-keys.ts';
import { EPISODE_ALIASES, nestEpisodeKeys } from './episode-keys.ts';
import type { FrontMatter } from './front-matter.ts';
import { hasValue, isMapping } from './values.ts';

/**
 * Every name that a dialect gives to a fact, in order of priority: the first that has a value wins.
 * A dot steps into a mapping. This table is the one place to add an alias.
 */
export const ALIASES = {
  title: ['title', 'headline', 'pageTitle', 'page_title', 'postTitle', 'post_title'],
  id: ['id', 'guid', 'uuid', 'episode_guid', 'podcast.guid', 'episode.guid', 'itunes.guid'],
  url: ['permalink', 'url', 'canonical_path'],
  link: ['link'],
  path: ['path'],
  slug: ['slug'],
  ...DATE_ALIASES,
  authors: ['authors', 'author', 'creator', 'byline', 'extra.authors', 'extra.author', 'taxonomies.authors'],
  tags: ['tags', 'tag', 'taxonomies.tags', 'extra.tags'],
  categories: ['categories', 'category', 'taxonomies.categories', 'topics'],
  keywords: ['keywords'],
  summary: ['summary', 'description', 'excerpt', 'abstract', 'teaser', 'dek', 'extra.summary'],
  image: [
    'image',
    'cover',
    'coverImage',
    'cover_image',
    'cover-image',
    'coverimage',
    'coverImg',
    'cover_img',
    'featured_image',
    'featuredImage',
    'featured-image',
    'feature_image',
    'featureImage',
    'heroImage',
    'hero_image',
    'hero',
    'ogImage',
    'og_image',
    'socialImage',
    'social_image',
    'banner',
    'bannerImage',
    'banner_image',
    'headerImage',
    'header_image',
    'thumbnail',
    'thumb',
    'header.image',
    'images',
    'extra.image',
  ],
  attachments: ['attachments', 'attachment', 'enclosures', 'enclosure', 'video'],
  ...EPISODE_ALIASES,
  language: ['language', 'lang', 'locale'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirectFrom', 'redirects', 'old_urls', 'extra.aliases'],
} as const satisfies Record<string, readonly string[]>;

export type Fact = keyof typeof ALIASES;

/** A value and the key it came from. */
export interface Found {
  readonly key: string;
  readonly value: unknown;
}

/** A fact, and how much a name of it counts: the least is the first. */
interface Entry {
  readonly fact: Fact;
  readonly rank: number;
}

interface Ranked extends Found {
  readonly rank: number;
}

type Facts = { readonly [Name in Fact]?: Found };

/** Alias → its fact and priority; the inverse of the table, so that front matter is gone through once. */
const INDEX: ReadonlyMap<string, Entry> = new Map(
  (Object.keys(ALIASES) as readonly Fact[]).flatMap((fact) =>
    [...ALIASES[fact], ...nestEpisodeKeys(fact)].map((key, rank) => [key, { fact, rank }] as const),
  ),
);
/** The same by folded name: `Date` and `Pub-Date` mean `date` and `pubDate`, but only where the exact name is missing. */
const FOLDED: typeof INDEX = new Map(
  [...INDEX].toReversed().map(([key, { fact, rank }]) => [foldName(key), { fact, rank: rank + INDEX.size }]),
);
/** The mappings that dotted aliases step into. */
const PARENTS: ReadonlySet<string> = new Set(
  [...INDEX.keys()].flatMap((key) => (key.includes('.') ? (key.split('.')[0] ?? []) : [])),
);

/** Articles are read one after the other, each asked many times: the facts of the last one are remembered. */
let last: { readonly data: FrontMatter; readonly facts: Facts } | undefined;

/** The first alias of a fact that has a value; null, empty text and empty lists are not values. */
export function findFact(data: FrontMatter, fact: Fact): Found | undefined {
  if (last?.data !== data) last = { data, facts: gatherFacts(data) };
  return last.facts[fact];
}

/** The fact that a key names, however it is spelt. */
export function factOf(key: string): Fact | undefined {
  return (INDEX.get(key) ?? FOLDED.get(foldName(key)))?.fact;
}

function gatherFacts(data: FrontMatter): Facts {
  const facts: { [Name in Fact]?: Ranked } = {};
  const note = (key: string, value: unknown): void => {
    const entry = meantEntry(INDEX.get(key) ?? FOLDED.get(foldName(key)), value);
    if (!entry || !hasValue(value) || (isSwitch(value) && !MAY_BE_SWITCH.has(entry.fact))) return;
    const known = facts[entry.fact];
    if (!known || entry.rank < known.rank) facts[entry.fact] = { key, value, rank: entry.rank };
  };
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (PARENTS.has(key) && isMapping(value))
      for (const inner of Object.keys(value)) note(`${key}.${inner}`, value[inner]);
    // The mapping of an episode may be that of its file or of its number, too.
    if (key === 'podcast' || key === 'episode' || !(PARENTS.has(key) && isMapping(value))) note(key, value);
  }
  return facts;
}

/** Facts that are URLs of pages. */
const PAGES: ReadonlySet<Fact> = new Set(['url', 'link']);

/** The full URL of an audio file is no page: `url: https://cdn.example/1.mp3` names the audio of an episode. */
function meantEntry(entry: Entry | undefined, value: unknown): Entry | undefined {
  const isAudio = entry && PAGES.has(entry.fact) && typeof value === 'string' && AUDIO_URL.test(value);
  return isAudio ? { fact: 'audio', rank: INDEX.size + entry.rank } : entry;
}

/** Facts for which `true` and `false` are meant as they are: a title, and `published: false`. */
const MAY_BE_SWITCH: ReadonlySet<Fact> = new Set([
  'title',
  'published',
  'released',
  'updated',
  'expires',
  'explicit',
  'blocked',
]);

/** `cover: false` switches something in a theme; it is not an image named "false". */
function isSwitch(value: unknown): boolean {
  return value === true || value === false || value === 'true' || value === 'false';
}
