import type { Article, Config, Place, Problem } from '../model.ts';
import { problem } from '../problems.ts';
import { type AddressRules, readId, readUrl } from './addresses.ts';
import { readDates } from './article-dates.ts';
import { type FrontMatter, locateKey } from './front-matter.ts';
import { findFact, toBoolean, toText } from './keys.ts';
import { readMedia } from './media.ts';
import { type PathFacts, readPath } from './path-facts.ts';
import { type Directory, readPeople } from './people.ts';
import type { PermalinkFacts } from './permalink.ts';
import type { Source } from './read.ts';
import { readCategories, readTags } from './tags.ts';
import type { TimeZone } from './time-zone.ts';

/** What resolving an article needs beside its source. */
export interface ResolveContext {
  readonly config: Config;
  readonly zone: TimeZone;
  readonly people: Directory;
  /** A title from the body, for an article that has none in its front matter. */
  readonly titleOf: (source: Source) => { readonly title: string; readonly from: string } | undefined;
  /** Size in bytes of a local file that the article names. */
  readonly sizeOf: (source: Source, path: string) => number | undefined;
}

/** An article; a draft, of which nothing more is asked; or a file that an error makes unpublishable. */
export type Resolved =
  | { readonly kind: 'article'; readonly article: Article; readonly problems: readonly Problem[] }
  | { readonly kind: 'draft'; readonly title: string | undefined; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Turns the front matter and path of one file, in any dialect, into an article, or into problems with file and line. */
export function resolveArticle(source: Source, context: ResolveContext): Resolved {
  const { data } = source;
  const path = readPath(source.relative, context.config.preset);
  if (path.draft || isDraft(data)) return { kind: 'draft', title: toText(data.title), problems: [] };
  const placeOf = (key: string): Place => ({
    file: source.file,
    ...(source.block && key !== '' ? locateKey(source.block, key.split('.')[0] ?? key) : {}),
  });
  const dates = readDates(data, path, context.zone, placeOf);
  if (dates.published === undefined)
    return refuse(dates.problems.length > 0 ? dates.problems : [problem('missing-date', placeOf(''), {})]);
  const title = readTitle(source, path, context);
  const facts = gatherFacts(data, path, title.title, dates.published, context);
  const url = readUrl(data, facts, rulesOf(context.config), placeOf);
  if ('problem' in url) return refuse([...dates.problems, url.problem]);
  const rest = readRest(source, path, facts, url.value, context, placeOf);
  const problems = [...dates.problems, ...title.problems, ...rest.problems];
  if (problems.some((found) => found.severity === 'error')) return refuse(problems);
  const { published, updated = published, expires } = dates;
  const article: Article = {
    file: source.file,
    path: source.path,
    body: { format: source.format, offset: source.bodyOffset },
    url: url.value,
    title: title.title,
    published,
    updated,
    ...(expires === undefined ? {} : { expires }),
    ...rest.fields,
  };
  return { kind: 'article', article, problems };
}

function refuse(problems: readonly Problem[]): Resolved {
  return { kind: 'refused', problems };
}

function rulesOf({ site, permalink, id }: Config): AddressRules {
  return { site, permalink, id };
}

function readRest(
  source: Source,
  path: PathFacts,
  facts: PermalinkFacts,
  url: string,
  { config, people, sizeOf }: ResolveContext,
  placeOf: (key: string) => Place,
) {
  const { data } = source;
  const id = readId(data, url, facts, rulesOf(config), placeOf);
  const media = readMedia(data, { site: config.site, url, sizeOf: (file) => sizeOf(source, file) }, placeOf);
  const language = readLanguage(data, path, placeOf);
  const tags = readTags(data, config.preset);
  const summary = toText(findFact(data, 'summary')?.value);
  const commas = tags
    .filter((tag) => tag.includes(','))
    .map((tag) => problem('comma-in-tag', placeOf('tags'), { tag }));
  return {
    fields: {
      id: id.id,
      authors: readPeople(findFact(data, 'authors')?.value, people),
      tags,
      attachments: media.attachments,
      ...(language.language === undefined ? {} : { language: language.language }),
      ...(summary === undefined ? {} : { summary }),
      ...(media.image ? { image: media.image } : {}),
    },
    problems: [...id.problems, ...media.problems, ...language.problems, ...commas],
  };
}

/** Every switch that keeps an article unpublished, whatever generator it is for. */
function isDraft(data: FrontMatter): boolean {
  const isYes = (key: string) => toBoolean(data[key]) === true;
  const isNo = (key: string) => toBoolean(data[key]) === false;
  return (
    isYes('draft') ||
    isYes('unlisted') ||
    isYes('eleventyExcludeFromCollections') ||
    isNo('published') ||
    isNo('publish') ||
    isNo('permalink') ||
    /^(?:draft|private|pending|trash)$/i.test(toText(data.status) ?? '')
  );
}

function readTitle(source: Source, path: PathFacts, context: ResolveContext) {
  const own = toText(findFact(source.data, 'title')?.value);
  if (own !== undefined) return { title: own, problems: [] };
  const { title, from } = context.titleOf(source) ?? { title: titleFromSlug(path.slug), from: 'file name' };
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
  published: number,
  { config, zone }: ResolveContext,
): PermalinkFacts {
  const slug = toText(findFact(data, 'slug')?.value)?.replace(/^\/+|\/+$/g, '');
  return {
    wall: zone.toWall(published),
    title,
    slug: slug || path.slug || 'index',
    path,
    categories: readCategories(data, config.preset),
    preset: config.preset,
  };
}

function readLanguage(data: FrontMatter, path: PathFacts, placeOf: (key: string) => Place) {
  const found = findFact(data, 'language');
  const written = found ? toText(found.value)?.replaceAll('_', '-') : path.language;
  if (written === undefined) return { problems: [] };
  try {
    return { language: Intl.getCanonicalLocales(written)[0], problems: [] };
  } catch {
    const key = found?.key ?? 'file name';
    return { problems: [problem('bad-language', placeOf(key), { key, value: written })] };
  }
}
