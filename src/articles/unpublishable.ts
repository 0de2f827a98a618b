import type { Config, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { isLegal, nameIllegal } from '../text/legal.ts';
import { isUri } from './id-syntax.ts';
import { type Fact, findFact } from './names-of-facts.ts';
import { fillSample } from './permalink.ts';
import type { Source } from './read.ts';
import { isMapping, toList, toText } from './values.ts';

/** What is in feeds as text of the article. */
const FACTS: readonly Fact[] = ['title', 'id', 'summary', 'tags', 'categories', 'keywords', 'authors'];
/** An article needs these. */
const NEEDED: ReadonlySet<Fact> = new Set<Fact>(['title', 'id']);

/**
 * What front matter says that feeds can't carry as it is written (R20): characters that XML forbids, and ids that are another text
 * afterwards or no valid URI.
 */
export function findUnpublishable(
  { block, data }: Source,
  placeOf: (key: string) => Place,
): readonly Problem[] {
  const problems = checkId(data, placeOf);
  // Such characters are in the block as they are or escaped; nearly every block has neither.
  if (!block || (isLegal(block.text) && !block.text.includes('\\'))) return problems;
  return [...problems, ...FACTS.flatMap((fact) => checkFact(fact, data, placeOf))];
}

function checkFact(fact: Fact, data: Source['data'], placeOf: (key: string) => Place): readonly Problem[] {
  const found = findFact(data, fact);
  const illegal = listTexts(found?.value).filter((text) => !isLegal(text));
  const [first] = illegal;
  if (!found || first === undefined) return [];
  const { key } = found;
  const empty = illegal.find((text) => toText(text) === undefined);
  if (empty !== undefined)
    return [problem('unpublishable-text', placeOf(key), { key, value: empty, isNeeded: NEEDED.has(fact) })];
  const name = nameIllegal(first);
  return [problem('illegal-characters', placeOf(key), { name, count: 1 })];
}

/** The texts of a value, of a list and of the mappings in it. */
function listTexts(value: unknown): readonly string[] {
  return toList(value).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if (Array.isArray(entry)) return listTexts(entry);
    return isMapping(entry) ? Object.values(entry).filter((inner) => typeof inner === 'string') : [];
  });
}

function checkId(data: Source['data'], placeOf: (key: string) => Place): readonly Problem[] {
  const own = findFact(data, 'id');
  const text = own && toText(own.value);
  if (!own || text === undefined) return [];
  const { key } = own;
  if (typeof own.value === 'string' && own.value !== text)
    return [problem('unclean-id', placeOf(key), { key, value: own.value, id: text })];
  return isUri(text) ? [] : [problem('invalid-id', placeOf(key), { key, value: text })];
}

/** Validators reject an ID that begins like a `tag:` or `urn:` URI but is not valid, whatever the placeholders stand for. */
export function checkIdTemplate({ id = '', file, lines }: Config): readonly Problem[] {
  return isUri(fillSample(id))
    ? []
    : [problem('invalid-id', { file, line: lines.id }, { key: 'id', value: id })];
}
