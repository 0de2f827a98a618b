import {
  type ContentFolder,
  type Language,
  readContentFolders,
  readLanguages,
  withContent,
} from './hugo-content.ts';
import { findUnsure, readSectionTemplates, type SectionTemplate } from './hugo-permalinks.ts';
import { readHugoVersion, readSpelling } from './hugo-version.ts';
import { asText, type Data, explainLanguages, keyOf, type Project, type ToolWords } from './project.ts';

/** Where a template holds, below its content folder (empty for the folder itself), and the template. */
type Rule = readonly [below: string, template: string];

/** What the URLs of a content folder are made of. */
interface Parts {
  /** Of sections, the innermost first. */
  readonly templates: readonly SectionTemplate[];
  /** What comes before every template. */
  readonly prefix: string;
  readonly end: '.html' | '/';
}

/** Since 0.115 the only language of a site can have a folder of its own, too. */
const ONE_LANGUAGE_BELOW = 115;

/** Hugo's folders of content, `permalinks`, languages and `uglyURLs`. */
export function readHugoAddresses(data: Data, project: Project): ToolWords {
  const all = readLanguages(data);
  const languages = withContent(all, project);
  const roots = readContentFolders(data, languages, project);
  const main = all[0]?.tag ?? asText(keyOf(data, 'defaultcontentlanguage')) ?? 'en';
  const version = readHugoVersion(data, project);
  const isBelow =
    keyOf(data, 'defaultcontentlanguageinsubdir') === true &&
    (all.length > 1 || version === undefined || version >= ONE_LANGUAGE_BELOW);
  const isCaseKept = keyOf(data, 'disablepathtolower') === true;
  const ugly = keyOf(data, 'uglyurls');
  const read = roots.map((root) => {
    const written = root.language?.permalinks ?? keyOf(data, 'permalinks');
    const { templates, unread } = readSectionTemplates(written, { ugly, isCaseKept });
    const prefix = choosePrefix(root, main, isBelow);
    return {
      rules: listRules(root, { templates, prefix, end: ugly === true ? '.html' : '/' }, project),
      templates: templates.map(({ template }) => template),
      unread: [...unread, ...findUnsure(templates, root, data, project)],
    };
  });
  const templates = read.flatMap((each) => each.templates);
  const folders = roots.map(({ folder }) => folder);
  const spelling = readSpelling(data, templates, folders, project);
  const isUsual = roots.length === 1 && project.base === '' && roots[0]?.folder === 'content';
  return {
    settings: {
      ...spelling.settings,
      ...(isUsual ? {} : { articles: namePlaces(roots, project) }),
      ...namePermalinks(
        roots,
        read.map(({ rules }) => rules),
        project,
      ),
      languages: nameLanguages(roots, languages, project) ?? [main],
    },
    notes: [
      ...explainLost(
        read.flatMap(({ unread }) => unread),
        roots,
        languages,
      ),
      ...explainLanguages(languages.map(({ tag }) => tag)),
      ...(spelling.notes ?? []),
    ],
  };
}

/** The language in front; where several are beside each other in a folder, the template names that of the article. */
function choosePrefix({ language }: ContentFolder, main: string, isBelow: boolean): string {
  if (language === undefined) return isBelow ? '/:language' : '';
  return language.tag === main && !isBelow ? '' : `/${language.tag.toLowerCase()}`;
}

/** The templates that hold in a content folder, its own last. */
function listRules(
  { folder, at }: ContentFolder,
  { templates, prefix, end }: Parts,
  project: Project,
): readonly Rule[] {
  const held = templates.flatMap(({ section, template }) => {
    const below = placeBelow(section, at);
    const found = below === undefined ? undefined : findFolder(folder, below, project);
    return found === undefined ? [] : [[found, prefix + putBelow(template, at)] as const];
  });
  const sections = held.filter(([below]) => below !== '');
  const own = held.find(([below]) => below === '')?.[1];
  const usual = `${prefix}${putBelow('/:path', at)}${end}`;
  // A template for the pages at the top says nothing of the sections.
  const others =
    own === undefined || at !== ''
      ? []
      : project
          .list(`${folder}/`)
          .flatMap((name) => (name.endsWith('/') ? name.slice(0, -1) : []))
          .filter((name) => !sections.some(([below]) => below === name))
          .map((name) => [name, usual] as const);
  return [...sections, ...others, ['', own ?? usual]];
}

