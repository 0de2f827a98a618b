import { join } from 'node:path';
import type { Config } from '../model/index.ts';
import { type Defaults, type ReadDefaults, readDefaultsOfData } from './read-defaults.ts';
import { readTags } from './tags.ts';
import { isMapping, toList, toText } from './values.ts';

/** hexo-blog-encrypt locks every article with a tag that the configuration gives a password (`encrypt.tags`). */
export function createTagPasswords(config: Config): ReadDefaults {
  let known: { readonly passwords: ReadonlyMap<string, string> } | Defaults | undefined;
  return ({ data }) => {
    known ??= readPasswords(config);
    if (!('passwords' in known)) return known;
    for (const tag of known.passwords.size === 0 ? [] : readTags(data, 'hexo')) {
      const password = known.passwords.get(tag);
      if (password !== undefined) return { data: { password } };
    }
    return {};
  };
}

function readPasswords(config: Config): { readonly passwords: ReadonlyMap<string, string> } | Defaults {
  const { data, problem } = readDefaultsOfData(join(config.root, '_config.yml'), config);
  if (problem) return { problem };
  const encrypt = isMapping(data?.encrypt) ? data.encrypt : {};
  const rules = toList(encrypt.tags).filter(isMapping);
  return {
    passwords: new Map(rules.map(({ name, password }) => [toText(name) ?? '', toText(password) ?? ''])),
  };
}
