import type { Contributor, Episode, Show } from '../model/index.ts';
import { MEDIUMS } from '../podcasts/mediums.ts';
import { readTags } from '../podcasts/read-tags.ts';
import { EPISODE_TAGS, SHOW_TAGS, TAGS, type TagKey } from '../podcasts/tags.ts';
import { refuse } from './check.ts';
import {
  anything,
  dictionary,
  flag,
  formed,
  type Kind,
  list,
  number,
  oneOf,
  orText,
  record,
  size,
  text,
  whole,
} from './kinds.ts';
import { mimeType } from './media.ts';
import { emailAddress } from './people.ts';
import type { Author, Category, Enclosure, Extension, FeedLink, FeedOptions, Item } from './vocabulary.ts';

/** The fields of an object, none forgotten. */
type Fields<Whole> = Readonly<Record<keyof Required<Whole>, Kind>>;

const MEDIA_TYPE = formed('a media type', mimeType);
const EMAIL = formed('an email address', emailAddress);
const UUID = formed('a UUID', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i);
const MEDIUM = formed('a medium of podcasts', new RegExp(`^(?:(?:${MEDIUMS.join('|')})L?|mixed)$`));

const FORMAT = oneOf('rss', 'atom', 'json');

const AUTHOR: Fields<Author> = { name: text, email: text, link: text, avatar: text };
export const PERSON = orText('name', record(AUTHOR));

const CATEGORY: Fields<Category> = { name: text, domain: text, scheme: text, term: text };

const ENCLOSURE: Fields<Enclosure> = {
  url: text,
  type: text,
  length: size,
  title: text,
  duration: size,
  width: size,
  height: size,
  alt: text,
};
const FILE = orText('url', record(ENCLOSURE));

const EXTENSION: Fields<Extension> = { name: text, objects: anything, format: FORMAT };
export const EXTENSIONS = list(record(EXTENSION, 'name'));

const LINK: Fields<FeedLink> = { rel: text, url: text, type: MEDIA_TYPE, format: FORMAT };

const CONTRIBUTOR: Fields<Contributor> = {
  name: text,
  role: text,
  group: text,
  url: text,
  avatar: text,
  email: text,
};
const PEOPLE = list(orText('name', record(CONTRIBUTOR, 'name')));

/** What is for podcasts is in RSS alone, and must not stop another format. */
function inRss(kind: Kind): Kind {
  return (value, owner, field) => (owner.format === 'rss' ? kind(value, owner, field) : undefined);
}

/** Elements of the podcast namespace that have a table, which says what they may be. */
function tags<Key extends TagKey>(keys: readonly Key[]): Readonly<Record<Key, Kind>> {
  const kinds = keys.map((key): readonly [Key, Kind] => [
    key,
    (value, owner, field) => {
      if (value === undefined || value === null || value === false) return undefined;
      const { values, faults } = readTags(value, TAGS[key], (url) => url);
      for (const { reason } of faults) refuse(owner, field, reason);
      return values;
    },
  ]);
  return Object.fromEntries(kinds) as Record<Key, Kind>;
}

const EPISODE: Fields<Episode> = {
  ...tags(EPISODE_TAGS),
  title: text,
  isBlocked: flag,
  season: whole(1),
  seasonName: text,
  number: whole(1),
  display: text,
  type: oneOf('full', 'trailer', 'bonus'),
  explicit: flag,
  image: text,
  people: PEOPLE,
  transcripts: list(record({ url: text, type: MEDIA_TYPE, language: text, isCaptions: flag }, 'url', 'type')),
  chaptersUrl: text,
  chapters: list(
    record({ start: number, end: number, title: text, url: text, image: text, isHidden: flag }, 'start'),
  ),
  soundbites: list(record({ start: number, duration: number, title: text }, 'start', 'duration')),
};

const SHOW_CATEGORY: Kind = (value, owner, field) => {
  const taken = record({ name: text, sub: list(text) }, 'name')(value, owner, field);
  return taken === undefined ? undefined : { sub: [], ...taken };
};

const SHOW: Fields<Show> = {
  ...tags(SHOW_TAGS),
  author: text,
  owner: record({ name: text, email: EMAIL }),
  image: text,
  categories: list(orText('name', SHOW_CATEGORY)),
  explicit: flag,
  type: oneOf('episodic', 'serial'),
  isComplete: flag,
  isBlocked: flag,
  newFeedUrl: text,
  guid: UUID,
  medium: MEDIUM,
  locked: flag,
  funding: list(record({ url: text, text }, 'url', 'text')),
  people: PEOPLE,
  license: record({ name: text, url: text }, 'name'),
  updateFrequency: record({ text, rrule: text, isComplete: flag }, 'text'),
};

export const ITEM: Fields<Item> = {
  title: text,
  id: text,
  link: text,
  date: anything,
  description: text,
  content: text,
  category: list(orText('name', record(CATEGORY))),
  guid: text,
  image: FILE,
  audio: FILE,
  video: FILE,
  enclosure: FILE,
  author: list(PERSON),
  contributor: list(PERSON),
  published: anything,
  copyright: text,
  extensions: EXTENSIONS,
  isUntitled: flag,
  atomId: text,
  summary: text,
  markdown: text,
  language: text,
  attachments: list(FILE),
  translations: list(record({ language: text, url: text })),
  episode: inRss(record(EPISODE)),
  externalUrl: text,
  comments: orText('url', record({ url: text, count: whole(0) })),
};

const FEED_LINKS = record({ rss: text, atom: text, json: text, rss2: text, atom1: text, json1: text });

export const OPTIONS: Fields<Omit<FeedOptions, 'generator' | 'onProblem'>> = {
  id: text,
  title: text,
  updated: anything,
  language: text,
  ttl: anything,
  stylesheet: text,
  feed: text,
  feedLinks: FEED_LINKS,
  hub: list(text),
  docs: text,
  podcast: flag,
  category: text,
  author: list(PERSON),
  link: text,
  description: text,
  image: text,
  favicon: text,
  copyright: text,
  authors: list(PERSON),
  hubs: list(text),
  links: list(record(LINK)),
  icon: text,
  show: inRss(record(SHOW)),
  explicit: flag,
  titleFormat: oneOf('text', 'html'),
  namespaces: dictionary,
};
