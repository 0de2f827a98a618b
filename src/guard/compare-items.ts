import type { PublishedItem } from '../documents/published-feed.ts';
import type { ChangedFact } from '../model/index.ts';
import { htmlToLine } from '../text/html-text.ts';
import { foldTypography } from './likeness.ts';

/** Dates that differ by less are one date: some tools drop the seconds. */
const SAME_MINUTE = 60_000;

/**
 * What differs in an item for its readers. Between two tools, markup does not count, only the text and the URLs in it.
 * @param isForeign whether another tool wrote the old item
 */
export function compareItem(
  old: PublishedItem,
  now: PublishedItem,
  isForeign: boolean,
): readonly ChangedFact[] {
  const facts: ChangedFact[] = [];
  const note = (fact: ChangedFact, differs: boolean) => {
    if (differs) facts.push(fact);
  };
  // Atom asks for a title where there is none.
  note('title', !(isForeign && !old.title) && !isSameText(old.title, now.title));
  note('url', old.url !== undefined && old.url !== now.url);
  note('published', differsInDate(old.published, now.published));
  // Not every format, and not every tool, says when an article was updated.
  note('updated', differsInDate(old.updated, now.updated));
  note('content', !isSameMarkup(old, now, isForeign));
  note('summary', !isForeign && !isSameText(old.summary, now.summary));
  // Between two tools these differ by where they are written, not by what they say.
  note('authors', !isForeign && old.authors !== now.authors);
  note('tags', !isForeign && old.tags !== now.tags);
  return facts;
}

/** A shorter text is short anyway. */
const LONG = 400;

/**
 * Whether subscribers have the full text of an article and would get a part of it, although there is more.
 * @param full HTML of the article
 */
export function isShortened(old: PublishedItem, now: PublishedItem, full = ''): boolean {
  const length = (html: string) => htmlToLine(html).length;
  const was = length(old.content || old.summary || '');
  return was > LONG && length(now.content || now.summary || '') < was / 2 && length(full) > was / 2;
}

/** Whether two dates are known and differ. */
export function differsInDate(old: number | undefined, now: number | undefined): boolean {
  return old !== undefined && now !== undefined && Math.abs(old - now) >= SAME_MINUTE;
}

function isSameText(old = '', now = ''): boolean {
  return old === now || foldTypography(htmlToLine(old)) === foldTypography(htmlToLine(now));
}

function isSameMarkup(was: PublishedItem, is: PublishedItem, isForeign: boolean): boolean {
  const [old = '', now = ''] = [was.content, is.content];
  if (old === now) return true;
  if (!isForeign || writeTogether(old) !== writeTogether(now)) return false;
  const urls = listUrls(old, was.url);
  const beside = new Set(was.images?.filter((image) => !urls.includes(image)));
  // An image that stood beside the text is shown with it, as before.
  const others = listUrls(now, is.url).filter((url) => !beside.has(url));
  return urls.join('\n') === others.join('\n');
}

/** Text without spaces: a tag inside a word is none, as in `#<span>tag</span>` of Mastodon. */
function writeTogether(html: string): string {
  return foldTypography(htmlToLine(html)).replace(/\s+/g, '');
}

/** Every image and link, in order, as readers follow them: relative ones start at the item. */
function listUrls(html: string, base: string | undefined): readonly string[] {
  const found = html.matchAll(/\s(?:src|href)\s{0,5}=\s{0,5}["']?([^"'\s>]{1,2000})/gi);
  return [...found].map(([, url = '']) => {
    const written = url.replaceAll('&amp;', '&');
    return base !== undefined && URL.canParse(written, base) ? new URL(written, base).href : written;
  });
}
