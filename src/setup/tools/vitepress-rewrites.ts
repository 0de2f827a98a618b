import { posix } from 'node:path';
import type { Project } from './project.ts';

/** A rule of `rewrites`, and the page that it makes of one: both below the source folder. */
export interface Rewrite {
  readonly rewrite: (page: string) => string | undefined;
}

/** `:name`, `:name(pattern)` or `(pattern)`, each perhaps repeated and with what is before it; else text. */
const PART =
  /([./]?)(?::(\w+)(?:\(((?:\\.|[^()\\])+)\))?|\(((?:\\.|[^()\\])+)\))([*+?]?)|\\(.)|([^:(\\./{}]+|[./])/gy;

/** Longer than any rule. */
const LONGEST = 500;

interface Part {
  /** Text, or what a parameter has before it. */
  readonly text: string;
  readonly name?: string;
  readonly pattern?: string;
  readonly modifier?: string;
}

/**
 * A rule as VitePress reads it (path-to-regexp 6).
 * @returns undefined for signs that are not read here
 */
export function readRewrite(from: string, to: string): Rewrite | undefined {
  const [source, target] = [readParts(from), readParts(to)];
  if (source === undefined || target === undefined || from.startsWith('^') || from.length > LONGEST)
    return undefined;
  // What repeats without a sign between, or many names in one folder, may cost any time.
  if (/(?::\w[^/:]*){5}/.test(from)) return undefined;
  if (source.some(({ text, modifier }) => text === '' && /[*+]/.test(modifier ?? ''))) return undefined;
  let expression: RegExp;
  try {
    expression = new RegExp(`^${source.map(toPattern).join('')}$`, 'i');
  } catch {
    return undefined;
  }
  const names = source.flatMap(({ name }) => name ?? []);
  const write = (values: ReadonlyMap<string, string>) =>
    target
      .map(({ text, name }) => (name === undefined ? text : values.get(name) ? text + values.get(name) : ''))
      .join('');
  const rewrite = (page: string) => {
    const [, ...found] = expression.exec(page) ?? [];
    if (!expression.test(page)) return undefined;
    return write(new Map(names.map((name, i) => [name, found[i] ?? '']))).replace(/^\//, '');
  };
  return { rewrite };
}

function readParts(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let end = 0;
  let unnamed = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, before = '', name, named, own, modifier = '', escaped, plain] = match;
    end = match.index + whole.length;
    const pattern = named ?? own;
    if (plain !== undefined || escaped !== undefined) parts.push({ text: before + (escaped ?? plain ?? '') });
    else
      parts.push({
        text: before,
        name: name ?? String(unnamed++),
        modifier,
        ...(pattern === undefined ? {} : { pattern }),
      });
  }
  return end === text.length ? parts : undefined;
}

function toPattern({ text, name, pattern = '[^/#?]+?', modifier = '' }: Part): string {
  const before = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (name === undefined) return before;
  if (modifier === '' || modifier === '?') return `(?:${before}(${pattern}))${modifier}`;
  return `(?:${before}((?:${pattern})(?:${before}(?:${pattern}))*))${modifier === '*' ? '?' : ''}`;
}

/** The files of a folder, and where they are on the site. */
interface Page {
  /** Folders below the article folder. */
  readonly sections: readonly string[];
  /** The name of the file, or of the folder of an index. */
  readonly name: string;
  readonly isIndex: boolean;
  readonly url: string;
}

/** Where a template holds, below the article folder (empty for all of it), and the template. */
export type FolderTemplate = readonly [below: string, template: string];

/** More files than any folder of articles has. */
const MOST_FILES = 20_000;

/**
 * The templates that give the pages of an article folder the URLs that rules make of them.
 * @param folder below the source folder, as rules see it
 * @returns also the pages whose URLs no template gives
 */
