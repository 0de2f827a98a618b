import { posix } from 'node:path';
import { asData, asText, type Data, keyOf, type Project, type ToolWords } from './project.ts';

/** Files that say which Hugo builds the site, in the folder of its configuration or at the top of the project. */
const FILES: readonly string[] = [
  'netlify.toml',
  'vercel.json',
  'render.yaml',
  'amplify.yml',
  '.gitlab-ci.yml',
  '.hugo-version',
  '.hvm',
  '.tool-versions',
  'mise.toml',
  'package.json',
  'Dockerfile',
];

/** `HUGO_VERSION = "0.162.1"`, `hugo-version: 0.164.0`, `"hugo-extended": "^0.120.0"`, `hugo extended_0.121.1`. */
const VERSION =
  /hugo[-_ ]?(?:version|extended|bin(?:-extended)?|image)?[^\w\n]{0,8}(?:extended_)?v?0\.(\d{2,3})\b/i;

/** The home page that Hugo made says by whom. */
const GENERATOR = /<meta name="?generator"? content="?Hugo 0\.(\d+)/i;

/**
 * How names and titles become parts of URLs.
 * @param templates of sections
 * @param folders of content, below the configuration
 */
export function readSpelling(
  data: Data,
  templates: readonly string[],
  folders: readonly string[],
  project: Project,
): ToolWords {
  const version = readHugoVersion(data, project);
  const spaces = readSpaces(version, folders, project);
  const slashes = readSlashes(version, templates, folders, project);
  const slugs = [
    ...(keyOf(data, 'disablepathtolower') === true ? ['keep-case'] : []),
    ...(keyOf(data, 'removepathaccents') === true ? ['no-accents'] : []),
    ...(spaces.isEach ? ['each-space'] : []),
    ...(slashes.isHyphen ? ['no-slashes'] : []),
  ];
  return {
    settings: slugs.length > 0 ? { slugs } : {},
    notes: [...spaces.notes, ...slashes.notes, ...explainSectionSlugs(version, folders, project)],
  };
}

/**
 * The version of Hugo that builds a site, by what its files and the built site say.
 * @returns 123 for 0.123; undefined where nothing says it
 */
export function readHugoVersion(data: Data, project: Project): number | undefined {
  const built = asText(keyOf(data, 'publishdir')) ?? 'public';
  const minimum = asText(keyOf(asData(keyOf(asData(keyOf(data, 'module')), 'hugoversion')), 'min'));
  const workflows = project
    .list('.github/workflows/')
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `.github/workflows/${name}`);
  const said = [...FILES, ...workflows].flatMap((name) => VERSION.exec(project.text(name) ?? '')?.[1] ?? []);
  const made = GENERATOR.exec(project.text(`${built}/index.html`) ?? '')?.[1];
  const [version = /^0\.(\d+)/.exec(minimum ?? '')?.[1]] = made === undefined ? said : [made];
  // The key came with 0.158.
  return version === undefined ? (keyOf(data, 'locale') === undefined ? undefined : 158) : Number(version);
}

/** Names whose spaces Hugo spells in another way since 0.123: `a - b` was `a-b`, and is `a---b`; `a & b`, of which the sign goes, is `a--b`. */
const SPACED = / [^\p{L}\p{Nd}\p{M}./\\_#+~@-]* | -|- /u;
/** A site has fewer files, or its names are looked at no longer. */
const MOST_NAMES = 50_000;

/** How `init` spells spaces: as the version does, or as one since 0.123, which is said where it matters. */
function readSpaces(
  version: number | undefined,
  folders: readonly string[],
  project: Project,
): { readonly isEach: boolean; readonly notes: readonly string[] } {
  const name = version === undefined ? findSpaced(folders, project) : undefined;
  if (name === undefined) return { isEach: (version ?? 0) >= 123, notes: [] };
  const note = `No file says which version of Hugo builds the site. Since 0.123, each space in "${name}" becomes a hyphen in the URL. Before that, spaces and hyphens in a row became one. feedwright assumes 0.123 or later. If your Hugo is older, remove "slugs".`;
  return { isEach: true, notes: [note] };
}

/** A title with a slash, in front matter of any kind. */
const SLASHED = /^[ \t]*["']?title["']?[ \t]*[:=][ \t]*(["']?)([^\n]*\/[^\n]*?)\1[ \t,]*$/im;
/** Front matter is at the beginning. */
const HEAD = 4096;
/** Texts are looked at no longer than names. */
const MOST_TEXTS = 2000;

/** How `init` spells a slash in a title that is in a URL: as the version does, or as one since 0.167, which is said where it matters. */
function readSlashes(
  version: number | undefined,
  templates: readonly string[],
  folders: readonly string[],
  project: Project,
): { readonly isHyphen: boolean; readonly notes: readonly string[] } {
  if (!templates.some((template) => /:(?:title|slug|sectionslugs?)(?!\w)/.test(template)))
    return { isHyphen: false, notes: [] };
  const title = version === undefined ? findSlashed(folders, project) : undefined;
  if (title === undefined) return { isHyphen: (version ?? 0) >= 167, notes: [] };
  const note = `No file says which version of Hugo builds the site. Since 0.167, a slash in a title such as "${title}" becomes a hyphen in the URL. Before that, it stayed a slash. feedwright assumes 0.167 or later. If your Hugo is older, remove "no-slashes" from "slugs".`;
  return { isHyphen: true, notes: [note] };
}

/** A slug in front matter of any kind. */
const SLUG = /^[ \t]*["']?slug["']?[ \t]*[:=]/im;
/** The last version that was seen not to do it; 0.169 does. */
const SECTIONS_KEEP_NAMES = 131;

/** The slug of a section is a part of the URLs below it to newer versions of Hugo, and is not here. */
function explainSectionSlugs(
  version: number | undefined,
  folders: readonly string[],
  project: Project,
): readonly string[] {
  if (version !== undefined && version <= SECTIONS_KEEP_NAMES) return [];
  const section = visit(folders, project, (path) =>
    /\/_index\.[^/]+$/.test(path) && SLUG.test(project.text(path)?.slice(0, HEAD) ?? '') ? path : undefined,
  );
  if (section === undefined) return [];
  return [
    `"${section}" has a slug, which newer versions of Hugo put into the URLs of the articles below it. feedwright takes the name of the folder. Compare these URLs with your site. If they have the slug, give the folder its "permalink".`,
  ];
}

function findSlashed(folders: readonly string[], project: Project): string | undefined {
  let left = MOST_TEXTS;
  return visit(folders, project, (path) => {
    if (left === 0 || !/\.(?:md|markdown|html?)$/i.test(path)) return undefined;
    left--;
    return SLASHED.exec(project.text(path)?.slice(0, HEAD) ?? '')?.[2];
  });
}

function findSpaced(folders: readonly string[], project: Project): string | undefined {
  return visit(folders, project, (path) => (SPACED.test(posix.basename(path)) ? path : undefined));
}

/** What is found first at a path below these folders. */
function visit(
  folders: readonly string[],
  project: Project,
  find: (path: string) => string | undefined,
): string | undefined {
  const open = [...new Set(folders)];
  let left = MOST_NAMES;
  for (let folder = open.pop(); folder !== undefined && left > 0; folder = open.pop()) {
    for (const name of project.list(`${folder}/`)) {
      left--;
      const path = posix.join(folder, name);
      const found = find(path);
      if (found !== undefined) return found;
      if (name.endsWith('/')) open.push(path.slice(0, -1));
    }
  }
  return undefined;
}
