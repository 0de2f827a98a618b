import { findNearest } from '../problems/nearest.ts';

/** What other tools call a setting, in lower case without `_` and `-`. */
const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  site: 'url baseurl siteurl rooturl homepage home link host domain origin',
  title: 'name sitename sitetitle feedtitle',
  description: 'subtitle tagline summary sitedescription',
  language: 'lang locale languagecode defaultlanguage defaultcontentlanguage',
  timeZone: 'tz zone',
  author: 'creator by managingeditor webmaster',
  articles: 'posts source src input inputdir folder folders dir contentdir postsdir sourcedir',
  output: 'destination dest out outdir outputdir publishdir publicdir public build',
  exclude: 'ignore ignored excludes ignorefiles',
  permalink: 'permalinks urltemplate urls',
  id: 'guid ids uuid idtemplate',
  limit: 'max count maxitems items numberofposts postlimit postslimit feedlimit rsslimit',
  content: 'fullcontent mode excerptonly',
  formats: 'format feed outputs types files',
  feeds: 'taxonomies collections subfeeds feedlist',
  archive: 'archives history pagination paginate',
  pages: 'page html htmlpages landing',
  lists: 'list opml blogroll autodiscovery',
  image: 'logo cover banner',
  icon: 'favicon avatar',
  copyright: 'rights license licence',
  hub: 'hubs websub pubsubhubbub',
  ttl: 'timetolive cache',
  preset: 'generator framework tool dialect theme type',
  onError: 'errors failure',
  // of feeds
  by: 'groupby group per taxonomy',
  where: 'filter match only',
  min: 'minimum minitems',
  // of a person
  name: 'fullname displayname author',
  email: 'mail emailaddress',
  url: 'website homepage link uri web site',
  avatar: 'picture photo image gravatar',
  // of formats
  rss: 'rdf rss2 xml',
  atom: 'atom1 atom10',
  json: 'jsonfeed json1',
  // of one format
  path: 'file name output filename',
  aliases: 'alias old also redirects redirectfrom copies',
};

/**
 * The setting that was probably meant by a key that is not known.
 * @param known the keys that may be there
 */
export function findNearestKey(key: string, known: readonly string[]): string | undefined {
  if (key.length > 40) return undefined;
  const folded = fold(key);
  const names = new Map(known.map((name) => [fold(name), name]));
  const foreign = known.find((name) => FOREIGN_NAMES[name]?.split(' ').includes(folded));
  return names.get(folded) ?? foreign ?? names.get(findNearest(folded, [...names.keys()]) ?? '');
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '');
}
