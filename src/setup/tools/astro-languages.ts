import { toList } from '../../text/data.ts';
import { isLanguageName } from '../../text/language-codes.ts';
import type { Collection } from './astro-content.ts';
import { LANGUAGE, MAYBE_LANGUAGE, type Route } from './astro-routes.ts';
import { asData, asText, type Data, type Project } from './project.ts';

/** The languages of a configuration, the main one first. */
export interface Locales {
  readonly main: string | undefined;
  readonly tags: readonly string[] | undefined;
}

/** `i18n` of a configuration, whose locales are named by their paths. */
export function readLocales(data: Data): Locales {
  const i18n = asData(data.i18n);
  const tags = toList(i18n.locales).flatMap((each) => asText(asData(each).path ?? each) ?? []);
  return { main: asText(i18n.defaultLocale), tags: tags.length === 0 ? undefined : tags };
}

/** How the articles of a collection are divided into languages. */
interface Division {
  readonly languages: readonly string[];
  /** The path of an article in its language, as a template. */
  readonly rest: string;
}

/** The templates of a collection in several languages. */
export interface Spread {
  /** The main language first. */
  readonly languages: readonly string[];
  readonly template: string;
  /** Of the languages whose template is another. */
  readonly others: Readonly<Record<string, string>>;
}

/**
 * The templates of a collection that has its articles in a folder for each language, or a folder with all languages for each article,
 * where routes show them by language.
 * @param routes those of the collection, the shortest first
 */
export function spreadLanguages(
  { folder, prefix }: Collection,
  routes: readonly Route[],
  locales: Locales,
  project: Project,
): Spread | undefined {
  const isPath = routes.every(({ name }) => name === ':path');
  const division = isPath && prefix === '' ? divide(folder, locales, project) : undefined;
  if (division === undefined) return undefined;
  const main = findMain(division.languages, routes, locales);
  const languages = division.languages.toSorted((a, b) => Number(b === main) - Number(a === main));
  const found = languages.flatMap((tag) => {
    const route = findRoute(routes, tag);
    return route === undefined ? [] : [{ tag, route, template: fillTemplate(route, tag, main, division) }];
  });
  const [first] = found;
  if (first === undefined || !found.some(({ tag, route }) => namesLanguage(route, tag))) return undefined;
  const general = (tag: string, template: string) => template.replace(`/${tag}/`, `${LANGUAGE}/`);
  const [only, ...more] = new Set(found.map(({ tag, template }) => general(tag, template)));
  if (only !== undefined && more.length === 0) return { languages, template: only, others: {} };
  return {
    languages,
    template: first.template,
    others: Object.fromEntries(found.slice(1).map(({ tag, template }) => [tag, template])),
  };
}

/** A folder for each language, or a file for each language in the folder of each article; nothing where there is anything else. */
function divide(folder: string, { tags }: Locales, project: Project): Division | undefined {
  const names = listNames(folder, project);
  const isOne = (name: string) => isLanguageName(name, tags);
  const folders = names.flatMap((name) => (name.endsWith('/') ? name.slice(0, -1) : []));
  if (folders.length === 0 || folders.length < names.length) return undefined;
  if (folders.every(isOne)) return { languages: folders, rest: ':sections[1:]/:slug' };
  const files = folders.flatMap((name) => listNames(`${folder}/${name}`, project));
  const languages = [...new Set(files.map((name) => name.replace(/\.mdx?$/, '')))];
  return files.every((name) => /\.mdx?$/.test(name)) && languages.every(isOne)
    ? { languages, rest: ':sections' }
    : undefined;
}

/** The articles and folders in a folder; files of other kinds lie beside them. */
function listNames(folder: string, project: Project): readonly string[] {
  return project.list(`${folder}/`).filter((name) => !/^[._]/.test(name) && /(?:\/|\.mdx?)$/.test(name));
}

/** The language that the configuration names, else the one whose URLs name none. */
function findMain(
  languages: readonly string[],
  routes: readonly Route[],
  { main }: Locales,
): string | undefined {
  const isUnnamed = (tag: string) => {
    const route = findRoute(routes, tag);
    return route !== undefined && !namesLanguage(route, tag);
  };
  return main ?? languages.find(isUnnamed) ?? languages.find((tag) => tag === 'en') ?? languages[0];
}

/** The route that shows a language: its own, else one for all, else one of none. */
function findRoute(routes: readonly Route[], tag: string): Route | undefined {
  return (
    routes.find((route) => stepsOf(route).includes(tag.toLowerCase())) ??
    routes.find(({ prefix }) => prefix.includes(LANGUAGE)) ??
    routes.find((route) => !stepsOf(route).some((step) => isLanguageName(step, undefined)))
  );
}

function namesLanguage(route: Route, tag: string): boolean {
  return route.prefix.includes(LANGUAGE) || stepsOf(route).includes(tag.toLowerCase());
}

function stepsOf({ prefix }: Route): readonly string[] {
  return prefix.toLowerCase().split('/');
}

function fillTemplate(
  { prefix, isCut }: Route,
  tag: string,
  main: string | undefined,
  { rest }: Division,
): string {
  const filled = prefix.replace(MAYBE_LANGUAGE, tag === main ? '' : `/${tag}`).replace(LANGUAGE, `/${tag}`);
  return `${filled}/${isCut ? rest : ':path'}`;
}
