import { hidesByClass, hidesByStyle } from '../html/hidden.ts';
import { type Expander, LONGEST_TAG } from './expander.ts';

/** Whether an attribute list hides what it belongs to: `{: .hidden }`, `{hidden=true}`, `{style="display:none"}`. */
export function hidesByList(code: string): boolean {
  const hidden = /[\s:{]hidden(?:="?(\w*)|[\s}])/.exec(code);
  if (hidden !== null && hidden[1] !== 'false') return true;
  const style = /\bstyle=(?:"([^"]*)"|'([^']*)')/.exec(code);
  if (style !== null && hidesByStyle(style[1] ?? style[2] ?? '')) return true;
  return [...code.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => hidesByClass(name));
}

/** `{:name: .hidden}` of Kramdown: a list that others name. */
const DEFINITION = /\{:([\w-]+):([^{}\n]*)\}/g;
const defined = new WeakMap<Expander, ReadonlyMap<string, string>>();

/** Whether a list of Kramdown only defines a name. */
export function isDefinition(code: string): boolean {
  return /^\{:[\w-]+:/.test(code);
}

/** A list of Kramdown with what the names in it were defined as: `{:name}` as `{:name .hidden}`. */
export function resolveNames(expander: Expander, code: string): string {
  const known =
    defined.get(expander) ??
    new Map([...expander.text.matchAll(DEFINITION)].map(([, name = '', list = '']) => [name, list]));
  defined.set(expander, known);
  if (known.size === 0) return code;
  let left = LONGEST_TAG;
  return code.replace(/(?<=[\s:])[\w-]+(?=[\s}])/g, (name) => {
    const list = known.get(name) ?? '';
    left -= list.length;
    return left < 0 ? name : `${name} ${list}`;
  });
}
