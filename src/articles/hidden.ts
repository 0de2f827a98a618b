import { foldName } from '../text/fold-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { findRule, type Rule } from './hiding-rules.ts';
import { isMapping } from './values.ts';

/** Why an article is in no feed. `kind` is what `list` counts it as. */
export interface Hidden {
  readonly kind: 'draft' | 'hidden';
  /** The key that says so, dots between the names of mappings. */
  readonly key: string;
  readonly value: unknown;
  /** The value does not say clearly whether the article is hidden. */
  readonly unclear?: boolean;
}

/** Mappings whose keys mean the same as at the top, such as Hugo's `params` and Zola's `extra`. */
const TRANSPARENT: ReadonlySet<string> = new Set(
  'params extra wordpress ghost jekyll hexo hbe eleventy meta metadata frontmatter options settings page post publication publishing publish custom eleventycomputed'.split(
    ' ',
  ),
);
/** Mappings that say what their keys are about, beside those that have a rule themselves: `hide: { rss: true }`. */
const SPEAKING: ReadonlySet<string> = new Set(['build', 'feed', 'feeds', 'rss', 'atom', 'include']);
/** Deeper than this no tool looks for such keys. */
const DEEPEST = 3;

/** The rules that keys were found to have: the same few keys come again in every article. */
const known = new Map<string, Rule | undefined>();
/** A stranger's articles may have any number of names. */
const MOST_KNOWN = 10_000;

function ruleOf(name: string): Rule | undefined {
  if (!known.has(name)) {
    if (known.size > MOST_KNOWN) known.clear();
    known.set(name, findRule(foldName(name)));
  }
  return known.get(name);
}

/** A switch with its name as it is written, and the name by which its rule is found. */
interface Switch {
  readonly key: string;
  readonly name: string;
  readonly value: unknown;
}

/**
 * The first key that keeps an article out of the feeds; one that does so clearly before one that may.
 * @param ignored keys that hide nothing on this site, however they are written
 */
export function findHidden(data: FrontMatter, ignored: readonly string[] = []): Hidden | undefined {
  let unclear: Hidden | undefined;
  for (const { key, name, value } of listSwitches(data, '', '', 0)) {
    const rule = isIgnored(key, ignored) ? undefined : ruleOf(name);
    const verdict = rule?.judge(value) ?? 'shows';
    if (rule === undefined || verdict === 'shows') continue;
    if (verdict === 'hides') return { kind: rule.kind, key, value };
    unclear ??= { kind: rule.ifUnclear ?? rule.kind, key, value, unclear: true };
  }
  return unclear;
}

/** With or without the mappings that it is in. */
function isIgnored(key: string, ignored: readonly string[]): boolean {
  if (ignored.length === 0) return false;
  const names = [key, key.slice(key.lastIndexOf('.') + 1)].map(foldName);
  return ignored.some((each) => names.includes(foldName(each)));
}

/** The keys of front matter that may hide an article, those of the mappings too. */
function* listSwitches(data: FrontMatter, path: string, about: string, depth: number): Generator<Switch> {
  for (const own of Object.keys(data)) {
    const value = data[own];
    if (!isMapping(value)) {
      yield { key: path + own, name: about + own, value };
      continue;
    }
    const parent = own.replace(/^_/, '').toLowerCase();
    const isTransparent = TRANSPARENT.has(foldName(parent));
    const isSpeaking = !isTransparent && (SPEAKING.has(parent) || ruleOf(about + parent) !== undefined);
    if (depth >= DEEPEST || !(isSpeaking || isTransparent)) continue;
    yield* listSwitches(value, `${path}${parent}.`, isSpeaking ? `${about}${parent}.` : about, depth + 1);
  }
}
