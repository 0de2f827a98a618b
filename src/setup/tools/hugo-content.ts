import { toList } from '../../text/data.ts';
import { excludeIgnored } from './ignored-files.ts';
import { asData, asText, type Data, keyOf, type Project } from './project.ts';

/** A language of the site that is not disabled. */
export interface Language {
  readonly tag: string;
  /** Its own content folder. */
  readonly folder: string | undefined;
  /** Its own `permalinks`, which stand for those of the site. */
  readonly permalinks: unknown;
}

/** A folder whose files are content. */
export interface ContentFolder {
  /** Below the configuration, without `/` at its end. */
  readonly folder: string;
  /** Where its files are below the content; empty at the top. */
  readonly at: string;
  readonly language: Language | undefined;
}

/** The main language first, the others as they are written. */
export function readLanguages(data: Data): readonly Language[] {
  const disabled = toList(keyOf(data, 'disablelanguages')).map(String);
  const all = Object.entries(asData(keyOf(data, 'languages')))
    .map(([tag, value]) => ({ tag, own: asData(value) }))
    .filter(({ tag, own }) => keyOf(own, 'disabled') !== true && !disabled.includes(tag));
  const given = asText(keyOf(data, 'defaultcontentlanguage'))?.toLowerCase();
  const named = (name: string) => all.find(({ tag }) => tag.toLowerCase() === name);
  const weightOf = ({ own }: (typeof all)[number]) =>
    Number(keyOf(own, 'weight')) || Number.POSITIVE_INFINITY;
  // Where nothing is said, Hugo takes English, else the first by weight and name (langs/config.go).
  const [lightest] = all.toSorted((a, b) => weightOf(a) - weightOf(b) || (a.tag < b.tag ? -1 : 1));
  const main = given === undefined ? (named('en') ?? lightest) : named(given);
  const sorted = main === undefined ? all : [main, ...all.filter((each) => each !== main)];
  return sorted.map(({ tag, own }) => ({
    tag,
    folder: asText(keyOf(own, 'contentdir')),
    permalinks: keyOf(own, 'permalinks'),
  }));
}

/** Those that have pages: Hugo also takes a language whose content folder does not exist. */
export function withContent(languages: readonly Language[], project: Project): readonly Language[] {
  const isThere = (folder: string) => project.list(`${trimSlashes(folder)}/`).length > 0;
  return languages.filter(({ folder }) => folder === undefined || isThere(folder));
}

/**
 * Where each language has a site of its own, only that of the main language; the others are as if the site did not have them.
 * @returns also the tag of that language, which Hugo names the folder of its pages after
 */
export function keepOneSite(data: Data): {
  readonly data: Data;
  readonly host?: string;
  readonly notes: readonly string[];
} {
  const [main, ...others] = readLanguages(data);
  const languages = asData(keyOf(data, 'languages'));
  const siteOf = (tag: string) => asText(keyOf(asData(languages[tag]), 'baseurl'));
  if (main === undefined || [main, ...others].some(({ tag }) => siteOf(tag) === undefined))
    return { data, notes: [] };
  const off = others.map(({ tag }) => [tag, { ...asData(languages[tag]), disabled: true }] as const);
  const nameOf = (lower: string) => Object.keys(data).find((name) => name.toLowerCase() === lower) ?? lower;
  const key = nameOf('languages');
  const omit = { [nameOf('defaultcontentlanguageinsubdir')]: false };
  return {
    // A site of its own needs no folder for its language.
    data: { ...data, ...omit, [key]: { ...languages, ...Object.fromEntries(off) } },
    host: main.tag,
    notes: others.map(
      ({ tag }) =>
        `"${tag}" has its own site (${siteOf(tag)}), so its articles are left out. Create another configuration for it.`,
    ),
  };
}

/** Patterns for the files of languages that the site does not have any more. */
export function excludeDisabled(data: Data): readonly string[] {
  const disabled = toList(keyOf(data, 'disablelanguages')).map(String);
  const own = Object.entries(asData(keyOf(data, 'languages')));
  const off = own.flatMap(([tag, value]) => (keyOf(asData(value), 'disabled') === true ? [tag] : []));
  return [...new Set([...disabled, ...off])].map((tag) => `**/*.${tag}.*`);
}

/**
 * `ignoreFiles` as patterns of `exclude`: regular expressions for whole paths, of which most are a piece of one.
 * @returns the patterns, and the expressions that are none
 */
