import { posix } from 'node:path';
import { isLanguageName } from '../../text/language-codes.ts';
import { listPairs, listTexts } from '../literals.ts';
import {
  asData,
  asText,
  type Data,
  explainLanguages,
  joinSite,
  type Project,
  type ToolWords,
} from './project.ts';
import { findTemplates, readRewrite } from './vitepress-rewrites.ts';

const CONFIGURATIONS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].flatMap((ending) => [
  `.vitepress/config.${ending}`,
  `.vitepress/config/index.${ending}`,
]);

/** Folders of articles below the source folder. */
const FOLDERS = /^(?:posts|blog|articles)\/$/;

/** The literal values of a configuration of VitePress. */
export function readVitepress(data: Data, project: Project): ToolWords {
  const below = (path: string) => posix.join(project.base, path).replace(/\/+$/, '');
  const top = asText(data.srcDir) ?? '.';
  const source = below(top);
  const locales = listLocales(top, data, project);
  const folders = [...findFolders(top, project), ...locales.flatMap(({ folders: own }) => own)].map(below);
  const languages = nameLanguages(source, locales, data);
  const sitemap = asText(asData(data.sitemap).hostname);
  const base = asText(data.base) ?? '/';
  const home =
    sitemap === undefined || !URL.canParse(sitemap) ? undefined : joinSite(new URL('/', sitemap).href, base);
  const program = CONFIGURATIONS.map(project.text).find((text) => text !== undefined) ?? '';
  const excluded = /\bsrcExclude\b/.test(program) ? listTexts(program, 'srcExclude') : [];
  const addresses = readAddresses(program, folders, data, project);
  return {
    settings: {
      site: home,
      title: data.title,
      description: data.description,
      language: languageOf(data),
      built: below(asText(data.outDir) ?? '.vitepress/dist'),
      ...(excluded.length === 0 ? {} : { exclude: excluded }),
      ...(source === '' || source === '.' ? {} : { source }),
      ...(folders.length === 0 ? {} : { articles: folders.length === 1 ? folders[0] : folders }),
      ...(languages === undefined ? {} : { languages }),
      ...addresses.settings,
    },
    basePath: asText(data.base),
    notes: [
      ...addresses.notes,
      ...explainLanguages(Object.keys(languages ?? {})),
      ...(/\bsrcExclude\b/.test(program) && excluded.length === 0
        ? ['code sets "srcExclude", the files that are not pages: list them under "exclude".']
        : []),
    ],
  };
}

/** The folders of articles in a folder of pages. */
function findFolders(top: string, project: Project): readonly string[] {
  return project
    .list(`${top}/`)
    .filter((name) => FOLDERS.test(name))
    .map((name) => posix.join(top, name.slice(0, -1)));
}

/** A language whose pages are in a folder of its own. */
interface Locale {
  /** As `init` names it. */
  readonly folder: string;
  readonly tag: string;
  /** Its folders of articles. */
  readonly folders: readonly string[];
}

/** The languages beside that of the pages at the top: those of the configuration, and folders that are named like one. */
function listLocales(top: string, data: Data, project: Project): readonly Locale[] {
  const named = asData(data.locales);
  return project.list(`${top}/`).flatMap((name) => {
    const key = name.slice(0, -1);
    const isLocale = Object.hasOwn(named, key) || isLanguageName(key, undefined);
    const place = posix.join(top, key);
    const folders = name.endsWith('/') && isLocale ? findFolders(place, project) : [];
    return folders.length === 0
      ? []
      : [{ folder: posix.join(project.base, place), tag: asText(asData(named[key]).lang) ?? key, folders }];
  });
}

/** The folder of each language by its tag, that of the pages at the top first, where all say what they are. */
function nameLanguages(source: string, locales: readonly Locale[], data: Data): Data | undefined {
  const main = asText(languageOf(data));
  const tags = [main, ...locales.map(({ tag }) => tag)];
  const areTags = tags.every((tag) => tag !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag));
  if (locales.length === 0 || !areTags || main === undefined || new Set(tags).size < tags.length)
    return undefined;
  const top = source === '' ? '.' : source;
  return Object.fromEntries([[main, top], ...locales.map(({ tag, folder }) => [tag, folder] as const)]);
}

/** The language of the pages at the top. */
function languageOf(data: Data): unknown {
  return asText(asData(asData(data.locales).root).lang) ?? data.lang;
}

/** The URLs of each folder of articles: where its files are, or where `rewrites` puts them. */
function readAddresses(
  program: string,
  folders: readonly string[],
  data: Data,
  project: Project,
): { readonly settings: ToolWords['settings']; readonly notes: readonly string[] } {
  const place = { source: asText(data.srcDir) ?? '.', ending: data.cleanUrls === true ? '' : '.html' };
  const pairs = listPairs(program, 'rewrites') ?? [];
  const read = pairs.map(([from, to]) => readRewrite(from, to));
  const isRead = read.length > 0 && !read.includes(undefined);
  const rules = isRead ? read.flatMap((rule) => rule ?? []) : [];
  const top = posix.join(project.base, place.source);
  const found = folders.map((folder) => ({
    folder,
    ...findTemplates(posix.relative(top, folder), rules, place, project),
  }));
  const named = found.flatMap(({ folder, templates }) =>
    templates.map(([below, template]) => [posix.join(folder, below), template] as const),
  );
  const [only] = named;
  const permalink = named.length === 1 ? only?.[1] : Object.fromEntries(named);
  const isThere = /^(?!\s*\/\/).*\brewrites\s*[:(,]/m.test(program);
  return {
    settings: only === undefined ? {} : { permalink },
    notes: [
      ...(isThere && !isRead
        ? [
            '"rewrites" changes URLs, and is not read. Compare the URLs with your site, or build it before "init".',
          ]
        : []),
      ...explainLost(found.flatMap(({ lost }) => lost)),
    ],
  };
}

/** The pages to which "rewrites" gives URLs that follow no template. */
function explainLost(lost: readonly string[]): readonly string[] {
  const [first] = lost;
  if (first === undefined) return [];
  const [files, have] =
    lost.length === 1 ? [`"${first}"`, 'has a URL'] : [`"${first}" and ${lost.length - 1} more`, 'have URLs'];
  return [
    `"rewrites" was copied, but ${files} ${have} that no "permalink" gives. Build the site before "init", or give these articles their whole URL as "url".`,
  ];
}