/** A section as seen from where a folder is mounted: empty where it holds for the whole folder. */
function placeBelow(section: string, at: string): string | undefined {
  if (at === '') return section;
  if (section !== '' && `${at}/`.startsWith(`${section}/`)) return '';
  return section.startsWith(`${at}/`) ? section.slice(at.length + 1) : undefined;
}

/** The name of a folder as it is on the disk: Hugo reads sections in any case. */
function findFolder(folder: string, below: string, project: Project): string | undefined {
  let found: readonly string[] = [];
  for (const step of below.split('/').filter(Boolean)) {
    const names = project.list(`${[folder, ...found].join('/')}/`);
    const name = names.find((each) => each.toLowerCase() === `${step}/`);
    if (name === undefined) return undefined;
    found = [...found, name.slice(0, -1)];
  }
  return found.join('/');
}

/** A template for the files of a folder that is mounted below the content. */
function putBelow(template: string, at: string): string {
  if (at === '') return template;
  const [first = ''] = at.toLowerCase().split('/');
  return template
    .replace(/:sections(?![[\w])/, at.toLowerCase())
    .replace(/:section(?!\w)/, first)
    .replace(/:path(?!\w)/, `${at.toLowerCase()}/:path`);
}

function namePlaces(roots: readonly ContentFolder[], { base }: Project): string | readonly string[] {
  const places = [...new Set(roots.map(({ folder }) => `${base}${folder}`))];
  return places.length === 1 ? (places[0] ?? '') : places;
}

/** One template, or one by section; of several folders by folder. Nothing where all is as usual. */
function namePermalinks(
  roots: readonly ContentFolder[],
  rules: readonly (readonly Rule[])[],
  { base }: Project,
): { readonly permalink?: string | Readonly<Record<string, string>> } {
  const isPlain = roots.length === 1 && roots[0]?.language === undefined;
  const named = roots.flatMap(({ folder }, i) =>
    (rules[i] ?? []).map(([below, template]) => {
      const place = [`${base}${folder}`, below].filter(Boolean).join('/');
      return [isPlain ? below || 'default' : place, template] as const;
    }),
  );
  const kept = isPlain
    ? named.filter(([key, template]) => key !== 'default' || template !== '/:path/')
    : named;
  const [only] = kept;
  if (only === undefined) return {};
  return {
    permalink: kept.length === 1 && isPlain && only[0] === 'default' ? only[1] : Object.fromEntries(kept),
  };
}

/** The folder of each language, or the tags where they are beside each other. */
function nameLanguages(
  roots: readonly ContentFolder[],
  languages: readonly Language[],
  { base }: Project,
): readonly string[] | Readonly<Record<string, string>> | undefined {
  const folders = languages.flatMap(({ tag }) => {
    const root = roots.find(({ language }) => language?.tag === tag);
    return root === undefined ? [] : [[tag, `${base}${root.folder}`] as const];
  });
  if (folders.length > 0) return Object.fromEntries(folders);
  return languages.length > 0 ? languages.map(({ tag }) => tag) : undefined;
}

/** What of `permalinks` is not taken over. */
function explainLost(
  templates: readonly string[],
  roots: readonly ContentFolder[],
  languages: readonly Language[],
): readonly string[] {
  const lost = languages.filter(
    ({ tag, permalinks }) => permalinks !== undefined && !roots.some(({ language }) => language?.tag === tag),
  );
  return [
    ...[...new Set(templates)].map(
      (template) => `The permalink "${template}" has no equivalent here: compare the URLs with your site.`,
    ),
    ...lost.map(
      ({ tag }) =>
        `The "permalinks" of the language "${tag}" were not copied: compare the URLs with your site.`,
    ),
  ];
}
