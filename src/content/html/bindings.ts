import type { ElementNode } from '../tree.ts';
import { KEPT } from './elements.ts';
import { findHidingStyle, writeStyle } from './hiding-style.ts';

/** Conditions of Vue, Alpine, WebC and Angular: where no one can know whether they hold, the element may be meant to stay hidden. */
const CONDITION = /^(?:v-(?:if|else-if|else|show)|x-(?:if|show)|webc:(?:if|elseif|else)|\*?ng-?(?:if|show))$/;
/** Components that show what is in them under a condition, and what they call it. */
const CONDITIONAL = /^(?:if|show|when|unless|visible|conditional)$/;
const CONDITION_ARGUMENT = /^(?:when|if|is|condition|test|cond|visible|isvisible|show)$/;
/** An attribute whose value a framework computes: `:class`, `v-bind:style`, `x-bind:class`, `[hidden]`, `class:list`. */
const BOUND = /^(?::|(?:v-|x-)?bind:|\[)(?:ng)?(class|style|hidden)\]?$|^(class):list$|^ng-?(class|style)$/;
/** One class or property of its own: `class:hidden` and `style:display` of Svelte, `[class.hidden]` of Angular. */
const SINGLE = /^\[?(class|style)[:.]([\w-]+)\]?$/;

/** What a framework may hide an element by, as people write it; undefined where nothing does. */
export function findHidingBinding(
  { tagName, properties }: ElementNode,
  hidesByClass: (name: string) => boolean,
): string | undefined {
  const isConditional = !KEPT.has(tagName) && CONDITIONAL.test(tagName);
  for (const [name, value] of Object.entries(properties)) {
    if (!isConditional && !/[:.*[-]/.test(name)) continue;
    const text = String(value).trim();
    const isCondition = CONDITION.test(name) || (isConditional && CONDITION_ARGUMENT.test(name));
    if (isCondition && text !== 'true') return `<${tagName} ${name}>`;
    const hiding = readSingle(name, text, hidesByClass) ?? readBound(name, text, hidesByClass);
    if (hiding !== undefined) return `<${tagName} ${hiding}>`;
  }
  return undefined;
}

function readSingle(
  name: string,
  value: string,
  hidesByClass: (name: string) => boolean,
): string | undefined {
  const [, kind, own = ''] = SINGLE.exec(name) ?? [];
  if (kind === undefined || own === 'list' || value === 'false') return undefined;
  if (kind === 'class') return hidesByClass(own) ? `class="${own}"` : undefined;
  return writeRule(`${own}: ${unquote(value)}`);
}

function readBound(name: string, value: string, hidesByClass: (name: string) => boolean): string | undefined {
  const kind = name === 'ng-hide' ? 'hidden' : BOUND.exec(name)?.slice(1).find(Boolean);
  if (kind === 'hidden') return value === 'false' ? undefined : 'hidden';
  if (kind === 'style') return writeRule(writeStyle(value) ?? unquote(value));
  const own = kind === 'class' ? findHidingName(value, hidesByClass) : undefined;
  return own === undefined ? undefined : `class="${own}"`;
}

function writeRule(style: string): string | undefined {
  const rule = findHidingStyle(style);
  return rule === undefined ? undefined : `style="${rule}"`;
}

function unquote(code: string): string {
  return code.replace(/^(['"`])(.*)\1$/s, '$2');
}

/** `:class="'hidden'"` and `:class="{ hidden: true }"`: a name that the class may have. */
function findHidingName(code: string, hidesByClass: (name: string) => boolean): string | undefined {
  const names = code
    .slice(0, 500)
    .replace(/['"]?[\w-]+['"]?\s*:\s*false\b/g, ' ')
    .match(/[\w-]+/g);
  return names?.find((name) => name !== 'd' && hidesByClass(name));
}
