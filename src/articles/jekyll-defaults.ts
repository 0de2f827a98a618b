import { dirname, join, relative, sep } from 'node:path';
import type { Config } from '../model/index.ts';

import type { FrontMatter } from './front-matter.ts';
import { type Defaults, foldersAbove, type ReadDefaults, readDefaultsOfData } from './read-defaults.ts';
import { isMapping, toList, toText } from './values.ts';

interface Rule {
  readonly path: string;
  readonly type: string | undefined;
  readonly values: FrontMatter;
}

interface Site {
  readonly folder: string;
  readonly rules: readonly Rule[];
}

/** The names of a configuration of Jekyll. */
export const CONFIGURATIONS: readonly string[] = ['_config.yml', '_config.yaml', '_config.toml'];

/** Jekyll gives the values under `defaults` of its configuration to what lies in their scope; the longer path overrides. */
export function createJekyllDefaults(config: Config): ReadDefaults {
  const known = new Map<string, Site | Defaults>();
  const find = (folder: string): Site | Defaults => {
    const site = known.get(folder) ?? readSite(folder, config);
    known.set(folder, site);
    return site;
  };
  return (source) => {
    const site = find(dirname(source.path));
    if (!('rules' in site)) return site;
    const path = relative(site.folder, source.path).split(sep).join('/');
    const data = applyRules(site.rules, path);
    return data === undefined ? {} : { data };
  };
}

/** The nearest configuration above a folder: the source of a site may be a folder of the project. */
function readSite(folder: string, config: Config): Site | Defaults {
  for (const above of foldersAbove(join(folder, '_'), config.root).toReversed()) {
    for (const name of CONFIGURATIONS) {
      const path = join(above, name);
      const { data, problem } = readDefaultsOfData(path, config);
      if (problem) return { problem };
      if (data !== undefined) return { folder: above, rules: toList(data.defaults).flatMap(readRule) };
    }
  }
  return { folder: config.root, rules: [] };
}

function readRule(rule: unknown): readonly Rule[] {
  if (!isMapping(rule) || !isMapping(rule.values)) return [];
  const scope = isMapping(rule.scope) ? rule.scope : {};
  const path = (toText(scope.path) ?? '').replace(/^\.?\/|\/$/g, '');
  return [{ path, type: toText(scope.type), values: rule.values }];
}

/** `FrontmatterDefaults#all` of Jekyll: a longer path counts more, then a rule with a type, then the later one. */
function applyRules(rules: readonly Rule[], path: string): FrontMatter | undefined {
  let data: FrontMatter | undefined;
  let last: Rule | undefined;
  for (const rule of rules) {
    if (!isInScope(rule, path)) continue;
    const overrides = last === undefined || hasPrecedence(last, rule);
    data = overrides ? { ...data, ...rule.values } : { ...rule.values, ...data };
    if (overrides) last = rule;
  }
  return data;
}

function hasPrecedence(last: Rule, rule: Rule): boolean {
  if (last.path.length !== rule.path.length) return rule.path.length > last.path.length;
  return rule.type !== undefined || last.type === undefined;
}

function isInScope({ path: scope, type }: Rule, path: string): boolean {
  if (type !== undefined && type !== typeOf(path)) return false;
  if (scope === '') return true;
  if (scope.includes('*')) return isBelowGlob(scope, path);
  return path === scope || path.startsWith(`${scope}/`) || path.startsWith(scope);
}

/** `posts` for what lies in `_posts`, `drafts`, or the name of another collection. */
function typeOf(path: string): string {
  const collection = path
    .split('/')
    .slice(0, -1)
    .find((folder) => folder.startsWith('_'));
  return collection === undefined ? 'pages' : collection.slice(1);
}

/**
 * Whether a path, or a folder on its way, fits a pattern of Ruby's `Dir.glob`: whatever lies below what it names is in scope too.
 * All ways to read the pattern are followed at once, so that no name takes long.
 */
function isBelowGlob(glob: string, path: string): boolean {
  const parts = glob.match(/\*+|[\s\S]/gu) ?? [];
  let at = skipStars(new Set([0]), parts);
  for (const sign of `${path}/`) {
    if (sign === '/' && at.has(parts.length)) return true;
    const next = [...at].flatMap((index) => {
      const part = parts[index] ?? '';
      const isStar = part.startsWith('*');
      const fits = isStar ? sign !== '/' || part.length > 1 : sign === part || (part === '?' && sign !== '/');
      return fits ? [isStar ? index : index + 1] : [];
    });
    at = skipStars(new Set(next), parts);
  }
  return false;
}

/** Stars may stand for nothing. */
function skipStars(at: ReadonlySet<number>, parts: readonly string[]): ReadonlySet<number> {
  const all = new Set(at);
  for (const index of all) if (parts[index]?.startsWith('*')) all.add(index + 1);
  return all;
}
