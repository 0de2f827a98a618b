import type { Preset } from '../model/index.ts';
import { DAYS, MONTHS } from '../text/date-names.ts';
import { decodePercent } from '../text/percent-encoding.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toHugoPath, toJekyllSlug } from './slugs.ts';
import {
  expandBasename,
  expandName,
  expandPostTitle,
  expandSections,
  expandSlug,
  expandTitle,
  ofTool,
  presetPath,
  stemOf,
} from './tool-paths.ts';

/** Jekyll's named styles. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

const PLACEHOLDER = /:([a-z]+(?:_[a-z]+)*)/g;

const SOME_SECTIONS = /:(sections|sectionslugs)\[((?:\d|last|:)+)\]/g;

type Expand = (facts: PermalinkFacts, date: Date) => string;

/** One line per placeholder; values are percent-encoded by the caller, segment by segment. */
const PLACEHOLDERS: Readonly<Record<string, Expand>> = {
  year: (_, date) => String(date.getUTCFullYear()).padStart(4, '0'),
  short_year: (_, date) => pad(date.getUTCFullYear() % 100),
  month: (_, date) => pad(date.getUTCMonth() + 1),
  i_month: (_, date) => String(date.getUTCMonth() + 1),
  monthname: (facts, date) => ofTool(facts, MONTHS[date.getUTCMonth()] ?? ''),
  short_month: (facts, date) => ofTool(facts, (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)),
  long_month: (_, date) => MONTHS[date.getUTCMonth()] ?? '',
  day: (_, date) => pad(date.getUTCDate()),
  i_day: (_, date) => String(date.getUTCDate()),
  y_day: (_, date) => String(dayOfYear(date)).padStart(3, '0'),
  yearday: (_, date) => String(dayOfYear(date)),
  week: (_, date) => pad(weekOf(date).week),
  w_year: (_, date) => String(weekOf(date).year),
  w_day: (_, date) => String(date.getUTCDay() || 7),
  weekday: (_, date) => String(date.getUTCDay()),
  weekdayname: (facts, date) => ofTool(facts, DAYS[date.getUTCDay()] ?? ''),
  short_day: (facts, date) => ofTool(facts, (DAYS[date.getUTCDay()] ?? '').slice(0, 3)),
  long_day: (_, date) => DAYS[date.getUTCDay()] ?? '',
  hour: (_, date) => pad(date.getUTCHours()),
  minute: (_, date) => pad(date.getUTCMinutes()),
  second: (_, date) => pad(date.getUTCSeconds()),
  slug: expandSlug,
  title: expandTitle,
  path: (facts) => facts.customPath ?? presetPath(facts),
  stem: stemOf,
  filename: (facts) => ofTool(facts, facts.path.name),
  basename: expandBasename,
  post_title: expandPostTitle,
  name: expandName,
  contentbasename: (facts) => ofTool(facts, facts.path.name),
  slugorfilename: (facts) => ofTool(facts, facts.slug),
  slugorcontentbasename: (facts) => ofTool(facts, facts.slug),
  section: (facts) => expandSections(facts, facts.sectionsOf().slice(0, 1)),
  sections: (facts) => expandSections(facts, facts.sectionsOf()),
  sectionslug: (facts) => ofTool(facts, facts.sectionSlugsOf()[0] ?? ''),
  sectionslugs: (facts) => ofTool(facts, facts.sectionSlugsOf().join('/')),
  output_ext: (facts) => facts.ending,
  language: (facts) => facts.language,
  categories: (facts) => facts.categories.join('/'),
  slugified_categories: (facts) => facts.categories.map(toJekyllSlug).join('/'),
  category: (facts) => facts.categories[0] ?? '',
};

const SAMPLE_DATE: Readonly<Record<string, string>> = { year: '2025', month: '11', day: '04' };

/** A template for ids as it looks with an article: dates in the place of dates, `x` for the rest. */
export function fillSample(template: string): string {
  return template.replace(PLACEHOLDER, (whole, name: string) => {
    const isKnown = Object.hasOwn(PLACEHOLDERS, name) || /^url(?:_path|_decoded)?$/.test(name);
    return isKnown ? (SAMPLE_DATE[name] ?? 'x') : whole;
  });
}