export function readIgnored(data: Data): {
  readonly exclude: readonly string[];
  readonly unread: readonly string[];
} {
  const written = toList(keyOf(data, 'ignorefiles')).flatMap((each) => asText(each) ?? []);
  const read = written.map((expression) => ({ expression, patterns: toPatterns(expression) }));
  return {
    exclude: [...new Set(read.flatMap(({ patterns }) => patterns ?? []))],
    unread: read.flatMap(({ expression, patterns }) => (patterns === undefined ? [expression] : [])),
  };
}

function toPatterns(expression: string): readonly string[] | undefined {
  const piece = expression.replace(/^(?:\.\*)+/, '').replace(/(?:\.\*)+\$?$/, '');
  const [, body, end] = /^((?:[\w/. -]|\\[./_-])+)(\$?)$/.exec(piece) ?? [];
  if (body === undefined) return undefined;
  const literal = body.replace(/\\(.)|\./g, (_, escaped: string | undefined) => escaped ?? '?');
  const start = literal.startsWith('/') ? `**${literal}` : `**/*${literal}`;
  if (end === '$') return [start];
  return literal.endsWith('/') ? [`${start}**`] : [`${start}*`, `${start}*/**`];
}

/** What mounts of content leave out (`excludeFiles`, in newer versions `files` with a `!`). */
export function excludeOfMounts(data: Data, project: Project): readonly string[] {
  const mounts = toList(keyOf(asData(keyOf(data, 'module')), 'mounts')).map(asData);
  return mounts.flatMap((mount) => {
    const folder = `${trimSlashes(asText(keyOf(mount, 'source')) ?? '')}/`;
    if (!/^content(?:\/|$)/.test(trimSlashes(asText(keyOf(mount, 'target')) ?? ''))) return [];
    const left = toList(keyOf(mount, 'excludefiles'));
    const others = toList(keyOf(mount, 'files')).flatMap((each) => /^! *(.+)/.exec(String(each))?.[1] ?? []);
    return excludeIgnored([...left, ...others], { folder, articles: [folder] }, project);
  });
}

/** The folders of content: mounts, else those of languages, else one. */
export function readContentFolders(
  data: Data,
  languages: readonly Language[],
  project: Project,
): readonly ContentFolder[] {
  const mounts = toList(keyOf(asData(keyOf(data, 'module')), 'mounts')).map(asData);
  const mounted = mounts.flatMap((mount) => readMount(mount, languages, project));
  if (mounted.length > 0) return joinShared(mounted);
  const content = trimSlashes(asText(keyOf(data, 'contentdir')) ?? 'content');
  if (languages.every(({ folder }) => folder === undefined))
    return [{ folder: content, at: '', language: undefined }];
  return joinShared(
    languages.map((language) => ({ folder: trimSlashes(language.folder ?? content), at: '', language })),
  );
}

/** A folder that several languages share is of none; the names of its files say their language. */
function joinShared(roots: readonly ContentFolder[]): readonly ContentFolder[] {
  const isSame = (a: ContentFolder, b: ContentFolder) => a.folder === b.folder && a.at === b.at;
  return roots.flatMap((root, i) => {
    const same = roots.filter((other) => isSame(root, other));
    if (roots.findIndex((other) => isSame(root, other)) < i) return [];
    return [
      same.every(({ language }) => language === root.language) ? root : { ...root, language: undefined },
    ];
  });
}

/** A mount of a folder that is there, below `content`; for one language in its old or in its new words. */
function readMount(mount: Data, languages: readonly Language[], project: Project): readonly ContentFolder[] {
  const source = trimSlashes(asText(keyOf(mount, 'source')) ?? '');
  const [first, ...rest] = trimSlashes(asText(keyOf(mount, 'target')) ?? '').split('/');
  if (first !== 'content' || source.startsWith('..') || project.list(`${source}/`).length === 0) return [];
  const matrix = asData(keyOf(asData(keyOf(mount, 'sites')), 'matrix'));
  const [tag, ...others] = toList(keyOf(mount, 'lang') ?? keyOf(matrix, 'languages')).map(String);
  const language = others.length > 0 ? undefined : languages.find((each) => each.tag === tag);
  return [{ folder: source, at: rest.join('/'), language }];
}

function trimSlashes(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '');
}
