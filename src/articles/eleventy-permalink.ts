import { fixedPrefix } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toEleventySlug } from './slugs.ts';

const DATE_PARTS: Readonly<Record<string, string>> = {
  '%Y': ':year',
  '%m': ':month',
  '%d': ':day',
  '%-m': ':i_month',
  '%-d': ':i_day',
  '%H': ':hour',
  '%M': ':minute',
  '%S': ':second',
};

/**
 * A permalink of Eleventy as a template of ours: `/blog/{{ page.fileSlug }}/` is `/blog/:basename/`.
 * @param permalink the template of the site, whose first part is where the input folder has the articles
 * @returns undefined when something in it is not known
 */
export function translatePermalink(
  text: string,
  facts: PermalinkFacts,
  permalink: string,
): string | undefined {
  let isKnown = true;
  const translated = text.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const value = translate(expression, facts, permalink);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown && !translated.includes('{%') && !translated.includes('{{') ? translated : undefined;
}

function translate(expression: string, facts: PermalinkFacts, permalink: string): string | undefined {
  const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
  const [filter] = filters;
  if (filters.length > 1) return undefined;
  const isSlug = filter === 'slugify' || filter === 'slug';
  if (name === 'page.fileSlug' && (filter === undefined || isSlug)) return ':basename';
  if (name === 'page.filePathStem' && filter === undefined) return fixedPrefix(permalink) + stemOf(facts);
  if (name === 'slug' && facts.ownSlug !== undefined && (filter === undefined || isSlug)) return ':slug';
  if (name === 'title' && isSlug) return toEleventySlug(facts.title);
  const format = /^date:\s*["']([^"']+)["']$/.exec(filter ?? '')?.[1];
  if ((name === 'page.date' || name === 'date') && format !== undefined) return translateDate(format);
  return undefined;
}

/** The path without the date of the file name and without ending. */
function stemOf({ path }: PermalinkFacts): string {
  const folders = path.path.split('/').slice(0, -1);
  return [...folders, ...(path.isIndex ? [path.name, 'index'] : [path.slug])].join('/');
}

function translateDate(format: string): string | undefined {
  const parts = format.replace(/%-?[A-Za-z]/g, (part) => DATE_PARTS[part] ?? '%');
  return parts.includes('%') ? undefined : parts;
}
