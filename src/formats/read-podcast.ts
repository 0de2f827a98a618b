import type { Episode, Show } from '../model/index.ts';
import { isMapping } from '../text/data.ts';
import { type Owner, readLine, readWebUrl } from './check.ts';

/** Fields that hold a URL. */
const URLS: ReadonlySet<string> = new Set([
  'url',
  'image',
  'avatar',
  'chaptersUrl',
  'newFeedUrl',
  'accountUrl',
]);

/** What an item says as an episode, with every text on one line and every URL absolute. */
export function readEpisode(episode: Partial<Episode> | undefined, owner: Owner): Episode | undefined {
  if (!episode) return undefined;
  const clean = cleanFields(episode, owner, 'episode') as Partial<Episode>;
  return { people: [], transcripts: [], chapters: [], soundbites: [], ...clean };
}

/** What a feed says as a show. */
export function readShow(show: Partial<Show>, owner: Owner): Show {
  const clean = cleanFields(show, owner, 'show') as Partial<Show>;
  return { categories: [], funding: [], people: [], ...clean };
}

/** The same with legal texts; entries of lists whose URL or name cannot be used are left out. */
function cleanFields(value: object, owner: Owner, field: string): object {
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key,
    cleanValue(each, owner, `${field}.${key}`, URLS.has(key)),
  ]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

function cleanValue(value: unknown, owner: Owner, field: string, isUrl: boolean): unknown {
  if (typeof value === 'string') return isUrl ? readWebUrl(value, owner, field) : readLine(value);
  if (Array.isArray(value))
    return value.flatMap((each) => {
      const clean = cleanValue(each, owner, field, false);
      const isUnusable =
        isMapping(each) && isMapping(clean) && ['url', 'name'].some((key) => key in each && !(key in clean));
      return clean === undefined || isUnusable ? [] : [clean];
    });
  return isMapping(value) ? cleanFields(value, owner, field) : (value ?? undefined);
}
