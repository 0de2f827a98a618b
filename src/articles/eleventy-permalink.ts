import type { FrontMatter } from './front-matter.ts';
import { fixedPrefix } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toEleventySlug, toOldEleventySlug } from './slugs.ts';
import { stemOf } from './tool-paths.ts';
import { toText } from './values.ts';

const DATE_PARTS: Readonly<Record<string, string>> = {
  '%Y': ':year',
  '%m': ':month',
  '%d': ':day',
  '%-m': ':i_month',
  '%-d': ':i_day',
  '%y': ':short_year',
  '%b': ':short_month',
  '%B': ':long_month',
  '%j': ':y_day',
  '%H': ':hour',
  '%M': ':minute',
  '%S': ':second',
};

/**
 * Translates a permalink of Eleventy to our placeholders: `/blog/{{ page.fileSlug }}/` is `/blog/:basename/`.
 * @param permalink the template of the site, whose first part is where the input folder has the articles
 * @returns undefined when something in it is not known
 */
export function translatePermalink(
  text: string,
  data: FrontMatter,
  facts: PermalinkFacts,
  permalink: string,
): string | undefined {
  let isKnown = true;
  const translated = text.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const value =
      translate(expression, facts, permalink) ??
      fillOwn(expression, data) ??
      followFilters(expression, data, facts);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown && !translated.includes('{%') && !translated.includes('{{') ? translated : undefined;
}

/** Whether a permalink uses a filter that the site defines itself: it may do anything, and mostly does what Eleventy's own does. */
export function usesOwnFilter(text: string, { ownFilters }: PermalinkFacts): boolean {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].some(([, expression = '']) =>
    expression
      .split('|')
      .slice(1)
      .some((filter) => ownFilters?.().has(/\w+/.exec(filter)?.[0] ?? '')),
  );
}

/** The slug of a text by one of the two filters that Eleventy has; undefined for other filters. */
function slugOf(text: string, filter: string | undefined): string | undefined {
  const slug = filter === 'slug' ? toOldEleventySlug(text) : toEleventySlug(text);
  // A colon would begin a placeholder.
  return slug === undefined || /:[a-z]/.test(slug) ? undefined : slug;
}

function translate(expression: string, facts: PermalinkFacts, permalink: string): string | undefined {
  const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
  const [filter] = filters;
  if (filters.length > 1) return undefined;
  const isSlug = filter === 'slugify' || filter === 'slug';
  if (name === 'page.fileSlug' && (filter === undefined || isSlug)) return ':basename';
  if (name === 'page.filePathStem' && filter === undefined) return fixedPrefix(permalink) + stemOf(facts);
  if (name === 'slug' && facts.ownSlug !== undefined && (filter === undefined || isSlug)) return ':slug';
  if (name === 'title' && isSlug) return slugOf(facts.title, filter);
  const format = /^date:\s*["']([^"']+)["']$/.exec(filter ?? '')?.[1];
  if ((name === 'page.date' || name === 'date') && format !== undefined) return translateDate(format);
  return undefined;
}

/** A key of the front matter as it is written, in small or in big letters, or the first of its texts. */
function fillOwn(expression: string, data: FrontMatter): string | undefined {
  const [, name = '', first, filter] = /^(\w+)(\[0\])?(?:\s*\|\s*(\w+))?$/.exec(expression) ?? [];
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  const text = toText(first !== undefined && Array.isArray(value) ? value[0] : value);
  // A colon would begin a placeholder.
  if (text === undefined || text.includes(':') || (first === undefined && Array.isArray(value)))
    return undefined;
  if (filter === undefined) return text;
  if (/^(?:downcase|lower)$/.test(filter)) return text.toLowerCase();
  return /^(?:slugify|slug)$/.test(filter) ? slugOf(text, filter) : undefined;
}

/** Filters in a row that begin with a key, or with another one where it is missing: `slug | default: title | slugify`. */
function followFilters(expression: string, data: FrontMatter, facts: PermalinkFacts): string | undefined {
  const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
  const termOf = (term: string): string | undefined => {
    const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(term);
    if (quoted !== null) return quoted[1] ?? quoted[2];
    if (term === 'page.fileSlug') return ':basename';
    return term === 'title' ? facts.title : Object.hasOwn(data, term) ? (toText(data[term]) ?? '') : '';
  };
  if (!/^(?:page\.fileSlug|\w+)$/.test(name) || name === 'page' || name === 'date') return undefined;
  let value = termOf(name);
  for (const filter of filters) {
    const other = /^default\s*(?::\s*|\(\s*)(["']?[\w .-]+["']?)\s*\)?$/.exec(filter)?.[1];
    if (other !== undefined) value = value || termOf(other.trim());
    else if (value === ':basename') value = /^slug(?:ify)?$/.test(filter) ? value : undefined;
    else if (/^(?:downcase|lower)$/.test(filter)) value = value?.toLowerCase();
    else if (value !== undefined) value = /^slug(?:ify)?$/.test(filter) ? slugOf(value, filter) : undefined;
  }
  const isText = value === ':basename' || !value?.includes(':');
  return isText && value !== '' ? value : undefined;
}

function translateDate(format: string): string | undefined {
  const parts = format.replace(/%-?[A-Za-z]/g, (part) => DATE_PARTS[part] ?? '%');
  return parts.includes('%') ? undefined : parts;
}
