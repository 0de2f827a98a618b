/** What Pelican's links begin with: `{filename}post.md`, and `|filename|post.md` of its first versions. */
const PREFIX = /^(?:[{|]|%7[BC])(filename|static|attach|author|category|tag|index|archives)(?:[}|]|%7[DC])/i;

/**
 * A link of Pelican as other tools write it: the path of a file, from the top of the content where it begins with `/`, or the home
 * page of the site.
 * @returns the link as it was where it is none of Pelican's; nothing for a page whose URL only Pelican knows
 */
export function readPelicanLink(link: string, site: string): string | undefined {
  const match = PREFIX.exec(link);
  if (!match) return link;
  const rest = link.slice(match[0].length);
  const place = match[1]?.toLowerCase();
  if (place === 'index') return site;
  if (place !== 'filename' && place !== 'static' && place !== 'attach') return undefined;
  // As Zola writes a link to an article.
  if (place === 'filename') return `@/${rest.replace(/^\/+/, '')}`;
  return rest.startsWith('/') ? new URL(rest.replace(/^\/+/, ''), site).href : rest;
}
