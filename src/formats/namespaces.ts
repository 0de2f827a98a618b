/** Namespace URIs by the prefix that readers expect (R27, R46): exact, with every slash. */
export const namespaces: Readonly<Record<string, string>> = {
  admin: 'http://webns.net/mvcb/',
  atom: 'http://www.w3.org/2005/Atom',
  cc: 'http://web.resource.org/cc/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  fh: 'http://purl.org/syndication/history/1.0',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  georss: 'http://www.georss.org/georss',
  googleplay: 'http://www.google.com/schemas/play-podcasts/1.0',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  opensearch: 'http://a9.com/-/spec/opensearch/1.1/',
  podcast: 'https://podcastindex.org/namespace/1.0',
  psc: 'http://podlove.org/simple-chapters',
  rawvoice: 'http://www.rawvoice.com/rawvoiceRssModule/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  source: 'http://source.scripting.com/',
  spotify: 'http://www.spotify.com/ns/rss',
  sy: 'http://purl.org/rss/1.0/modules/syndication/',
  thr: 'http://purl.org/syndication/thread/1.0',
  webfeeds: 'http://webfeeds.org/rss/1.0',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

/** `xmlns:` attributes for prefixes, in alphabetical order so that the bytes stay the same. */
export function declareNamespaces(
  prefixes: Iterable<string>,
  added: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const sorted = [...new Set(prefixes)].sort();
  return Object.fromEntries(
    sorted.map((prefix) => [`xmlns:${prefix}`, added[prefix] ?? namespaces[prefix] ?? '']),
  );
}
