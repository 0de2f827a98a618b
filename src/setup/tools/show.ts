import { meantCategory } from '../../config/verify-podcasts.ts';
import { asData, asText, type Data } from './project.ts';

/** Names of the facts of a show in configurations of themes and plugins, folded, the most certain first. */
const NAMES = {
  author: ['itunesauthor', 'podcastauthor', 'author'],
  ownerName: ['itunesownername', 'podcastownername', 'podcastowner', 'itunesowner'],
  ownerEmail: ['itunesowneremail', 'podcastowneremail', 'itunesemail', 'podcastemail', 'email'],
  image: [
    'itunesimage',
    'podcastimage',
    'podcastimagepath',
    'podcastalbumart',
    'podcastartwork',
    'podcastcover',
  ],
  category: [
    'itunestopcategory',
    'itunescategory',
    'itunescategories',
    'podcastcategory',
    'podcastcategories',
  ],
  sub: ['itunesfirstsubcategory', 'itunessubcategory', 'podcastsubcategoryone', 'podcastsubcategory'],
  explicit: ['itunesexplicit', 'podcastexplicit', 'explicit'],
  type: ['itunestype', 'podcasttype'],
  guid: ['podcastguid'],
  audio: [
    'mediaprefix',
    'audioprefix',
    'audiobaseurl',
    'audiobase',
    'enclosureprefix',
    'episodeurlbase',
    'downloadurl',
  ],
} as const;

/** How deep the facts of a show stand, as in `params.feed.itunes_author`. */
const DEPTH = 3;

/** What the configuration of a site says of a podcast, in our words: a show, and where its audio is. */
export function readShow(...places: readonly Data[]): {
  readonly podcast?: unknown;
  readonly audio?: string;
} {
  const texts = new Map<string, string>();
  for (const place of places) gather(place, '', DEPTH, texts);
  const find = (fact: keyof typeof NAMES) =>
    (NAMES[fact] as readonly string[]).map((name) => texts.get(name)).find((text) => text !== undefined);
  const audio = find('audio');
  const category = findCategory(find('category'), find('sub'));
  const explicit = find('explicit')?.toLowerCase();
  const [type, guid, email] = [find('type')?.toLowerCase(), find('guid'), find('ownerEmail')];
  const show = {
    category,
    explicit: explicit === undefined ? undefined : /^(?:yes|true|explicit)$/.test(explicit),
    author: find('author'),
    owner: email !== undefined && MAIL.test(email) ? { name: find('ownerName'), email } : undefined,
    image: find('image')?.replace(/^(?![a-z]+:|\/)/i, '/'),
    type: type === 'serial' || type === 'episodic' ? type : undefined,
    guid: guid !== undefined && UUID.test(guid) ? guid : undefined,
  };
  return {
    ...(category === undefined ? {} : { podcast: withoutGaps(show) }),
    ...(audio === undefined || !/^https?:\/\/\S+$/i.test(audio) ? {} : { audio }),
  };
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+$/;
const UUID = /^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i;

/** Every text by its key, and by that behind the key of the mapping that it is in. */
function gather(data: Data, parent: string, depth: number, texts: Map<string, string>): void {
  for (const [key, value] of Object.entries(data)) {
    const name = key.toLowerCase().replaceAll(/[-_]/g, '');
    const text = typeof value === 'boolean' ? String(value) : asText(Array.isArray(value) ? value[0] : value);
    if (text !== undefined)
      for (const each of [name, parent + name]) if (!texts.has(each)) texts.set(each, text);
    const isShow = /^(?:podcast|itunes)/.test(parent);
    if (depth > 0) gather(asData(value), isShow ? parent + name : name, depth - 1, texts);
  }
}

/** A category of Apple's list, with its subcategory where the list has that. */
function findCategory(name: string | undefined, sub: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const whole = sub === undefined ? undefined : `${name} > ${sub}`;
  return whole !== undefined && meantCategory(whole) === whole ? whole : meantCategory(name);
}

function withoutGaps(fields: Readonly<Record<string, unknown>>): Data {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    filled.map(([key, value]) => [key, key === 'owner' ? withoutGaps(asData(value)) : value]),
  );
}
