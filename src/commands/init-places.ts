import { isAbsolute, relative, resolve, sep } from 'node:path';
import { checkShape } from '../config/check.ts';
import { SETTINGS } from '../config/settings-table.ts';
import type { PublishedFeed } from '../documents/published-feed.ts';
import type { Config } from '../model/index.ts';
import type { NewSettings } from '../setup/choose-settings.ts';
import type { LoadedTrial } from './trial.ts';

type Format = 'rss' | 'atom' | 'json';

/** Where readers have the feeds, in which format and how long: that is kept, or said (R1, R50). */
export function followPlaces(
  feeds: readonly PublishedFeed[],
  config: Config,
  { settings, collected }: LoadedTrial,
): { readonly settings: NewSettings; readonly notes: readonly string[] } {
  const places = feeds.flatMap(({ self, source, format }) => {
    const named = [self, source].find((each) => each !== undefined && URL.canParse(each));
    const url = named ?? urlOfFile(source, config);
    return format === 'rdf' ? [] : [{ format, url }];
  });
  const paths = new Map<Format, string>();
  const notes: string[] = [];
  for (const { format, url } of places) {
    if (url === undefined || paths.has(format)) continue;
    const path = pathBelow(url, config.site);
    if (path !== undefined && isPath(format, path)) paths.set(format, path);
    else
      notes.push(
        `Subscribers read the feed at ${url}. No file can be there, so redirect that URL to the new feed.`,
      );
  }
  // Feeds of parts of the site become one that has them all.
  const items = new Set(feeds.flatMap((feed) => feed.items.map(({ url, id }) => url ?? id)));
  const limit = chooseLimit(items.size, collected.candidates.length, config.limit);
  const formats = {
    ...(typeof settings.formats === 'object' ? settings.formats : {}),
    ...Object.fromEntries(paths),
  };
  return {
    settings: {
      ...(paths.size > 0 ? { formats: leaveOut(formats, config, paths) } : {}),
      ...(limit === undefined || settings.limit !== undefined ? {} : { limit }),
    },
    notes,
  };
}

/** The URL of a feed that does not say its own, where its file is on the built site. */
function urlOfFile(file: string, { built, site, workingDirectory }: Config): string | undefined {
  const path = built === undefined ? '..' : relative(built, resolve(workingDirectory, file));
  if (path === '' || isAbsolute(path) || path.split(sep)[0] === '..') return undefined;
  return site.replace(/\/*$/, '/') + path.split(sep).map(encodeURIComponent).join('/');
}

/** The length that readers know, where a feed would have another. */
function chooseLimit(length: number, articles: number, usual: number): number | undefined {
  const own = Math.min(articles, usual);
  // A feed of more items than there are articles has them all.
  if (length > articles) return articles > usual ? length : undefined;
  return length > 0 && length !== own ? length : undefined;
}

/** Another format must not be written to a path that readers have for this one. */
function leaveOut(formats: object, config: Config, paths: ReadonlyMap<Format, string>): object {
  const taken = new Set(paths.values());
  const lost = config.formats.filter(({ format, path }) => !paths.has(format) && taken.has(path));
  return { ...formats, ...Object.fromEntries(lost.map(({ format }) => [format, false])) };
}

function pathBelow(url: string, site: string): string | undefined {
  const { host, pathname } = new URL(url);
  const home = new URL(site);
  const isHere = host.replace(/^www\./, '') === home.host.replace(/^www\./, '');
  return isHere && pathname.startsWith(home.pathname) ? pathname.slice(home.pathname.length) : undefined;
}

function isPath(format: Format, path: string): boolean {
  return checkShape({ [format]: path }, SETTINGS.formats).length === 0;
}
