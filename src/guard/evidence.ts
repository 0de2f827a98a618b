import type { PublishedItem } from '../documents/published-feed.ts';
import { isTelling } from '../manifest/fingerprint.ts';
import type { Fingerprint } from '../model/index.ts';
import { htmlToLine } from '../text/html-text.ts';
import { compareLikeness, foldTitle, hasLongText, type Likeness, readLikeness } from './likeness.ts';
import type { Matchable } from './matchable.ts';

/** What the matching rules know of both sides; made once for all rules, each text on demand. */
export interface Evidence {
  /** Undefined when one of the texts is too short to tell, or not known. */
  readonly likeness: (item: PublishedItem, article: Matchable) => number | undefined;
  /** Whether another item has about as much of the text of the article: a form, which tells no one which of them it is. */
  readonly isOfForm: (item: PublishedItem, article: Matchable) => boolean;
  /** Whether both have a text, and one that is another. */
  readonly isStrange: (item: PublishedItem, article: Matchable) => boolean;
  /** Whether nothing else among the items and the articles, recognised or not, has this title. */
  readonly isRareTitle: (title: string | undefined) => boolean;
  /** Whether both have a text, and the same words. */
  readonly hasWords: (item: PublishedItem, article: Matchable) => boolean;
  /** The words of a text that is long enough to tell and that no other item has, or what the manifest keeps of them. */
  readonly rareWordsOf: (item: PublishedItem) => string | undefined;
  /** The same of an article, whatever others have. */
  readonly longWordsOf: (article: Matchable) => string | undefined;
  /** The names of the images of an item, if no other item has them, or what the manifest keeps of them. */
  readonly rareImagesOf: (item: PublishedItem) => string | undefined;
  /** The same of an article, whatever others have. */
  readonly imagesOf: (article: Matchable) => string | undefined;
  /** Whether both have images, and those of the same names in the same order. */
  readonly hasImages: (item: PublishedItem, article: Matchable) => boolean;
  /** Whether both have the same words, enough of them to tell, and no other item has them. */
  readonly hasOwnWords: (item: PublishedItem, article: Matchable) => boolean;
  /** Whether both have the same images, and no other item has them. */
  readonly hasOwnImages: (item: PublishedItem, article: Matchable) => boolean;
}

interface WithText {
  readonly content?: string;
  readonly summary?: string;
}

/** More of a text tells no one more, and strangers could make it long. */
const MAX_HTML = 20_000;
/** A text is rare if this many items do not have it. */
const MAX_COUNTED = 1000;

/** Two texts with less in common are strangers. */
const STRANGE = 0.15;
/** Another item with so much of what an article shares with its own: both have it of a form, as newsletters do. */
const OF_FORM = 0.8;
/** More texts than this are not compared each with each. */
const MAX_TEXTS = 300;

export function gatherEvidence(items: readonly PublishedItem[], articles: readonly Matchable[]): Evidence {
  const textOf = remember<WithText, Likeness | undefined>((of) => readLikeness(htmlOf(of)));
  const wordsOf = remember<WithText, string | undefined>((of) => foldTitle(htmlOf(of)) || undefined);
  const imagesOf = remember<WithText, string | undefined>((of) => listImages(htmlOf(of)) || undefined);
  const titles = once(() => countTitles([items, articles]));
  const known = { text: knowPart(items, 'text', wordsOf), images: knowPart(items, 'images', imagesOf) };
  const summaryOf = remember<Matchable, Likeness | undefined>(({ summary }) => readLikeness(summary));
  const likeness: Evidence['likeness'] = (item, article) => {
    const text = compareLikeness(textOf(item), textOf(article));
    // A summary stands where the content stays out, and need not be a part of it.
    const summary = compareLikeness(textOf(item), summaryOf(article));
    return summary === undefined ? text : Math.max(text ?? 0, summary);
  };
  return {
    likeness,
    isOfForm: (item, article) => {
      const least = (likeness(item, article) ?? 0) * OF_FORM;
      const others = least > STRANGE ? items.slice(0, MAX_TEXTS) : [];
      return others.some((each) => each !== item && (likeness(each, article) ?? 0) >= least);
    },
    isStrange: (item, article) => (likeness(item, article) ?? 1) <= STRANGE,
    isRareTitle: (title) => (titles().get(foldTitle(title)) ?? 0) <= 1,
    hasWords: known.text.isSame,
    rareWordsOf: (item) => {
      const key = known.text.keyOf(item);
      return hasLongText(item) && known.text.isRare(key) ? key : undefined;
    },
    longWordsOf: (article) => {
      if (!items[0]?.fingerprint) return textOf(article) && wordsOf(article);
      return article.fingerprint && isTelling(article.fingerprint) ? article.fingerprint.text : undefined;
    },
    rareImagesOf: (item) => {
      const key = known.images.keyOf(item);
      return known.images.isRare(key) ? key : undefined;
    },
    imagesOf: (article) => (items[0]?.fingerprint ? article.fingerprint?.images : imagesOf(article)),
    hasImages: known.images.isSame,
    hasOwnWords: (item, article) => hasLongText(item) && known.text.isOwn(item, article),
    hasOwnImages: known.images.isOwn,
  };
}

/** What is known of one part on both sides: the texts, else what the manifest keeps of them. */
function knowPart(
  items: readonly PublishedItem[],
  part: keyof Fingerprint,
  read: (of: WithText) => string | undefined,
) {
  const keyOf = (item: PublishedItem) => (item.fingerprint ? item.fingerprint[part] : read(item)) ?? '';
  const isCounted = (item: PublishedItem, index: number) => item.fingerprint || index < MAX_COUNTED;
  const counts = once(() => count(items.filter(isCounted).map(keyOf)));
  const isRare = (key: string) => (counts().get(key) ?? 0) <= 1;
  const isSame = (item: PublishedItem, article: Matchable) => {
    const key = keyOf(item);
    return key !== '' && key === (item.fingerprint ? article.fingerprint?.[part] : read(article));
  };
  const isOwn = (item: PublishedItem, article: Matchable) => isSame(item, article) && isRare(keyOf(item));
  return { keyOf, isRare, isSame, isOwn };
}

/** The content, else the summary. */
function htmlOf({ content, summary }: WithText): string | undefined {
  return (content || summary)?.slice(0, MAX_HTML);
}

/** How often each title stands on the side that has it most often. */
function countTitles(
  sides: readonly (readonly { readonly title?: string }[])[],
): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const side of sides)
    for (const [title, times] of count(side.map((each) => foldTitle(each.title))))
      most.set(title, Math.max(most.get(title) ?? 0, times));
  return most;
}

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A move changes hosts, folders and sizes of images, but hardly their names. */
function listImages(html = ''): string {
  const found = html.matchAll(/<img\s[^>]{0,2000}?\bsrc\s{0,5}=\s{0,5}["']?([^"'\s>]{1,2000})/gi);
  return [...found].map(([, url]) => htmlToLine(url ?? '').replace(/^.*\/|[?#].*$/g, '')).join('\n');
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as Value;
  };
}