export function findTemplates(
  folder: string,
  rewrites: readonly Rewrite[],
  place: { readonly source: string; readonly ending: string },
  project: Project,
): { readonly templates: readonly FolderTemplate[]; readonly lost: readonly string[] } {
  const pages = listPages(posix.join(place.source, folder), project)
    .map((path) => {
      const page = posix.join(folder, path);
      const to = rewrites.map(({ rewrite }) => rewrite(page)).find((each) => each !== undefined) ?? page;
      return { page, ...readPage(path, to, place.ending) };
    })
    // The page of the folder itself lists articles.
    .filter(({ name }) => name !== '');
  const ofAll = proposeTemplate(pages, place.ending);
  if (ofAll !== undefined) return { templates: [['', ofAll]], lost: [] };
  const below = [...new Set(pages.map(({ sections: [first = ''] }) => first))];
  const found = below.map((name) => {
    const own = pages.filter(({ sections: [first = ''] }) => first === name);
    return { name, own, template: proposeTemplate(own, place.ending) };
  });
  const usual = `/${folder}/:path${place.ending}`;
  const templates = found.flatMap(({ name, template }) =>
    template === undefined ? [] : [[name, template] as const],
  );
  return {
    templates: templates.some(([name]) => name === '') ? templates : [...templates, ['', usual]],
    lost: found.flatMap(({ own, template }) => (template === undefined ? own.map(({ page }) => page) : [])),
  };
}

function listPages(folder: string, project: Project): readonly string[] {
  const open = [''];
  const found: string[] = [];
  for (let at = open.shift(); at !== undefined && found.length < MOST_FILES; at = open.shift())
    for (const name of project.list(`${folder}/${at}`)) {
      if (name.endsWith('/')) open.push(at + name);
      else if (/^[^[].*\.md$/.test(name)) found.push(at + name);
    }
  return found;
}

function readPage(path: string, to: string, ending: string): Page {
  const sections = path.replace(/\.md$/, '').split('/');
  const last = sections.pop() ?? '';
  const isIndex = last === 'index';
  const name = isIndex ? (sections.pop() ?? '') : last;
  const url = `/${to.replace(/\.md$/, '')}${ending}`.replace(/(^|\/)index(?:\.html)?$/, '$1');
  return { sections, name, isIndex, url };
}

/** What a part of a URL may stand for: the names of folders and files, else it stays as it is. */
function proposeTemplate(pages: readonly Page[], ending: string): string | undefined {
  // The deepest shows most of the template.
  const [first] = pages.toSorted((a, b) => b.sections.length - a.sections.length);
  if (first === undefined) return undefined;
  const steps = first.url
    .replace(/(?:\.html|\/)$/, '')
    .split('/')
    .slice(1);
  const tails = first.sections.map((_, i) => [...first.sections.slice(i), first.name]);
  const endings = first.url.endsWith('/') && !first.isIndex ? ['/'] : [ending];
  const proposals = [...tails, [first.name], [undate(first.name)]].flatMap((tail) => {
    if (steps.slice(-tail.length).join('/') !== tail.join('/')) return [];
    const front = steps.slice(0, -tail.length);
    const named = front.map((step) => {
      const at = first.sections.indexOf(step);
      return at < 0 ? step : `:sections[${at}]`;
    });
    const from = first.sections.length + 1 - tail.length;
    const slug = tail.at(-1) === first.name ? ':slug' : ':basename';
    const end =
      from === 0 && slug === ':slug' ? [':path'] : tail.length === 1 ? [slug] : [`:sections[${from}:]`, slug];
    return [named, front].flatMap((each) => endings.map((last) => `/${[...each, ...end].join('/')}${last}`));
  });
  return proposals.find((template) => pages.every((page) => expand(template, page) === page.url));
}

function undate(name: string): string {
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '');
}

/** A template of ours for a page, as a build expands it. */
function expand(template: string, { sections, name, isIndex }: Page): string {
  const path = template
    .replace(/:sections\[(\d+)(:?)\]/g, (_, at: string, isOpen: string) =>
      sections.slice(Number(at), isOpen === '' ? Number(at) + 1 : undefined).join('/'),
    )
    .replace(':path', [...sections, name].join('/'))
    .replace(':slug', name)
    .replace(':basename', undate(name))
    .replace(/\/{2,}/g, '/');
  return isIndex ? path.replace(/(?:\.html)?$/, '/') : path;
}
