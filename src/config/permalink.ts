import type { Preset } from '../model/index.ts';

/** Placeholders of `permalink`; what they stand for is the matter of the articles. */
export const PERMALINK_PLACEHOLDERS: readonly string[] = [
  'year',
  'short_year',
  'month',
  'i_month',
  'monthname',
  'short_month',
  'long_month',
  'day',
  'i_day',
  'y_day',
  'yearday',
  'week',
  'w_year',
  'w_day',
  'weekday',
  'weekdayname',
  'short_day',
  'long_day',
  'hour',
  'minute',
  'second',
  'slug',
  'title',
  'post_title',
  'path',
  'stem',
  'filename',
  'basename',
  'name',
  'contentbasename',
  'slugorfilename',
  'slugorcontentbasename',
  'section',
  'sections',
  'sectionslug',
  'sectionslugs',
  'categories',
  'slugified_categories',
  'category',
  'output_ext',
  'language',
];

const STYLES = ['date', 'pretty', 'ordinal', 'weekdate', 'none'];

/** A template with at least one placeholder that stays inside the site (R69), or the name of a Jekyll style. */
export const PERMALINK_PATTERN = `^(?:${STYLES.join('|')})$|^(?!(?:[^/]*/)*\\.{1,2}(?:/|$))(?=[^\\s]*:[a-z])(?:[^\\s\\\\?#/]|/(?!/))+$`;

/** A template for ids: text without white space, with at least one placeholder. */
export const ID_PATTERN = '^(?=[^\\s]*:[a-z])[^\\s]+$';

const PLACEHOLDER = /:([a-z]+(?:_[a-z]+)*)/g;

/** The placeholders of a permalink template that do not exist, with their colon: ours are in lower case. */
export function findUnknownInPermalink(template: string, preset?: Preset): readonly string[] {
  const found = [...template.replace(/\[[^\]]*\]/g, '').matchAll(/:([A-Za-z\d]+(?:_[a-z]+)*)/g)];
  const unknown = found.filter(([, name = '']) => !PERMALINK_PLACEHOLDERS.includes(name));
  // To Hexo any key of an article is a placeholder, but for a number in its cache, and pages of Astro take any.
  const isKey = (name: string) => preset === 'astro' || (preset === 'hexo' && name !== 'id');
  return unknown.filter(([, name = '']) => !isKey(name)).map(([whole]) => whole);
}

/**
 * The unknown placeholders of an id template, or the whole template when it has no placeholder at all and would give
 * every article the same id (R3). A colon after a letter or digit belongs to the id itself
 * (`tag:example.com,2024:blog/:slug`), so only a colon elsewhere can begin a misspelt placeholder.
 */
export function findUnknownInId(template: string): readonly string[] {
  const found = [...template.matchAll(PLACEHOLDER)];
  const known = [...PERMALINK_PLACEHOLDERS, 'url', 'url_path', 'url_dir', 'url_decoded'];
  const unknown = found.filter(([, name = '']) => !known.includes(name));
  if (unknown.length === found.length) return [template];
  const misspelt = unknown.filter(({ index }) => !/[A-Za-z0-9]/.test(template.charAt(index - 1)));
  return misspelt.map(([whole]) => whole);
}

/** Begins with `/`, unless it is the name of a style. */
export function normalizePermalink(template: string): string {
  return STYLES.includes(template) || template.startsWith('/') ? template : `/${template}`;
}
