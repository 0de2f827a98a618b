import { isMapping } from '../text/data.ts';
import { legalText } from '../text/legal.ts';
import { deepest, ExtensionError, type Prefixes, rssNames } from './extensions.ts';
import type { Extension } from './vocabulary.ts';

/** What JSON Feed 1.1 names itself and an extension may say: `feed` writes it under this very name. */
const jsonNames = new Set(
  'language icon favicon next_url expired user_comment external_url banner_image image summary content_text date_published date_modified'.split(
    ' ',
  ),
);

/**
 * Extensions as properties of a JSON Feed object, whose names start with `_` (JSON Feed 1.1, Extensions) unless JSON Feed knows
 * them. Those of XML stay out. Texts in them are made legal, the objects themselves are not changed.
 * @throws Error without `tell`, for one that has no end
 */
export function jsonExtensions(
  extensions: readonly Extension[],
  tell: Prefixes['tell'],
): Readonly<Record<string, unknown>> {
  const own = extensions.filter(({ name, format = 'json' }) => {
    return format === 'json' && !name.includes(':') && !rssNames.has(name);
  });
  return Object.fromEntries(own.flatMap(({ name, objects }) => takeValue(name, objects, tell)));
}

function takeValue(name: string, value: unknown, tell: Prefixes['tell']): readonly [string, unknown][] {
  try {
    return [[legalText(nameInJson(name, value)), legalValue(name, value, 0)]];
  } catch (error) {
    if (!(error instanceof ExtensionError) || !tell) throw error;
    tell(name, error.message);
    return [];
  }
}

function nameInJson(name: string, value: unknown): string {
  const isOwn = name.startsWith('_') || (jsonNames.has(name) && typeof value === typeOf(name));
  return isOwn ? name : `_${name}`;
}

function typeOf(name: string): string {
  return name === 'expired' ? 'boolean' : 'string';
}

/** What JSON has no form for is left out, as `JSON.stringify` leaves it out; but a large number is its digits. */
function legalValue(extension: string, given: unknown, depth: number): unknown {
  if (depth > deepest)
    throw new ExtensionError(`Extension "${extension}" is nested too deeply or in a circle.`);
  const value = hasJson(given) ? given.toJSON() : given;
  if (typeof value === 'string') return legalText(value);
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map((each) => legalValue(extension, each, depth + 1));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, each]) => [legalText(name), legalValue(extension, each, depth + 1)]),
  );
}

function hasJson(value: unknown): value is { readonly toJSON: () => unknown } {
  return (
    typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
  );
}
