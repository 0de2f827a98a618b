import type { Config } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHexoConfig } from './hexo-rules.ts';
import type { Defaults, ReadDefaults } from './read-defaults.ts';
import { readTags } from './tags.ts';
import { isMapping, toBoolean, toList, toText } from './values.ts';

/** What plug-ins of Hexo hide by the configuration of the site. */
interface HidingRules {
  /** The password of each tag whose articles hexo-blog-encrypt locks (`encrypt.tags`). */
  readonly passwords: ReadonlyMap<string, string>;
  /** The key that hides an article from lists and feeds with hexo-hide-posts (`hide_posts.filter`). */
  readonly hidingKey: string | undefined;
}

/** Reads what the configuration of Hexo hides, once. */
export function createHexoHiding(config: Config): ReadDefaults {
  let known: HidingRules | Defaults | undefined;
  return ({ data }) => {
    known ??= readRules(config);
    if (!('passwords' in known)) return known;
    const { hidingKey, passwords } = known;
    if (hidingKey !== undefined && hides(data[hidingKey])) return { data: { hidden: true } };
    const tags = passwords.size === 0 ? [] : readTags(data, 'hexo');
    const password = tags.map((tag) => passwords.get(tag)).find((each) => each !== undefined);
    return password === undefined ? {} : { data: { password } };
  };
}

function readRules(config: Config): HidingRules | Defaults {
  const { data, problem } = readHexoConfig(config);
  if (problem) return { problem };
  const rules = toList(mappingOf(data?.encrypt).tags).filter(isMapping);
  return {
    passwords: new Map(rules.map(({ name, password }) => [toText(name) ?? '', toText(password) ?? ''])),
    hidingKey: toText(mappingOf(data?.hide_posts).filter),
  };
}

function mappingOf(value: unknown): FrontMatter {
  return isMapping(value) ? value : {};
}

/** Anything but no hides, as in a condition of JavaScript. */
function hides(value: unknown): boolean {
  return toList(value).length > 0 && toBoolean(value) !== false;
}
