import { dirname, extname, join } from 'node:path';
import { isFile, listNames } from '../files/places.ts';
import { readWhole } from '../files/read.ts';
import type { Config, FindTemplate, TemplateKind } from '../model/index.ts';
import { foldersAbove } from './read-defaults.ts';

/** Larger than any template of a part of a page. */
const MAXIMUM_BYTES = 65_536;

/** The kinds that have folders of their own; others are named by a path. */
type FolderKind = Exclude<TemplateKind, 'beside' | 'part' | 'snippet'>;

/** The folders of the templates of each kind, below a folder of the site or of a theme; the first that has one counts. */
const FOLDERS: Readonly<Record<FolderKind, readonly string[]>> = {
  include: ['_includes'],
  shortcode: ['layouts/_shortcodes', 'layouts/shortcodes'],
  partial: ['layouts/_partials', 'layouts/partials'],
  call: ['templates/shortcodes'],
};
const ENDINGS: Readonly<Record<TemplateKind, readonly string[]>> = {
  include: ['', '.html', '.liquid'],
  beside: [''],
  part: [''],
  snippet: [''],
  shortcode: ['.html', '.md'],
  partial: ['.html'],
  call: [''],
};

/**
 * Makes the lookup of the site's own templates, for the absolute path of an article: in the folders of its tool, the nearest above the
 * article first, then those of the themes. Each file is read once, and only inside the folder of the configuration.
 */
export function createTemplateFinder({ root }: Config): (article: string) => FindTemplate {
  const texts = new Map<string, string | undefined>();
  const found = new Map<string, string | undefined>();
  return (article) => (kind, name) => {
    const key = [dirname(article), kind, name].join('\0');
    if (!found.has(key)) found.set(key, isInside(name, kind) ? find(article, kind, name) : undefined);
    return found.get(key);
  };

  function find(article: string, kind: TemplateKind, name: string): string | undefined {
    if (kind === 'beside') return open(join(dirname(article), name));
    const sites = foldersAbove(article, root).toReversed();
    if (kind === 'part' || kind === 'snippet') return openPath(name, dirname(article), sites);
    return findIn(sites, kind, name) ?? findIn(sites.flatMap(listThemes), kind, name, true);
  }

  /** `@/x.js` is below the source folder of the site, which is one of those above the article. */
  function openPath(name: string, folder: string, sites: readonly string[]): string | undefined {
    if (!name.startsWith('@/')) return open(join(folder, name));
    return sites.map((site) => open(join(site, name.slice(2)))).find((text) => text !== undefined);
  }

  /** @param isAlone whether only one of the folders may have such a template: which theme is used no one says */
  function findIn(
    sites: readonly string[],
    kind: FolderKind,
    name: string,
    isAlone = false,
  ): string | undefined {
    const paths = sites.flatMap((site) => FOLDERS[kind].map((folder) => join(site, folder, name)));
    const found = paths.map((path) => openAny(path, kind)).filter((text) => text !== undefined);
    return isAlone && found.length > 1 ? undefined : found[0];
  }

  function open(path: string): string | undefined {
    if (!texts.has(path)) texts.set(path, readTemplate(path, root));
    return texts.get(path);
  }

  function openAny(path: string, kind: TemplateKind): string | undefined {
    const endings = extname(path) === '' ? ENDINGS[kind] : [''];
    for (const ending of endings) {
      const text = open(path + ending);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

/** Names of templates never lead out of their folder; parts of an article may, inside the site. */
function isInside(name: string, kind: TemplateKind): boolean {
  if (name.length > 300 || /[\0:\\]/.test(name)) return false;
  if (kind === 'part') return /\.(?:md|mdx|markdown)$/i.test(name) && !name.startsWith('/');
  // Files that begin with a dot hold settings and secrets.
  if (kind === 'snippet') return !name.startsWith('/') && !/(?:^|\/)\.(?!\.?\/)/.test(name);
  return /^[\p{L}\p{N}_@]/u.test(name) && !name.split('/').includes('..');
}

function listThemes(site: string): readonly string[] {
  return [...(listNames(join(site, 'themes')) ?? [])].sort().map((name) => join(site, 'themes', name));
}

/** A file that cannot be read is none: what names it is then said to be unknown. */
function readTemplate(path: string, root: string): string | undefined {
  if (!isFile(path)) return undefined;
  try {
    return readWhole(path, { maximum: MAXIMUM_BYTES, inside: [root] })
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
