import { asData, asText, type Data, type Project } from './project.ts';

/** Where themes and the templates of Astro keep what a site says of itself, below the folder of the sources. */
const FILES = [
  'consts',
  'config',
  'site.config',
  'data/site',
  'constants',
  'config/site',
  'config/index',
  'constants/site',
  'site',
  'siteConfig',
];
const OBJECTS = [
  'SITE',
  'site',
  'siteConfig',
  'SITE_CONFIG',
  'siteMetadata',
  'SITE_METADATA',
  'siteInfo',
  'SITE_INFO',
];
/** The feeds that `@astrojs/rss` writes. */
const FEEDS = ['rss', 'feed', 'atom', 'index'];

/** What a site says of itself: as a constant, in an object, else in the program of its own feed. */
export interface SiteWords {
  readonly title: string | undefined;
  readonly description: string | undefined;
}

/** @param source the folder of the sources, usually `src` */
export function readSiteWords(source: string, project: Project): SiteWords {
  const read = (path: string): readonly Data[] =>
    ['.ts', '.js', '.mjs']
      .map((end) => project.read(path + end))
      .filter((data) => data !== undefined)
      .slice(0, 1);
  const files = [...FILES.map((name) => `${source}/${name}`), 'site.config', 'consts'].flatMap(read);
  const objects = files.flatMap((file) => OBJECTS.map((name) => asData(file[name])));
  const [feed = {}]: readonly Data[] = FEEDS.flatMap((name) => read(`${source}/pages/${name}.xml`));
  // A default export has no name.
  const whole = ['site.config', `${source}/site.config`].flatMap(read);
  const first = (found: readonly Data[], ...keys: readonly string[]) =>
    found.flatMap((data) => keys.flatMap((key) => asText(data[key]) ?? [])).at(0);
  return {
    title:
      first(files, 'SITE_TITLE', 'SITE_NAME') ??
      first(objects, 'title', 'name') ??
      first([...whole, feed], 'title'),
    description:
      first(files, 'SITE_DESCRIPTION') ??
      first(objects, 'description', 'desc') ??
      first([...whole, feed], 'description'),
  };
}
