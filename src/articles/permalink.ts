import type { Preset } from '../model/index.ts';
import type { PathFacts } from './path-facts.ts';

/** What the placeholders of a permalink or id template stand for. */
export interface PermalinkFacts {
  /** Wall-clock time of publication in the site's zone, as if it were UTC, in ms. */
  readonly wall: number;
  readonly title: string;
  readonly slug: string;
  readonly path: PathFacts;
  /** The slug that the front matter gives. */
  readonly ownSlug: string | undefined;
  /** The language that the address begins with: of a translation beside the original. */
  readonly translation: string | undefined;
  /** A path that the front matter gives for `:path`. */
  readonly customPath?: string | undefined;
  readonly categories: readonly string[];
  readonly preset: Preset | undefined;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Jekyll's named styles. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
};

const PLACEHOLDER = /:([a-z]+(?:_[a-z]+)*)/g;

type Expand = (facts: PermalinkFacts, date: Date) => string;

/** One line per placeholder; values are percent-encoded by the caller, segment by segment. */
const PLACEHOLDERS: Readonly<Record<string, Expand>> = {
  year: (_, date) => String(date.getUTCFullYear()).padStart(4, '0'),
  short_year: (_, date) => pad(date.getUTCFullYear() % 100),
  month: (_, date) => pad(date.getUTCMonth() + 1),
  i_month: (_, date) => String(date.getUTCMonth() + 1),
  monthname: (_, date) => MONTHS[date.getUTCMonth()] ?? '',
  day: (_, date) => pad(date.getUTCDate()),
  i_day: (_, date) => String(date.getUTCDate()),
  y_day: (_, date) => String(dayOfYear(date)).padStart(3, '0'),
  yearday: (_, date) => String(dayOfYear(date)),
  hour: (_, date) => pad(date.getUTCHours()),
  minute: (_, date) => pad(date.getUTCMinutes()),
  second: (_, date) => pad(date.getUTCSeconds()),
  slug: (facts) => (facts.preset === 'hugo' ? toHugoPath(facts.ownSlug ?? facts.title) : facts.slug),
  title: expandTitle,
  path: (facts) => facts.customPath ?? presetPath(facts),
  filename: (facts) => facts.path.name,
  basename: (facts) => facts.path.slug,
  name: (facts) => facts.path.slug,
  contentbasename: (facts) => facts.path.name,
  slugorfilename: (facts) => facts.slug,
  slugorcontentbasename: (facts) => facts.slug,
  section: (facts) => facts.path.sections[0] ?? '',
  sections: (facts) => facts.path.sections.join('/'),
  categories: (facts) => facts.categories.map((category) => category.toLowerCase()).join('/'),
  category: (facts) => (facts.categories[0] ?? '').toLowerCase(),
};

/** The placeholders of a template that do not exist. */
export function findUnknownPlaceholders(template: string): readonly string[] {
  const names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return names.filter((name) => !Object.hasOwn(PLACEHOLDERS, name)).map((name) => `:${name}`);
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
  const expanded = spellOutStyle(template).replace(PLACEHOLDER, (whole, name: string) => {
    const expand = Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name] : undefined;
    return expand ? encodePath(expand(facts, date)) : whole;
  });
  return expanded.replace(/(?<!:)\/{2,}/g, '/');
}

/** The front of a template before its first placeholder: `/blog/` of `/blog/:year/:slug`. */
export function fixedPrefix(template: string): string {
  const first = template.search(/:[a-z]/);
  return first < 0 ? template : template.slice(0, template.lastIndexOf('/', first) + 1);
}

function expandTitle(facts: PermalinkFacts): string {
  if (facts.preset === 'hugo') return toHugoPath(facts.title);
  if (facts.preset === 'jekyll')
    return facts.slug.replace(/[^\p{L}\p{N}\p{M}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
  return facts.preset === 'hexo' && facts.path.slug === facts.slug ? facts.path.path : facts.slug;
}

/** Each generator makes its paths of file names in its own way; without a preset they stay as they are. */
function presetPath({ path, slug, preset }: PermalinkFacts): string {
  const segments = [...path.path.split('/').slice(0, -1), slug];
  if (preset === 'hugo') return toHugoPath(segments.join('/'));
  if (preset === 'astro') return segments.map(toAstroSlug).join('/');
  return (preset === 'zola' ? segments.map(toZolaSlug) : segments).join('/');
}

/** Hugo drops what is no part of a word, and joins words by `-`. */
function toHugoPath(text: string): string {
  const kept = text.toLowerCase().replace(/[^\p{L}\p{Nd}\p{M}./\\_#+~@\s-]/gu, '');
  return kept.trim().replace(/\s+/g, '-').replace(/-{2,}/g, '-');
}

/** Astro drops punctuation as GitHub does for headings. */
function toAstroSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Zola writes Latin letters without accents; other letters stay. */
function toZolaSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/** Percent-encodes text as path segments; `/` stays. */
export function encodePath(text: string): string {
  if (/^[\w./~-]*$/.test(text)) return text;
  const legal = text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURI(legal).replace(/[?#[\]]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