/** The placeholders of a template that do not exist. */
export function findUnknownPlaceholders(template: string): readonly string[] {
  const names = [...template.replace(SOME_SECTIONS, '').matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return names.filter((name) => !Object.hasOwn(PLACEHOLDERS, name)).map((name) => `:${name}`);
}

/** Whether the tool takes any key of an article for a placeholder. */
export function takesKeys(preset: Preset | undefined): boolean {
  return preset === 'hexo' || preset === 'astro';
}

/** The template that the name of a Jekyll style stands for; any other template as it is. */
export function spellOutStyle(template: string): string {
  return STYLES[template] ?? template;
}

/**
 * Fills a template such as `/:year/:month/:slug/`. Unknown placeholders stay as they are.
 * @returns a percent-encoded path (RFC 3986 §3.3) without empty segments
 */
export function expandPermalink(template: string, facts: PermalinkFacts): string {
  const date = new Date(facts.wall);
  const expanded = spellOutStyle(template)
    .replace(SOME_SECTIONS, (_, name: string, part: string) =>
      encodePath(
        name === 'sections'
          ? expandSections(facts, pickSections(facts.sectionsOf(), part))
          : ofTool(facts, pickSections(facts.sectionSlugsOf(), part).join('/')),
      ),
    )
    .replace(PLACEHOLDER, (whole, name: string) => {
      const own = facts.isId ? undefined : facts.readValue?.(name);
      if (own !== undefined) return encodePath(own);
      const expand = Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name] : undefined;
      return expand ? encodePath(expand(facts, date)) : whole;
    });
  return endPath(expanded, template, facts).replace(/(?<!:)\/{2,}/g, '/');
}

/**
 * Hugo keeps `%C3` and the like in its own paths as they are written. It reads the paths of its `permalinks` as queries: `+` is a space there, `%C3%A9` a letter, and a `#` at the end of a name begins an
 * empty fragment (tried with 0.111, 0.131 and 0.169); but not in its own paths, nor in the URL that an article gives itself.
 */
export function readAsQuery(path: string, template: string, { preset, slugs }: PermalinkFacts): string {
  if (preset !== 'hugo' || !/\+|%(?:25|23\/)/.test(path)) return path;
  if (template.includes(':path')) return keepEscapes(path);
  const query = decodePercent(path)
    .replace(/(?<!#)#(?=\/)/g, '')
    .replaceAll('+', ' ');
  return encodePath(toHugoPath(decodePercent(query), slugs));
}

/**
 * In its own paths Hugo takes an escape for one, as in the slugs that WordPress wrote (`%e4%b8%ad`), and leaves it as it is, unless a
 * letter beside it must be escaped (EscapedPath of Go's net/url).
 */
function keepEscapes(path: string): string {
  const written = path.replace(/%25(?=[\da-f]{2})/gi, '%');
  return /%(?!25)[\da-f]{2}/i.test(path) ? encodePath(decodePercent(written)) : written;
}

/** The page of a folder has no name of its own; plain text keeps its ending, and a whole page of HTML is the file that is published. */
function endPath(
  path: string,
  template: string,
  { preset, ending, isPage, path: { isIndex, path: below, name } }: PermalinkFacts,
): string {
  if (isPage && !isIndex && template === '/:path/')
    return encodePath(`/${[...below.split('/').slice(0, -1), name].join('/')}${ending}`);
  if (preset === 'vitepress' && isIndex) return path.replace(/(?:\.html)?$/, '/');
  // To Eleventy a page with the name of its folder is the page of that folder.
  if (preset === 'eleventy' && !isIndex && template.endsWith(':path/'))
    return path.replace(/\/([^/]+)\/\1\/$/, '/$1/');
  if (preset === 'eleventy') return path.replace(/\/index\.html$/, '/');
  return ending === '.html' ? path : path.replace(/\.html$/, ending);
}

/** The front of a template before its first placeholder: `/blog/` of `/blog/:year/:slug`. */
export function fixedPrefix(template: string): string {
  const first = template.search(/:[a-z]/);
  return first < 0 ? template : template.slice(0, template.lastIndexOf('/', first) + 1);
}

/** Hugo's `:sections[1:]`, `:sections[last]`: some of them, as a slice of Go. */
function pickSections(sections: readonly string[], part: string): readonly string[] {
  const at = (text: string) => (text === 'last' ? sections.length - 1 : Number(text));
  const [from = '', to] = part.split(':');
  if (to === undefined) return sections.slice(at(from)).slice(0, 1);
  return sections.slice(from === '' ? 0 : at(from), to === '' ? undefined : at(to));
}

/** Percent-encodes text as path segments; `/` stays. */
export function encodePath(text: string): string {
  if (/^[\w./~-]*$/.test(text)) return text;
  return encodeURI(text.toWellFormed()).replace(
    /[?#[\]]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The week of ISO 8601, which belongs to the year of its Thursday. */
function weekOf(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
