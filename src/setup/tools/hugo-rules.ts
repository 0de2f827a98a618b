import type { ContentFolder } from './hugo-content.ts';
import type { SectionTemplate } from './hugo-permalinks.ts';
import type { Project } from './project.ts';

/** Where a template holds, below its content folder (empty for the folder itself), and the template. */
export type Rule = readonly [below: string, template: string];

/** What the URLs of a content folder are made of. */
interface Parts {
  /** Of sections, the innermost first. */
  readonly templates: readonly SectionTemplate[];
  /** What comes before every template. */
  readonly prefix: string;
  readonly end: '.html' | '/';
}

/** The templates that hold in a content folder, its own last. */
export function listRules(
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
