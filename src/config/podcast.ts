import type { Show } from '../model/index.ts';
import { readTags } from '../podcasts/read-tags.ts';
import { SHOW_TAGS, TAGS, type TagKey } from '../podcasts/tags.ts';
import { toList } from '../text/data.ts';
import { type RawPeople, readPeople } from './people.ts';

type Funding = Show['funding'][number];

/** Elements that have a table, as they are in the file. */
type ShowTag = (typeof SHOW_TAGS)[number];
type RawTags = Readonly<Partial<Record<TagKey, unknown>>>;

/** `podcast` as it is in the file, after the check. */
export interface RawPodcast extends RawTags {
  readonly author?: string;
  readonly owner?: string | { readonly name?: string; readonly email: string };
  readonly image?: string;
  readonly category?: string | readonly string[];
  readonly explicit?: boolean;
  readonly type?: 'episodic' | 'serial';
  readonly complete?: boolean;
  readonly block?: boolean;
  readonly newFeedUrl?: string;
  readonly guid?: string;
  readonly medium?: string;
  readonly locked?: boolean;
  readonly funding?: Funding | readonly Funding[];
  readonly hosts?: RawPeople;
  readonly license?: string | { readonly name: string; readonly url?: string };
  readonly frequency?:
    | string
    | { readonly text: string; readonly rrule?: string; readonly complete?: boolean };
}

/** Fills in what a show does not say. @param resolveLink makes a URL absolute */
export function resolveShow(raw: RawPodcast, resolveLink: (link: string) => string): Show {
  const {
    owner,
    image,
    category = [],
    complete,
    block,
    hosts,
    funding = [],
    license,
    frequency,
    ...others
  } = raw;
  return {
    ...leaveTags(others),
    ...resolveTags(raw, resolveLink),
    ...(owner === undefined ? {} : { owner: readOwner(owner) }),
    ...(image === undefined ? {} : { image: resolveLink(image) }),
    categories: joinCategories(toList<string>(category).map(divideCategory)),
    ...(complete === undefined ? {} : { isComplete: complete }),
    ...(block === undefined ? {} : { isBlocked: block }),
    funding: toList<Funding>(funding),
    people:
      hosts === undefined ? [] : readPeople(hosts, resolveLink).map((host) => ({ ...host, role: 'host' })),
    ...(license === undefined
      ? {}
      : { license: typeof license === 'string' ? readLicense(license) : license }),
    ...(frequency === undefined ? {} : { updateFrequency: readFrequency(frequency) }),
  };
}

function leaveTags<Fields extends RawTags>(fields: Fields): Omit<Fields, ShowTag> {
  const plain = Object.entries(fields).filter(([key]) => !Object.hasOwn(TAGS, key));
  return Object.fromEntries(plain) as Omit<Fields, ShowTag>;
}

/** A license by its name, or one of Creative Commons by its URL. */
function readLicense(text: string): NonNullable<Show['license']> {
  const [, kind = '', version = ''] =
    /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/i.exec(text) ?? [];
  return kind === '' ? { name: text } : { name: `cc-${kind.toLowerCase()}-${version}`, url: text };
}

/** A URL that apps open. */
export function onWeb(url: string): string | undefined {
  return /^https?:\/\/./i.test(url) ? url : undefined;
}

/** Elements that have a table; what is wrong with them is said by the check of settings. */
function resolveTags(raw: RawTags, resolveLink: (link: string) => string): Pick<Show, ShowTag> {
  const written = SHOW_TAGS.filter((key) => raw[key] !== undefined);
  // The table makes what the types say.
  const toUrl = (link: string) => onWeb(resolveLink(link));
  return Object.fromEntries(written.map((key) => [key, readTags(raw[key], TAGS[key], toUrl).values]));
}

function readFrequency(often: NonNullable<RawPodcast['frequency']>): NonNullable<Show['updateFrequency']> {
  if (typeof often === 'string') return { text: often };
  const { complete, ...same } = often;
  return { ...same, ...(complete ? { isComplete: true } : {}) };
}

/** `Society & Culture > Documentary` as its two names. */
export function divideCategory(text: string): readonly [name: string, sub: string | undefined] {
  const [name = '', sub] = text.split('>').map((part) => part.trim());
  return [name, sub === '' ? undefined : sub];
}

function joinCategories(all: readonly (readonly [string, string | undefined])[]): Show['categories'] {
  const names = [...new Set(all.map(([name]) => name))];
  return names.map((name) => ({
    name,
    sub: all.flatMap(([other, sub]) => (other === name && sub !== undefined ? [sub] : [])),
  }));
}

function readOwner(owner: NonNullable<RawPodcast['owner']>): NonNullable<Show['owner']> {
  if (typeof owner !== 'string') return owner;
  const [{ name, email } = { name: '' }] = readPeople(owner, (link) => link);
  return email === undefined ? { email: owner } : { name, email };
}
