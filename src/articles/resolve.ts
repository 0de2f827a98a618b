import type { Candidate, Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type AddressRules, readId, readUrl } from './addresses.ts';
import { readDates } from './article-dates.ts';
import type { ReadFacets } from './facets.ts';
import { type FrontMatter, locateKey } from './front-matter.ts';
import { findHidden, type Hidden } from './hidden.ts';
import { findFact } from './keys.ts';
import { type PathFacts, readPath } from './path-facts.ts';
import type { PermalinkFacts } from './permalink.ts';
import type { Source } from './read.ts';
import { readCategories } from './tags.ts';
import type { TimeZone } from './time-zone.ts';
import { findTypos } from './typo.ts';
import { toList, toText } from './values.ts';

/** A title from the body of an article, or why the body cannot be read. */
export type TitleOf = (
  source: Source,
) => { readonly title: string; readonly from: string } | { readonly problems: readonly Problem[] };

/** What resolving an article needs beside its source. */
export interface ResolveContext {
  readonly config: Config;
  readonly zone: TimeZone;
  /** For an article that has no title in its front matter; without it such an article is left for later. */
  readonly titleOf?: TitleOf;
  readonly facetsOf: ReadFacets | undefined;
}

/** An article that may be published; a draft, of which nothing more is asked; or a file that an error makes unpublishable. */
export type Resolved =
  | { readonly kind: 'candidate'; readonly candidate: Candidate; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'draft' | 'hidden';
      /** The key that says so; empty for the path. */
      readonly reason: string;
      readonly title: string | undefined;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'untitled' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Turns the front matter and path of one file, in any dialect, into a candidate, or into problems with file and line. */
export function resolveCandidate(source: Source, context: ResolveContext): Resolved {
  const { data } = source;
  const { site, permalink, id: template } = context.config;
  const path = readPath(source.relative, context.config.preset);
  const placeOf = placeIn(source);
  if (path.draft) return { kind: 'draft', reason: '', title: toText(data.title), problems: [] };
  const hidden = findHidden(data);
  if (hidden !== undefined) return hide(hidden, data, placeOf);
  const dates = readDates(data, path, context.config.preset, context.zone, placeOf);
  if (dates.published === undefined)
    return refuse(dates.problems.length > 0 ? dates.problems : [explainMissingDate(data, placeOf)]);
  const title = readTitle(source, path, context);
  if (!title) return { kind: 'untitled' };
  if (!('title' in title)) return refuse(title.problems);
  const facts = gatherFacts(data, path, title.title, dates.dated ?? dates.published, context);
  const rules: AddressRules = { site, permalink, id: template };
  const url = readUrl(data, facts, rules, placeOf);
  if ('problem' in url) return refuse([...dates.problems, url.problem]);
  const id = readId(data, url.value, facts, rules, placeOf);
  const problems = [...dates.problems, ...title.problems, ...id.problems];
  if (problems.some(({ severity }) => severity === 'error')) return refuse(problems);
  const { file, relative, format, bodyOffset } = source;
  const { published, updated = published, expires } = dates;
  const candidate: Candidate = {
    file,
    path: source.path,
    relative,
    body: { format, offset: bodyOffset },
    id: id.id,
    url: url.value,
    title: title.title,
    published,
    updated,
    ...(expires === undefined ? {} : { expires }),
    ...(context.facetsOf ? { facets: context.facetsOf(source, published) } : {}),
    ...readAliases(data),
  };
  return { kind: 'candidate', candidate, problems };
}

function explainMissingDate(data: FrontMatter, placeOf: (key: string) => Place): Problem {
  const typo = findTypos(data).find(({ nearest }) => nearest === 'date' || nearest === 'published');
  return problem('missing-date', placeOf(typo?.key ?? ''), { typo });
}

/** Old addresses help to recognise the article in a feed that was published before. */
function readAliases(data: FrontMatter): { readonly aliases?: readonly string[] } {
  const found = findFact(data, 'aliases');
  const aliases = toList(found?.value).flatMap((alias) => toText(alias) ?? []);
  return aliases.length > 0 ? { aliases } : {};
}

function refuse(problems: readonly Problem[]): Resolved {
  return { kind: 'refused', problems };
}

/** The place of a key in the front matter of a file; of the file for an empty key. */
export function placeIn(source: Source): (key: string) => Place {
  return (key) => ({
    file: source.file,
    ...(source.block && key !== '' ? locateKey(source.block, key.split('.')[0] ?? key) : {}),
  });
}

/** A draft that may be none stops the build, anything else that is not clear is left out: neither could be taken back. */
function hide(
  { kind, key, value, unclear }: Hidden,
  data: FrontMatter,
  placeOf: (key: string) => Place,
): Resolved {
  if (unclear && kind === 'draft') return refuse([problem('unclear-draft', placeOf(key), { key, value })]);
  const problems = unclear ? [problem('unclear-hidden', placeOf(key), { key, value })] : [];
  return { kind, reason: key, title: toText(data.title), problems };
}

function readTitle(source: Source, path: PathFacts, context: ResolveContext) {
  const own = toText(findFact(source.data, 'title')?.value);
  if (own !== undefined) return { title: own, problems: [] };
  if (!context.titleOf) return undefined;
  const body = context.titleOf(source);
  if ('problems' in body && body.problems.length > 0) return body;
  const { title, from } = 'title' in body ? body : { title: titleFromSlug(path.slug), from: 'file name' };
  // Plain text has no other place for its title than its first line.
  const isExpected = source.format === 'text' && from !== 'file name';
  return {
    title,
    problems: isExpected ? [] : [problem('missing-title', { file: source.file }, { title, from })],
  };
}

function titleFromSlug(slug: string): string {
  const words = (slug.split('/').at(-1) ?? slug).replace(/[-_\s]+/g, ' ').trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

function gatherFacts(
  data: FrontMatter,
  path: PathFacts,
  title: string,
  dated: number,
  { config, zone }: ResolveContext,
): PermalinkFacts {
  const { preset } = config;
  const ownSlug = toText(findFact(data, 'slug')?.value)?.split('/').filter(Boolean).join('/') || undefined;
  // Hugo and Astro keep a date in the file name; Hugo drops it where it takes the date from there.
  const keepsName = preset === 'astro' || (preset === 'hugo' && findFact(data, 'published') !== undefined);
  const main = (config.language ?? 'en').split('-')[0];
  return {
    wall: zone.toWall(dated),
    title,
    slug: (ownSlug ?? (keepsName ? path.name : path.slug)) || 'index',
    ownSlug,
    path,
    categories: [...(preset === 'jekyll' ? path.categories : []), ...readCategories(data, preset)],
    translation: path.language === main ? undefined : path.language,
    preset,
  };
}
