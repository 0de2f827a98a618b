import type { FeedFormat } from '../model/index.ts';
import { nameItem, type Owner, show } from './check.ts';
import { EXTENSIONS, ITEM, OPTIONS, PERSON } from './fields.ts';
import { isRecord, list, nameValue, record, text } from './kinds.ts';
import type { Author, Extension, FeedInput, FeedOptions, Item } from './vocabulary.ts';

const [TAKE_ITEM, TAKE_OPTIONS] = [record(ITEM), record(OPTIONS)];
const [TEXTS, PERSONS] = [list(text), list(PERSON)];

/**
 * Takes what a program put into a Feed, which may be anything where there are no types, and gives it the types that the writers
 * rely on. Nothing that was given is changed.
 * @throws Error that names the feed or the item, and the field, for a value of another kind, unless `onProblem` gets it
 * @throws TypeError for options that are no object, and an `onProblem` that is not a function
 */
export function takeInput(
  feed: { readonly [Key in keyof FeedInput]: unknown },
  format: FeedFormat,
): FeedInput {
  const given = requireObject(feed.options, 'options') as Readonly<Partial<FeedOptions>>;
  const onProblem = requireListener(given.onProblem);
  const owner: Owner = { name: () => `Feed ${show(given.title)}`, format, onProblem };
  const generator = given.generator === false ? false : text(given.generator, owner, 'generator');
  const options = { ...(TAKE_OPTIONS(given, owner, '') as FeedOptions), generator, onProblem } as FeedOptions;
  const items = Array.isArray(feed.items) ? feed.items : [feed.items];
  return {
    options,
    items: items.map((item, index) => takeItem(item, index, owner)),
    categories: (TEXTS(feed.categories, owner, 'categories') ?? []) as string[],
    contributors: (PERSONS(feed.contributors, owner, 'contributors') ?? []) as Author[],
    extensions: (EXTENSIONS(feed.extensions, owner, 'extensions') ?? []) as Extension[],
  };
}

function takeItem(item: unknown, index: number, { format, onProblem }: Owner): Item | undefined {
  const owner: Owner = { name: () => nameItem(item, index), item: index, format, onProblem };
  return TAKE_ITEM(item, owner, '') as Item | undefined;
}

/** @throws TypeError for anything that is not an object, which only a mistake in a program can be */
export function requireObject(value: unknown, name: string): object {
  if (isRecord(value)) return value;
  throw new TypeError(`"${name}" is not an object but ${nameValue(value)}.`);
}

function requireListener(listener: unknown): FeedOptions['onProblem'] {
  if (listener === undefined || listener === null) return undefined;
  if (typeof listener === 'function') return listener as FeedOptions['onProblem'];
  throw new TypeError(`"onProblem" is not a function but ${nameValue(listener)}.`);
}
