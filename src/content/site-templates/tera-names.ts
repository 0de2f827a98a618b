import type { Expression } from './parts.ts';

export function call(name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', name, args };
}

/** Functions of Zola that are known here, by our names. */
export const FUNCTIONS = new Map([
  ['get_url', 'siteurl'],
  ['resize_image', 'zolaimage'],
  ['get_image_metadata', 'zolaimage'],
]);
/** What Zola gives to every template; of most of it no one knows anything here. */
const GIVEN: ReadonlyMap<string, Expression> = new Map<string, Expression>([
  ['config.base_url', call('baseurl')],
  ['page.title', { kind: 'path', from: '$', steps: ['Page', 'Title'], args: [] }],
  ['page.permalink', { kind: 'path', from: '$', steps: ['Page', 'Permalink'], args: [] }],
  ['page.colocated_path', { kind: 'path', from: '$', steps: ['Page', 'Folder'], args: [] }],
  ['true', { kind: 'literal', value: true }],
  ['false', { kind: 'literal', value: false }],
]);
const UNKNOWN =
  /^(?:config|page|section|lang|nth|invocation|current_path|current_url|term|taxonomy|paginator)(?:\.|$)/;

/** A variable of Tera; undefined where nobody knows its value. */
export function readName(name: string): Expression | undefined {
  const given = GIVEN.get(name);
  if (given !== undefined || UNKNOWN.test(name)) return given;
  const [root = '', ...steps] = name.split('.');
  return { kind: 'path', from: `$${root}`, steps, args: [] };
}
