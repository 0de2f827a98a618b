import type { Candidate, Place, Problem, UrlGuess } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { readDates } from './article-dates.ts';
import { chooseTemplate } from './choose-template.ts';
import type { DateRules } from './date-value.ts';
import { readFinalUrl } from './eleventy-computed.ts';
import { type FrontMatter, isUnquoted, locateKey } from './front-matter.ts';
import { gatherPermalinkFacts } from './gather-permalink-facts.ts';
import { endUrl, readHexoPlaceholder } from './hexo-rules.ts';
import { findHidden, type Hidden } from './hidden.ts';
import { findFact } from './names-of-facts.ts';
import { findOwnUrl } from './own-url.ts';
import { readPath } from './path-facts.ts';
import { findUnknownPlaceholders } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import type { Source } from './read.ts';
import type { CommitQuestion, ResolveContext } from './resolve-context.ts';
import { readTitle, titleFromSlug } from './title.ts';
import { findTypos } from './typo.ts';
import { findUnpublishable } from './unpublishable.ts';
import { type AddressRules, readId } from './url-and-id.ts';
import { toList, toText } from './values.ts';
import { readOptIn } from './vault.ts';

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
  /** Its title is in its body, or its date in git; neither is asked here. */
  | { readonly kind: 'untitled' | 'undated' }
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      /** The note does not say that it is to be published, in a vault where notes may have to. */
      readonly isSilent?: boolean;
    };

/** Turns the front matter and path of one file, in any dialect, into a candidate, or into problems with file and line. */
export function resolveCandidate(source: Source, context: ResolveContext): Resolved {
  const { data } = source;
  const { config } = context;
  const path = readPath(source.relative, config);
  const placeOf = placeIn(source);
  if (path.draft) return { kind: 'draft', reason: '', title: toText(data.title), problems: [] };
  const hidden = findHidden(data, config.ignoreKeys);
  if (hidden !== undefined) return hide(hidden, data, placeOf);
  const dates = readDates(data, path, datesIn(source, context), context.zone, placeOf);
  if (dates.isInGit) return { kind: 'undated' };
  if (dates.published === undefined || dates.wall === undefined)
    return refuse(dates.problems.length > 0 ? dates.problems : [explainMissingDate(source, placeOf)]);
  const unpublishable = findUnpublishable(source, placeOf);
  if (unpublishable.some(({ severity }) => severity === 'error')) return refuse(unpublishable);
  const title = readTitle(source, path, context);
  if (!title) return { kind: 'untitled' };
  if (!('title' in title)) return refuse(title.problems);
  const named = title.isNote ? titleFromSlug(path.slug, config.preset) : title.title;
  const facts = gatherPermalinkFacts(source, path, named, dates.wall, context);
  const located = locate(source, facts, dates.published, context, placeOf);
  if ('problem' in located) return refuse([...dates.problems, located.problem]);
  const problems = [...dates.problems, ...unpublishable, ...title.problems, ...located.problems];
  if (problems.some(({ severity }) => severity === 'error')) return refuse(problems);
  const { file, relative, format, bodyOffset } = source;
  const { published, updated = published, expires } = dates;
  const candidate: Candidate = {
    file,
    path: source.path,
    relative,
    body: { format, offset: bodyOffset },
    id: located.id,
    url: located.url,
    ...(located.guess === undefined ? {} : { guess: located.guess }),
    title: title.title,
    ...(title.isNote ? { untitled: true } : {}),
    published,
    updated,
    ...(dates.updated === undefined ? {} : { saysUpdated: true }),
    ...(expires === undefined ? {} : { expires }),
    ...(context.facetsOf ? { facets: context.facetsOf(source, published) } : {}),
    ...(context.vault?.optIn ? readOptIn(data) : {}),
    ...readAliases(data),
  };
  return { kind: 'candidate', candidate, problems };
}

interface Located {
  readonly id: string;
  readonly url: string;
  /** Why the URL is a guess. */
  readonly guess?: UrlGuess | undefined;
  readonly problems: readonly Problem[];
}

/** The URL of an article and the ID that may follow from it. */
function locate(
  source: Source,
  facts: PermalinkFacts,
  published: number,
  context: ResolveContext,
  placeOf: (key: string) => Place,
): Located | { readonly problem: Problem } {
  const { data } = source;
  const { config, hexo } = context;
  const { template, isOfLanguage } = chooseTemplate(config, source);
  const unknown = findUnknownPlaceholders(template).map((placeholder) => placeholder.slice(1));
  const readValue = chooseValues(source, published, unknown, context);
  const lacking = readValue === undefined ? [] : unknown.filter((name) => readValue(name) === undefined);
  const lacks = hexo !== undefined && !findOwnUrl(data, 'hexo', config.site) ? lacking[0] : undefined;
  const missing: UrlGuess | undefined =
    lacks === undefined ? undefined : { code: 'missing-url-key', place: placeOf(''), key: lacks, template };
  // A page of Astro that lacks such a key has its path: `post.data.permalink || post.id`.
  const pathsFor = config.preset === 'astro' ? lacking : [];
  const permalink = pathsFor.reduce((filled, name) => filled.replace(`:${name}`, ':path'), template);
  const { site, id: idTemplate, languages } = config;
  const rules: AddressRules = { site, permalink, isOfLanguage, languages, id: idTemplate };
  const own = readValue === undefined ? facts : { ...facts, readValue };
  const written = readFinalUrl(data, own, rules, placeOf);
  if ('problem' in written) return written;
  const url = endUrl(written.value, hexo);
  const { id, problems } = readId(data, url, own, rules, placeOf);
  return { id, url, guess: missing ?? written.guess, problems };
}

/** The values of placeholders that are keys of articles: Hexo takes any key for one, such as `:abbrlink`, and pages of Astro do. */
function chooseValues(
  source: Source,
  published: number,
  unknown: readonly string[],
  { config, hexo }: ResolveContext,
): PermalinkFacts['readValue'] {
  if (hexo) return (name) => readHexoPlaceholder(name, source, published, hexo);
  if (config.preset !== 'astro' || unknown.length === 0) return undefined;
  return (name) => (unknown.includes(name) ? toText(source.data[name]) : undefined);
}

function explainMissingDate({ data, isPage }: Source, placeOf: (key: string) => Place): Problem {
  const typo = findTypos(data).find(({ nearest }) => nearest === 'date' || nearest === 'published');
  return problem('missing-date', placeOf(typo?.key ?? ''), { typo, isPage });
}

/** Old URLs help to recognise the article in a feed that was published before. */
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

/** An unclear draft stops the build; anything else that is unclear is left out. Neither could be undone once published. */
function hide(
  { kind, key, value, unclear }: Hidden,
  data: FrontMatter,
  placeOf: (key: string) => Place,
): Resolved {
  if (unclear && kind === 'draft') return refuse([problem('unclear-draft', placeOf(key), { key, value })]);
  const problems = unclear ? [problem('unclear-hidden', placeOf(key), { key, value })] : [];
  return { kind, reason: key, title: toText(data.title), problems };
}

/** Which dates of the front matter count, and how they are read. */
function datesIn(source: Source, { config, commitDateOf }: ResolveContext): DateRules {
  const { preset, dates } = config;
  const isBare = (key: string) =>
    (preset === 'jekyll' || preset === 'hexo') &&
    source.block?.language === 'yaml' &&
    isUnquoted(source.block, key);
  const commitDate = commitDateOf && ((asked: CommitQuestion) => commitDateOf(source.path, asked));
  return { preset, order: dates, isBare, commitDate };
}
