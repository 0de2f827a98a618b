import { findUnknownInPermalink } from '../../config/permalink.ts';
import { toList } from '../../text/data.ts';
import type { ContentFolder } from './hugo-content.ts';
import { asData, asText, type Data, keyOf, type Project } from './project.ts';

/** The template of a section, or of one below it. */
export interface SectionTemplate {
  /** Below the content, in lower case; empty for the pages at its top. */
  readonly section: string;
  readonly template: string;
}

/** What decides how templates are spelled. */
export interface Spelling {
  /** The value of `uglyURLs`: for all, or by section. */
  readonly ugly: unknown;
  readonly isCaseKept: boolean;
}

/** The parts of a date as Go writes them, each with our placeholder. */
const LAYOUTS: Readonly<Record<string, string>> = {
  ':2006': ':year',
  ':06': ':short_year',
  ':01': ':month',
  ':1': ':i_month',
  ':January': ':monthname',
  ':Jan': ':short_month',
  ':02': ':day',
  ':2': ':i_day',
  ':002': ':y_day',
  ':Monday': ':weekdayname',
  ':Mon': ':short_day',
  ':15': ':hour',
  ':04': ':minute',
  ':05': ':second',
};

/**
 * `permalinks` of Hugo, and the sections whose URLs are ugly.
 * @returns the innermost sections first, and the templates that say what we can't, as they are written
 */
export function readSectionTemplates(
  permalinks: unknown,
  spelling: Spelling,
): { readonly templates: readonly SectionTemplate[]; readonly unread: readonly string[] } {
  const written = Array.isArray(permalinks) ? listTargets(permalinks) : listSections(asData(permalinks));
  const unread: string[] = [];
  const templates = written.flatMap(({ section, template }) => {
    const own = spell(template, section, spelling);
    if (own !== undefined && section !== undefined) return [{ section, template: own }];
    unread.push(template);
    return [];
  });
  // A section may have ugly URLs and no template of its own.
  const ugly = Object.entries(asData(spelling.ugly)).flatMap(([name, isUgly]) => {
    const section = name.toLowerCase();
    return isUgly === true && !templates.some((known) => known.section === section)
      ? [{ section, template: '/:path.html' }]
      : [];
  });
  const all = [...templates, ...ugly].toSorted((a, b) => b.section.length - a.section.length);
  return { templates: all, unread };
}

/**
 * Templates with the slugs of sections, where a mount hides the sections, or Hugo makes a title of the name of a folder: in the plural,
 * which is not sure for every word.
 */
export function findUnsure(
  templates: readonly SectionTemplate[],
  { at, folder }: ContentFolder,
  data: Data,
  project: Project,
): readonly string[] {
  const isMade = (section: string) =>
    !project.list(`${folder}/${section}/`).some((name) => name.startsWith('_index.')) &&
    (!section.endsWith('s') || keyOf(data, 'pluralizelisttitles') === false);
  return templates.flatMap(({ section, template }) =>
    template.includes(':sectionslug') && (at !== '' || isMade(section)) ? [template] : [],
  );
}

interface Written {
  /** Undefined for a target that is not a section. */
  readonly section: string | undefined;
  readonly template: string;
}

/** Templates by section, for pages of any kind or under `page`. */
function listSections(permalinks: Data): readonly Written[] {
  const named = { ...permalinks, ...asData(keyOf(permalinks, 'page')) };
  return Object.entries(named).flatMap(([name, value]) => {
    const template = asText(value);
    return template === undefined || asText(name) === undefined
      ? []
      : [{ section: name.toLowerCase().replace(/^[ /]+|[ /]+$/g, ''), template }];
  });
}

/** Hugo's newer form: a list of `pattern` with a `target`, of which the first that fits counts. */
function listTargets(rules: readonly unknown[]): readonly Written[] {
  return toList(rules).flatMap((rule) => {
    const target = asData(keyOf(asData(rule), 'target'));
    const template = asText(keyOf(asData(rule), 'pattern'));
    const kind = asText(keyOf(target, 'kind')) ?? 'page';
    if (template === undefined || !kind.includes('page')) return [];
    const path = (asText(keyOf(target, 'path')) ?? '').toLowerCase();
    const section = /^\/?\{?\/?([^{},*?[\]]+?)(?:\/\*\*|,\/?\1\/\*\*\})$/.exec(path)?.[1];
    return [{ section, template }];
  });
}

/** A template in our words; Hugo makes a path of what is written around its placeholders, and ends it as all others. */
function spell(
  template: string,
  section: string | undefined,
  { ugly, isCaseKept }: Spelling,
): string | undefined {
  const own = template
    .replaceAll('\\:', '')
    .replace(
      /:(?:2006|002|06|01|02|04|05|15|1|2|January|Jan|Monday|Mon)(?![\w\]])/g,
      (name) => LAYOUTS[name] ?? name,
    );
  if (findUnknownInPermalink(own).length > 0) return undefined;
  const path = (isCaseKept ? own : own.toLowerCase())
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}./_#+~@%:[\]-]/gu, '');
  const isUgly = ugly === true || (section !== undefined && keyOf(asData(ugly), section) === true);
  return `/${path.replace(/^\/+|\/+$/g, '')}${isUgly ? '.html' : '/'}`;
}
