import type { Place, Problem, UrlGuess } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { encodePercent } from '../text/percent-encoding.ts';
import { endAddress, placeSlug } from './docusaurus-address.ts';
import { COMPUTED } from './eleventy-code.ts';
import { translatePermalink, usesOwnFilter } from './eleventy-permalink.ts';
import { expandId } from './expand-id.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Found, findFact } from './names-of-facts.ts';
import { endGiven, findOwnPath, findOwnUrl, isTemplateCode, languagePrefix } from './own-url.ts';
import { encodePath, expandPermalink, readAsQuery } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';
import { toText, toUrlText } from './values.ts';

export type Outcome<T> =
  | {
      readonly value: T;
      /** Why it is a guess. */
      readonly guess?: UrlGuess;
    }
  | { readonly problem: Problem };

export interface AddressRules {
  /** Home page, ends with `/`. */
  readonly site: string;
  readonly permalink: string;
  /** Whether the template holds the language of the article already. */
  readonly isOfLanguage: boolean;
  /** The languages of the site, as URLs name them. */
  readonly languages?: readonly string[] | undefined;
  readonly id: string | undefined;
}

const ABSOLUTE = /^https?:\/\//i;
const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;
const NIL = '00000000-0000-0000-0000-000000000000';
/** An absolute IRI (RFC 3987) as it may be in `atom:id`. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/**
 * The URL of an article: `permalink` or `url` of its front matter, `link` when it is on this site, else the template.
 * @returns an absolute http(s) URL
 */
export function readUrl(
  data: FrontMatter,
  facts: PermalinkFacts,
  rules: AddressRules,
  placeOf: (key: string) => Place,
): Outcome<string> {
  const link = findFact(data, 'link');
  // Elsewhere `link` is what an article is about, not where it is.
  const isImport = facts.preset === undefined || facts.preset === 'wordpress';
  const given =
    findOwnUrl(data, facts.preset, rules.site) ??
    (isImport && link && isOnSite(link, rules.site) ? link : undefined);
  const text = given && toUrlText(given.value);
  const translated =
    text?.includes('{{') && facts.preset === 'eleventy'
      ? translatePermalink(text, data, facts, rules.permalink)
      : undefined;
  if (given && text !== undefined && translated !== undefined) {
    const expanded = expandPermalink(translated.startsWith('/') ? translated : `/${translated}`, facts);
    const url = join(expanded.replace(/\/index\.html$/, '/'), rules.site, given.key, placeOf);
    return usesOwnFilter(text, facts) ? doubt(url, given.key, text, placeOf) : url;
  }
  if (given && text !== undefined && !isTemplateCode(text, facts.preset))
    return readGivenUrl(given, text, facts, rules, placeOf);
  const url = readByTemplate(data, facts, rules, placeOf);
  return given && text !== undefined && /\{[{%]/.test(text) ? doubt(url, given.key, text, placeOf) : url;
}

/** A URL that is assumed, because a template that gives it is code. */
export function doubt(
  url: Outcome<string>,
  key: string,
  value: string,
  placeOf: (key: string) => Place,
): Outcome<string> {
  if ('problem' in url) return url;
  const written = value === COMPUTED ? undefined : value;
  return { ...url, guess: { code: 'unread-permalink', place: placeOf(key), key, value: written } };
}

/** The URL that the template of the configuration gives. */
function readByTemplate(
  data: FrontMatter,
  facts: PermalinkFacts,
  rules: AddressRules,
  placeOf: (key: string) => Place,
): Outcome<string> {
  const slug = findFact(data, 'slug');
  if (slug && facts.slug.split('/').some(isDots)) return unsafe(slug.key, facts.slug, placeOf);
  const path = findOwnPath(data, facts.preset);
  const custom = path && toText(path.value)?.split('/').filter(Boolean).join('/');
  if (custom !== undefined && (facts.preset === 'zola' || !rules.permalink.includes(':path')))
    return join(`/${encodePath(custom)}/`, rules.site, path?.key ?? 'path', placeOf);
  const own = custom === undefined ? facts : { ...facts, customPath: custom };
  const expanded = expandPermalink(placeSlug(facts, rules.permalink, toText(slug?.value)), own);
  const address = endAddress(readAsQuery(expanded, rules.permalink, facts), facts);
  const isPlain = facts.translation === undefined || rules.isOfLanguage || custom !== undefined;
  const prefix = isPlain ? '' : `/${facts.translation}`;
  return join(`${prefix}${address.startsWith('/') ? '' : '/'}${address}`, rules.site, 'permalink', placeOf);
}

function readGivenUrl(
  given: Found,
  text: string,
  facts: PermalinkFacts,
  rules: AddressRules,
  placeOf: (key: string) => Place,
): Outcome<string> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    if (ABSOLUTE.test(text) && URL.canParse(text)) return { value: new URL(text).href };
    return { problem: problem('bad-url', placeOf(given.key), { key: given.key, value: text }) };
  }
  const rooted = text.startsWith('/')
    ? text
    : `${languagePrefix(facts, rules.permalink, rules.languages)}/${text}`;
  const hasPlaceholders = facts.preset === 'jekyll' || facts.preset === 'hugo' || facts.preset === undefined;
  const expanded = hasPlaceholders ? expandPermalink(rooted, facts) : rooted;
  const base = new URL(rules.site).pathname;
  const below = base !== '/' && expanded.startsWith(base) ? expanded.slice(base.length - 1) : expanded;
  return join(endGiven(below, facts.preset), rules.site, given.key, placeOf);
}

