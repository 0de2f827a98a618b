/**
 * The `permalink` of an article that is to stay where it is: a path on this site, whatever its scheme and `www.` were; else the URL.
 * @param site absolute
 * @returns undefined for what is no URL of the web
 */
export function toPermalink(url: string, site: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, protocol, host, pathname, search } = new URL(url);
  if (!/^https?:$/.test(protocol)) return undefined;
  const isHere =
    bareHost(host) === bareHost(new URL(site).host) && pathname.startsWith(new URL(site).pathname);
  return isHere && search === '' && !/[:{]/.test(pathname) ? pathname : href;
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}
