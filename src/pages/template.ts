import { escapeHtml } from './html.ts';
import { BETWEEN_TAGS, followMarkup, type MarkupPlace } from './markup-place.ts';

/** What a template is filled with: texts by name, and lists by name for its sections. */
export interface Values {
  readonly [name: string]: string | readonly Values[] | undefined;
}

/** A mistake in a template, with its offset. */
interface TemplateMistake {
  readonly at: number;
  readonly placeholder: string;
  /** What is wrong with it, as the end of a sentence. */
  readonly wrong: string;
  /** The names that it could have had, when its own is unknown. */
  readonly names: readonly string[];
}

type Node = string | { readonly value: string } | Section;

interface Section {
  readonly section: string;
  readonly isInverted: boolean;
  readonly nodes: Node[];
}

/** The names that hold URLs which a page may link to. */
const URLS: readonly string[] = ['url', 'home', 'index', 'opml', 'image', 'audio'];
const TEXTS = [
  'site',
  'title',
  'description',
  'language',
  'direction',
  'name',
  'type',
  'summary',
  'date',
  'day',
  'duration',
];
const LISTS = ['formats', 'readers', 'items', 'feeds'];
/** Every name that a placeholder may have. */
export const NAMES: readonly string[] = [...TEXTS, ...URLS, ...LISTS];

export interface Template {
  readonly nodes: readonly Node[];
  readonly mistakes: readonly TemplateMistake[];
}

/**
 * Reads a template. `{{name}}` is a text, escaped; `{{#name}}…{{/name}}` is repeated for each member of a list, and there once for a
 * text that is not empty; `{{^name}}…{{/name}}` is there when nothing else is.
 */
export function readTemplate(text: string): Template {
  const root: Section = { section: '', isInverted: false, nodes: [] };
  const open: Section[] = [root];
  const mistakes: TemplateMistake[] = [];
  let place = BETWEEN_TAGS;
  let end = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const [placeholder, inside = ''] = match;
    const [, sign = '', name = ''] = /^([#^/]?)\s*(\w+)$/.exec(inside.trim()) ?? [];
    const refuse = (wrong: string, names: readonly string[] = []) =>
      mistakes.push({ at: match.index, placeholder, wrong, names });
    const current = open.at(-1) ?? root;
    const before = text.slice(end, match.index);
    current.nodes.push(before);
    place = followMarkup(place, before);
    end = match.index + placeholder.length;
    if (!NAMES.includes(name)) refuse('is not a placeholder', NAMES);
    else if (sign === '#' || sign === '^') {
      const section: Section = { section: name, isInverted: sign === '^', nodes: [] };
      current.nodes.push(section);
      open.push(section);
    } else if (sign === '/') {
      if (current.section === name) open.pop();
      else refuse('closes a section that was never opened');
    } else {
      const wrong = findDanger(place, name);
      if (wrong !== undefined) refuse(wrong);
      current.nodes.push({ value: name });
    }
  }
  root.nodes.push(text.slice(end));
  const [, unclosed] = open;
  if (unclosed) mistakes.push(reportUnclosed(text, unclosed));
  return { nodes: root.nodes, mistakes };
}

function reportUnclosed(text: string, { section, isInverted }: Section): TemplateMistake {
  const placeholder = `{{${isInverted ? '^' : '#'}${section}}}`;
  return { at: Math.max(0, text.indexOf(placeholder)), placeholder, wrong: 'is never closed', names: [] };
}

const LINKS =
  /^(?:href|src|action|formaction|data|poster|xlink:href|ping|cite|background|srcset|imagesrcset|manifest|longdesc)$/;

/** Places where an escaped text would still be code or a URL (R70). */
function findDanger({ inside, attribute }: MarkupPlace, name: string): string | undefined {
  if (inside === 'code') return 'is in a script or style, where no text is safe';
  if (inside === 'tag') return 'is in a tag without quotes around it';
  if (inside !== 'value') return undefined;
  if (/^on|^style$|^srcdoc$/.test(attribute)) return `is in "${attribute}", where no text is safe`;
  const isUrl = URLS.includes(name);
  return LINKS.test(attribute) && !isUrl ? `is not a URL, but "${attribute}" needs one` : undefined;
}

/** The text of a template with its values; those of a list's member hide those around it. */
export function fillTemplate({ nodes }: Pick<Template, 'nodes'>, scopes: readonly Values[]): string {
  return nodes.map((node) => fillNode(node, scopes)).join('');
}

function fillNode(node: Node, scopes: readonly Values[]): string {
  if (typeof node === 'string') return node;
  const value = scopes.find((scope) => scope[nameOf(node)] !== undefined)?.[nameOf(node)];
  if ('value' in node) return typeof value === 'string' ? escapeHtml(value) : '';
  const isEmpty = value === undefined || value.length === 0;
  if (node.isInverted) return isEmpty ? fillTemplate(node, scopes) : '';
  if (isEmpty) return '';
  if (typeof value === 'string') return fillTemplate(node, scopes);
  return value.map((member) => fillTemplate(node, [member, ...scopes])).join('');
}

function nameOf(node: Exclude<Node, string>): string {
  return 'value' in node ? node.value : node.section;
}
