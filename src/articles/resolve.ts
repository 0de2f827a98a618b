import { sep } from 'node:path';
import type { Candidate, Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { type DateRules, readDates, takesDateOfName } from './article-dates.ts';
import { chooseTemplate } from './choose-template.ts';
import { foldersBelow } from './find-sections.ts';
import { type FrontMatter, isUnquoted, locateKey } from './front-matter.ts';
import { readHexoCategory } from './hexo-category.ts';
import { endUrl, fillOwnKeys } from './hexo-rules.ts';
import { findHidden, type Hidden } from './hidden.ts';
import { findFact } from './names-of-facts.ts';
import { findOwnUrl } from './own-url.ts';
import { type PathFacts, readPath } from './path-facts.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toQuartzPath } from './quartz.ts';
import type { Source } from './read.ts';
import type { ResolveContext } from './resolve-context.ts';
import { readCategories } from './tags.ts';
import { readTitle, titleFromSlug } from './title.ts';
import { findTypos } from './typo.ts';
import { findUnpublishable } from './unpublishable.ts';
import { type AddressRules, readId, readUrl } from './url-and-id.ts';
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
  | { readonly kind: 'untitled' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Turns the front matter and path of one file, in any dialect, into a candidate, or into problems with file and line. */
export function resolveCandidate(source: Source, context: ResolveContext): Resolved {
  const { data } = source;
  const { config } = context;
  const path = readPath(source.relative, config);
  const placeOf = placeIn(source);
  if (path.draft) return { kind: 'draft', reason: '', title: toText(data.title), problems: [] };
  const hidden = findHidden(data, config.ignoreKeys);
  if (hidden !== undefined) return hide(hidden, data, placeOf);
  const dates = readDates(data, path, datesIn(source, config), context.zone, placeOf);
  if (dates.published === undefined)
    return refuse(dates.problems.length > 0 ? dates.problems : [explainMissingDate(data, placeOf)]);
  const unpublishable = findUnpublishable(source, placeOf);
  if (unpublishable.some(({ severity }) => severity === 'error')) return refuse(unpublishable);
  const title = readTitle(source, path, context);
  if (!title) return { kind: 'untitled' };
  if (!('title' in title)) return refuse(title.problems);
  const named = title.isNote ? titleFromSlug(path.slug, context.config.preset) : title.title;
  const facts = gatherFacts(source, path, named, dates.dated ?? dates.published, context);
  const { template, isOfLanguage } = chooseTemplate(config, source.path, path.language);
  const filled = context.hexo ? fillOwnKeys(template, data, context.hexo) : { template };
  if ('missing' in filled && !findOwnUrl(data, 'hexo', config.site))
    return refuse([
      ...dates.problems,
      problem('missing-url-key', placeOf(''), { key: filled.missing, template }),
    ]);
  const permalink = 'template' in filled ? filled.template : template;
  const { site, id: idTemplate, languages } = config;
  const rules: AddressRules = { site, permalink, isOfLanguage, languages, id: idTemplate };
  const url = readUrl(data, facts, rules, placeOf);
  if ('problem' in url) return refuse([...dates.problems, url.problem]);
  const address = endUrl(url.value, context.hexo);
  const id = readId(data, address, facts, rules, placeOf);
  const doubts = url.doubts ?? [];
  const problems = [...dates.problems, ...unpublishable, ...title.problems, ...doubts, ...id.problems];
  if (problems.some(({ severity }) => severity === 'error')) return refuse(problems);
  const { file, relative, format, bodyOffset } = source;
  const { published, updated = published, expires } = dates;
  const candidate: Candidate = {
    file,
    path: source.path,
    relative,
    body: { format, offset: bodyOffset },
    id: id.id,
    url: address,
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

function explainMissingDate(data: FrontMatter, placeOf: (key: string) => Place): Problem {
  const typo = findTypos(data).find(({ nearest }) => nearest === 'date' || nearest === 'published');
  return problem('missing-date', placeOf(typo?.key ?? ''), { typo });
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
function datesIn(source: Source, { preset, dates }: Config): DateRules {
  const isBare = (key: string) =>
    (preset === 'jekyll' || preset === 'hexo') &&
    source.block?.language === 'yaml' &&
    isUnquoted(source.block, key);
  return { preset, order: dates, isBare };
}

function gatherFacts(
  { data, path: file, format }: Source,
  path: PathFacts,
  title: string,
  dated: number,
  { config, zone, findSections, hexo, vault }: ResolveContext,
): PermalinkFacts {
  const { preset, sources, languages, language = 'en' } = config;
  // A page of VitePress is where its file is.
  const given = preset === 'vitepress' ? undefined : toText(findFact(data, 'slug')?.value);
  const ownSlug = given?.split('/').filter(Boolean).join('/') || undefined;
  // Hugo and Astro keep a date in the file name; Hugo drops it where its configuration takes the date from there.
  const isFromName = config.dates !== undefined && takesDateOfName(data, config.dates);
  const keepsName =
    preset === 'astro' ||
    preset === 'hexo' ||
    preset === 'vitepress' ||
    (preset === 'hugo' && !isFromName) ||
    (config.slugs?.includes('keep-date') ?? false);
  // Hugo writes languages in lower case.
  const spell = (tag: string | undefined) => (preset === 'hugo' ? tag?.toLowerCase() : tag);
  const [main, suffix] = [spell(languages?.[0] ?? language.split('-')[0]), spell(path.language)];
  const source = sources.find((folder) => file.startsWith(`${folder}${sep}`)) ?? '';
  const categories = [
    ...(preset === 'jekyll' ? findJekyllCategories(file, source) : []),
    ...readCategories(data, preset),
  ];
  return {
    wall: zone.toWall(dated),
    title,
    slug: (ownSlug ?? (keepsName ? path.name : path.slug)) || 'index',
    ownSlug,
    path,
    sectionsOf: () => (preset === 'hugo' ? findSections(file, source) : path.sections),
    categories:
      hexo !== undefined
        ? [readHexoCategory(data, hexo)]
        : [...new Set(categories.map((category) => category.toLowerCase()))],
    translation: suffix === main ? undefined : suffix,
    language:
      preset === 'hugo' && languages
        ? (suffix ?? main ?? '')
        : (toText(findFact(data, 'language')?.value)?.replaceAll('_', '-') ??
          path.language ??
          config.language ??
          ''),
    ending: preset === 'jekyll' && format === 'text' ? '.txt' : '.html',
    preset,
    ...(preset === 'astro' && /[\\/]src[\\/]pages[\\/]/.test(file) ? { isRoute: true } : {}),
    ...(config.slugs ? { slugs: config.slugs } : {}),
    ...(vault?.isQuartz ? { customPath: toQuartzPath(path.path) } : {}),
  };
}

/** Jekyll takes the folders above `_posts` for categories. */
function findJekyllCategories(file: string, source: string): readonly string[] {
  const folders = foldersBelow(file, source);
  return folders.slice(0, Math.max(0, folders.indexOf('_posts')));
}
