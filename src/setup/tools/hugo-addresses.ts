import type { TemplateByKey } from '../../config/settings.ts';
import {
  type ContentFolder,
  type Language,
  readContentFolders,
  readLanguages,
  withContent,
} from './hugo-content.ts';
import { findUnsure, readSectionTemplates } from './hugo-permalinks.ts';
import { listRules, type Rule } from './hugo-rules.ts';
import { readHugoVersion, readSpelling } from './hugo-version.ts';
import { asText, type Data, explainLanguages, keyOf, type Project, type ToolWords } from './project.ts';

/** Since 0.115 the only language of a site can have a folder of its own, too. */
const ONE_LANGUAGE_BELOW = 115;

/** Hugo's folders of content, `permalinks`, languages and `uglyURLs`. */
export function readHugoAddresses(data: Data, project: Project): ToolWords {
  const every = readLanguages(data);
  const languages = withContent(every, project);
  const roots = readContentFolders(data, languages, project);
  const main = every[0]?.tag ?? asText(keyOf(data, 'defaultcontentlanguage')) ?? 'en';
  const version = readHugoVersion(data, project);
  const isBelow =
    keyOf(data, 'defaultcontentlanguageinsubdir') === true &&
    (every.length > 1 || version === undefined || version >= ONE_LANGUAGE_BELOW);
  const beside = findBeside(languages, roots);
  const usual = beside.find(({ tag }) => tag === main)?.permalinks ?? keyOf(data, 'permalinks');
  const read = roots.map((root) => {
    const prefix = choosePrefix(root, main, isBelow);
    const own = root.language?.permalinks ?? keyOf(data, 'permalinks');
    return readRules(root, root.language === undefined ? usual : own, prefix, data, project);
  });
  const others = readOthers(
    beside.filter(({ tag }) => tag !== main),
    roots,
    usual,
    data,
    project,
  );
  const all = [...read, ...others.flatMap((other) => other.read)];
  const templates = all.flatMap((each) => each.templates);
  const folders = roots.map(({ folder }) => folder);
  const spelling = readSpelling(data, templates, folders, project);
  const isUsual = roots.length === 1 && project.base === '' && roots[0]?.folder === 'content';
  return {
    settings: {
      ...spelling.settings,
      ...(isUsual ? {} : { articles: namePlaces(roots, project) }),
      ...namePermalinks(read, others, project),
      languages: nameLanguages(roots, languages, project) ?? [main],
    },
    notes: [
      ...explainLost(all.flatMap(({ unread }) => unread)),
      ...explainLanguages(languages.map(({ tag }) => tag)),
      ...(spelling.notes ?? []),
    ],
  };
}

/** What languages beside the main one say otherwise: their `permalinks` stand for those of the site. */
function readOthers(
  languages: readonly Language[],
  roots: readonly ContentFolder[],
  usual: unknown,
  data: Data,
  project: Project,
): readonly LanguageRules[] {
  const shared = roots.filter(({ language }) => language === undefined);
  return languages.flatMap(({ tag, permalinks = keyOf(data, 'permalinks') }) =>
    permalinks === usual
      ? []
      : [
          {
            tag,
            read: shared.map((root) => readRules(root, permalinks, `/${tag.toLowerCase()}`, data, project)),
          },
        ],
  );
}

/** The languages whose articles are beside those of another, in the same folder. */
function findBeside(languages: readonly Language[], roots: readonly ContentFolder[]): readonly Language[] {
  if (roots.every(({ language }) => language !== undefined)) return [];
  return languages.filter(({ tag }) => !roots.some(({ language }) => language?.tag === tag));
}

/** What `permalinks` give the articles of a folder. */
interface FolderRules {
  readonly root: ContentFolder;
  readonly rules: readonly Rule[];
  /** The templates in our words, and those that have none. */
  readonly templates: readonly string[];
  readonly unread: readonly string[];
}

function readRules(
  root: ContentFolder,
  written: unknown,
  prefix: string,
  data: Data,
  project: Project,
): FolderRules {
  const isCaseKept = keyOf(data, 'disablepathtolower') === true;
  const ugly = keyOf(data, 'uglyurls');
  const { templates, unread } = readSectionTemplates(written, { ugly, isCaseKept });
  return {
    root,
    rules: listRules(root, { templates, prefix, end: ugly === true ? '.html' : '/' }, project),
    templates: templates.map(({ template }) => template),
    unread: [...unread, ...findUnsure(templates, root, data, project)],
  };
}

/** The language in front; where several are beside each other in a folder, the template names that of the article. */
function choosePrefix({ language }: ContentFolder, main: string, isBelow: boolean): string {
  if (language === undefined) return isBelow ? '/:language' : '';
  return language.tag === main && !isBelow ? '' : `/${language.tag.toLowerCase()}`;
}

function namePlaces(roots: readonly ContentFolder[], { base }: Project): string | readonly string[] {
  const places = [...new Set(roots.map(({ folder }) => `${base}${folder}`))];
  return places.length === 1 ? (places[0] ?? '') : places;
}

/** The rules of a language that has its own. */
interface LanguageRules {
  readonly tag: string;
  readonly read: readonly FolderRules[];
}

/** One template, or one by section, also of a language; of several folders by folder. Nothing where all is as usual. */
function namePermalinks(
  read: readonly FolderRules[],
  others: readonly LanguageRules[],
  { base }: Project,
): { readonly permalink?: string | TemplateByKey } {
  const isPlain = read.length === 1 && read[0]?.root.language === undefined;
  const nameAll = (all: readonly FolderRules[]) =>
    all.flatMap(({ root: { folder }, rules }) =>
      rules.map(([below, template]) => {
        const place = [`${base}${folder}`, below].filter(Boolean).join('/');
        return [isPlain ? below || 'default' : place, template] as const;
      }),
    );
  const named = nameAll(read);
  const kept = isPlain
    ? named.filter(([key, template]) => key !== 'default' || template !== '/:path/')
    : named;
  const ofLanguages = others.map((other) => [other.tag, Object.fromEntries(nameAll(other.read))] as const);
  const [only] = kept;
  if (isPlain && ofLanguages.length === 0 && kept.length === 1 && only?.[0] === 'default')
    return { permalink: only[1] };
  const permalink = Object.fromEntries([...kept, ...ofLanguages]);
  return Object.keys(permalink).length === 0 ? {} : { permalink };
}

/** The folder of each language, or the tags where they are beside each other. */
function nameLanguages(
  roots: readonly ContentFolder[],
  languages: readonly Language[],
  { base }: Project,
): readonly string[] | Readonly<Record<string, string>> | undefined {
  const folders = languages.flatMap(({ tag }) => {
    const own = roots.find(({ language }) => language?.tag === tag);
    const root = own ?? roots.find(({ language }) => language === undefined);
    return root === undefined ? [] : [[tag, `${base}${root.folder}`] as const];
  });
  if (roots.some(({ language }) => language !== undefined)) return Object.fromEntries(folders);
  return languages.length > 0 ? languages.map(({ tag }) => tag) : undefined;
}

/** What of `permalinks` is not taken over. */
function explainLost(templates: readonly string[]): readonly string[] {
  return [...new Set(templates)].map(
    (template) => `The permalink "${template}" has no equivalent here: compare the URLs with your site.`,
  );
}