/** Joins a path to the site and refuses one that climbs out of it, percent-encoded or not (R69). */
function join(path: string, site: string, key: string, placeOf: (key: string) => Place): Outcome<string> {
  // What `new URL` would make of a plain path; nearly every path is one.
  if (/^(?:\/[\w~-][\w.~-]*)+\/?$/.test(path)) return { value: site + path.slice(1) };
  const relative = `.${path.startsWith('/') ? '' : '/'}${path}`;
  if (!URL.canParse(relative, site))
    return { problem: problem('bad-url', placeOf(key), { key, value: path }) };
  const { href } = new URL(relative, site);
  const climbs = path.split(/[/\\]/).some((segment) => isDots(segment.replace(/%2e/gi, '.')));
  return climbs || !href.startsWith(site) ? unsafe(key, path, placeOf) : { value: href };
}

function unsafe(key: string, value: string, placeOf: (key: string) => Place): { problem: Problem } {
  return { problem: problem('unsafe-path', placeOf(key), { key, value }) };
}

function isDots(segment: string): boolean {
  return segment === '..';
}

function isOnSite(link: Found, site: string): boolean {
  const text = toText(link.value);
  return (
    text !== undefined &&
    (text.startsWith('/') ||
      (ABSOLUTE.test(text) && URL.canParse(text) && new URL(text).host === new URL(site).host))
  );
}

/**
 * The id of an article as it was written: its own, else the template of the configuration, else its URL (R1, R2). RSS and JSON Feed
 * carry it so, because an id adopted from another tool must not change at all; Atom carries {@link toIri} of it.
 */
export function readId(
  data: FrontMatter,
  url: string,
  facts: PermalinkFacts,
  rules: AddressRules,
  placeOf: (key: string) => Place,
): { readonly id: string; readonly problems: readonly Problem[] } {
  const given = readOwnId(data);
  if (given !== undefined) return { id: given, problems: [] };
  const own = findFact(data, 'id');
  const value = own && toText(own.value);
  const problems = own && value ? [problem('nil-id', placeOf(own.key), { key: own.key, value })] : [];
  const id = rules.id === undefined ? url : toText(expandId(rules.id, url, facts, rules.site));
  if (id !== undefined) return { id, problems };
  return { id: url, problems: [...problems, problem('empty-id', placeOf(''), { template: rules.id ?? '' })] };
}

/** The id that the front matter gives, if it is one. */
export function readOwnId(data: FrontMatter): string | undefined {
  const own = findFact(data, 'id');
  const text = own && toText(own.value);
  const uuid = text === undefined ? undefined : UUID.exec(text)?.[1]?.toLowerCase();
  if (uuid === NIL) return undefined;
  return uuid !== undefined && own?.key.toLowerCase() === 'uuid' ? `urn:uuid:${uuid}` : text;
}

/**
 * The id as Atom carries it (RFC 4287 §4.2.6): an absolute IRI stays, a UUID becomes `urn:uuid:`, anything else a fragment of the
 * home page. Two ids that only Atom takes for one are one (R3).
 */
export function toIri(id: string, site: string): string {
  const uuid = UUID.exec(id)?.[1]?.toLowerCase();
  if (uuid !== undefined) return `urn:uuid:${uuid}`;
  return IRI.test(id) ? id : `${site}#${encodePercent(id)}`;
}
