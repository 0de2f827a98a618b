import { quote } from './quote.ts';

/** The option that accepts a change, or one of a file. */
export function allow(code: string, file?: string): string {
  return `--allow ${code}${file === undefined ? '' : `:${file}`}`;
}

/** What to do about a feed that moved: a copy at the old URL, or a redirect. */
export function movedHint(d: {
  isMoved?: boolean;
  isFolder?: boolean;
  format?: string;
  setting?: string;
}): string {
  const accept = allow('feed-url-changed');
  if (d.isMoved) return `Redirect the old URL to the new one and use ${accept}, or set "site" back.`;
  if (d.isFolder) return `No feed file can be at the old URL: redirect it to the new one and use ${accept}.`;
  const rest = `redirect the old URL, delete the old file and use ${accept}.`;
  if (d.format !== undefined) return `Add ${quote(d.format)} to "formats" again. Or ${rest}`;
  return d.setting === undefined
    ? `Keep the path. Or ${rest}`
    : `To keep a copy there, write ${d.setting}. Or ${rest}`;
}

/** What else there is to do, by what lets so many in: another limit, room that others leave, articles under other ids, or late ones. */
export function floodHint(d: {
  feed: string;
  files: readonly string[];
  lost: number;
  was: number;
  isBeyond: boolean;
  isLarger: boolean;
}): string {
  if (d.isBeyond && d.isLarger)
    return `The feed carried ${d.was} ${d.was === 1 ? 'item' : 'items'}: set "limit" back to that if you raised it, and remove "complete" if you added it. Or`;
  const leave = `${d.lost} ${d.lost === 1 ? 'item leaves' : 'items leave'} the feed`;
  if (d.isBeyond && d.lost > 0)
    return `${leave}, and older articles take their place: restore what should not leave, or`;
  return d.lost >= d.files.length / 2
    ? `${leave} at the same time. If these are the same articles, give them their old IDs ("feedwright adopt ${d.feed}"); if they are not,`
    : "If they are new, give them today's date. Or";
}

/** What to do about an ID that named another article. */
export function reusedHint(d: { id: string; own?: string; file: string; isGuess: boolean }): string {
  const accept = allow('id-reused', d.file);
  if (d.own !== undefined) return `Write its published ID, "id: ${d.own}", or use ${accept}.`;
  const own = `"id: ${d.id}#2"`;
  return d.isGuess
    ? `If it is another article, give it its own ID, such as ${own}: subscribers will see it as new. If it is the same one with another title and date, use ${accept}: they keep it as read.`
    : `Give this one its own ID, such as ${own}, or use ${accept}.`;
}
