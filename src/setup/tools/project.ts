import type { SETTINGS } from '../../config/settings-table.ts';
import type { Preset } from '../../model/index.ts';
import { isMapping } from '../../text/data.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A folder that a tool was made for, read as data: nothing in it is ever run. */
export interface Project {
  /** Where the tool's configuration is, below the folder that `init` runs in: empty, or with `/` at its end. */
  readonly base: string;
  /** The mapping in a file of YAML, JSON or TOML; of a program its literal values. Paths are below `base`. */
  readonly read: (path: string) => Data | undefined;
  /** The text of a small file. */
  readonly text: (path: string) => string | undefined;
  /** The names in a folder; folders have `/` at their end. */
  readonly list: (path: string) => readonly string[];
}

/** What a tool's configuration says, in our words; nothing in it has been checked yet. */
export interface ToolWords {
  readonly settings: Readonly<Partial<Record<keyof typeof SETTINGS, unknown>>>;
  /** The path that the tool puts before every URL of the site, where it is a setting apart from the site's URL. */
  readonly basePath?: string | undefined;
  /** The template of the ids that the tool's own feed has, below the site. */
  readonly ids?: string;
  /** The command that builds the site, of a tool without a preset. */
  readonly command?: string;
  /** What has no counterpart here, as sentences. */
  readonly notes?: readonly string[];
}

/** A file that gives a tool away. */
export interface ToolFile {
  readonly names: readonly string[];
  /** None where the articles are read as any others. */
  readonly preset: Preset | undefined;
  readonly read: (data: Data, project: Project) => ToolWords;
  /** Keys of a program that change URLs or the folder of the built site, which are not right if code sets them. */
  readonly urlKeys?: readonly string[];
  /** Whether the file is this tool's, where two have one of the same name. */
  readonly isOwn?: (data: Data, project: Project) => boolean;
}

export function asData(value: unknown): Data {
  return isMapping(value) ? value : {};
}

/** Longer than any URL, path or template: what is looked for at the end of a text may cost the square of its length. */
const LONGEST = 4000;

/** A text that says something, without spaces around it. */
export function asText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > LONGEST ? undefined : text;
}

/** A name, or the name of a mapping. */
export function readAuthor(author: unknown): unknown {
  return typeof author === 'object' ? asData(author).name : author;
}

/** Whether a project uses a package of npm. */
export function usesPackage(name: string, data: Data | undefined): boolean {
  return name in { ...asData(data?.dependencies), ...asData(data?.devDependencies) };
}

/** Where hosts of static sites are told the name of the site. */
const HOST_FILES = ['CNAME', 'static/CNAME', 'public/CNAME', 'source/CNAME', 'src/CNAME'];

/** The URL of a site by the file in which its host is told its name. */
export function readHost(project: Project): string | undefined {
  const names = HOST_FILES.map((path) => asText(project.text(path)));
  const name = names.find((each) => each !== undefined && /^[\w-]+(?:\.[\w-]+)+$/.test(each));
  return name === undefined ? undefined : `https://${name.toLowerCase()}/`;
}

/** A number that a limit may be; tools write 0 or -1 for "all". */
export function readLimit(value: unknown): number | undefined {
  const limit = Number(value);
  return Number.isInteger(limit) && limit > 0 ? limit : undefined;
}

/** A base URL and a path below it as one, with or without slashes. */
export function joinSite(site: unknown, base: unknown): string | undefined {
  const home = asText(site)?.replace(/\/+$/, '');
  const path = (asText(base) ?? '').replace(/^\/+|\/+$/g, '');
  return home === undefined ? undefined : path === '' ? `${home}/` : `${home}/${path}/`;
}

/** The value of a key in any case, as Hugo reads them: one with capitals overrides the same in lower case. */
export function keyOf(data: Data, name: string): unknown {
  const named = Object.keys(data).filter((key) => key.toLowerCase() === name);
  const key = named.find((each) => each !== name) ?? named[0];
  return key === undefined ? undefined : data[key];
}

/** What there is to know of a site in several languages, whose tool makes a feed for each. */
export function explainLanguages(languages: readonly string[]): readonly string[] {
  if (languages.length < 2) return [];
  return [
    `The site has ${languages.length} languages (${languages.join(', ')}). Without "where", the main feed has the articles of all. For a feed of each, add "feeds: [{ by: language }]".`,
  ];
}
