import type { Preset } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { type Fact, findFact } from './names-of-facts.ts';
import { isMapping, toList, toText } from './values.ts';

/**
 * The tags of an article: its tags, then its categories; keywords only where it has neither. A list, one word, or text with commas;
 * with `preset: jekyll` the plural keys are separated by spaces. Words that differ only in case are one tag.
 * @param labels of the tags that have one
 */
export function readTags(
  data: FrontMatter,
  preset: Preset | undefined,
  labels?: ReadonlyMap<string, string>,
): readonly string[] {
  const tags = [...collect(data, 'tags', preset), ...collect(data, 'categories', preset)];
  const words = tags.length > 0 ? tags : collect(data, 'keywords', preset);
  const seen = new Set<string>();
  const labelled = words.map((word) => labels?.get(word) ?? dropHash(word));
  return labelled.filter((word) => {
    const key = word.normalize('NFC').toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** `#seed` of Obsidian and others is the tag "seed". */
function dropHash(word: string): string {
  return word.startsWith('#') && word.length > 1 ? word.slice(1) : word;
}

/** The categories alone, as Jekyll uses them in URLs. */
export function readCategories(data: FrontMatter, preset: Preset | undefined): readonly string[] {
  const singular = preset === 'jekyll' && data.categories !== undefined ? toText(data.category) : undefined;
  return [...collect(data, 'categories', preset), ...(singular === undefined ? [] : [singular])];
}

function collect(data: FrontMatter, fact: Fact, preset: Preset | undefined): readonly string[] {
  const found = findFact(data, fact);
  if (found === undefined) return [];
  const { key, value } = found;
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry)).filter((word) => word !== '');
  const text = toText(value);
  if (text === undefined) return flatten(value);
  if (preset === 'jekyll' && /s$/.test(key) && !text.includes(',')) return text.split(' ');
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Hexo nests categories in lists; Ghost and others list objects with a name. */
function flatten(entry: unknown): readonly string[] {
  if (Array.isArray(entry)) return toList(entry).flatMap((inner) => toText(inner) ?? []);
  if (isMapping(entry)) return [toText(entry.name) ?? toText(entry.label) ?? ''];
  return [toText(entry) ?? ''];
}
