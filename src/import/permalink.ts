/** Where an article of an export is from now on. */
export interface Place {
  /** A path on this site, or the URL where the article stays. */
  readonly permalink: string;
  /** The URL that it had, if it moves to this site. */
  readonly alias?: string;
}

/**
 * Where an article goes that was at this URL. What was on this site stays where it is, whatever its scheme and `www.` were; what was on
 * the site that the export was made of moves here with its path; anything else keeps its URL.
 * @param site absolute
 * @param exported the site of the export, absolute, if it says one
 * @returns undefined for anything that is not a URL of the web
 */
export function toPermalink(url: string, site: string, exported?: string): Place | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol, pathname, search } = new URL(url);
  if (!/^https?:$/.test(protocol)) return undefined;
  const isPlain = search === '' && !/[:{]/.test(pathname);
  if (isPlain && isOn(url, site)) return { permalink: pathname };
  if (!isPlain || exported === undefined || !URL.canParse(exported) || !isOn(url, exported))
    return { permalink: href };
  const below = pathname.slice(baseOf(exported).length);
  return { permalink: `${baseOf(site)}${below}`, alias: href };
}

function isOn(url: string, site: string): boolean {
  const { host, pathname } = new URL(url);
  return bareHost(host) === bareHost(new URL(site).host) && pathname.startsWith(baseOf(site));
}

/** The path of a home page, with a slash at its end. */
export function baseOf(site: string): string {
  return new URL(site).pathname.replace(/\/?$/, '/');
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}
