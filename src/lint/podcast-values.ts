import { isInsecure } from '../podcasts/artwork-url.ts';
import { parentOf, podcastCategories, podcastCategoryNames } from '../podcasts/categories.ts';
import { endingOf } from '../podcasts/url-ending.ts';
import { findNearest } from '../problems/nearest.ts';
import { fault, type ValueRule } from './rules.ts';

/** Apple's list is case-sensitive (R51). */
export const category: ValueRule = (value, name) =>
  podcastCategoryNames().has(value)
    ? undefined
    : fault('feed-podcast-category', { name, value, meant: findCategory(value) });

/** The category that was probably meant. */
function findCategory(value: string): string | undefined {
  const known = [...podcastCategoryNames()];
  const wanted = value.trim().toLowerCase();
  return known.find((each) => each.toLowerCase() === wanted) ?? findNearest(value.trim(), known);
}

/** The category that a subcategory belongs to, when that is another. */
export function findOtherParent(sub: string, parent: string): string | undefined {
  return podcastCategories().get(parent)?.includes(sub) ? undefined : parentOf(sub);
}

/** The most characters of a text of which Apple says nothing else (P8). */
const LINE_LIMIT = 255;

/** The most bytes of a description (P1, P6). */
const TEXT_LIMIT = 4000;

/** A text of one line: short, with nothing around it (P8). */
export const shortText: ValueRule = (value, name) => {
  if (value.trim() === '') return fault('feed-value-empty', { name });
  if (value !== value.trim()) return fault('feed-podcast-space', { name, value });
  const characters = [...value].length;
  return characters > LINE_LIMIT ? fault('feed-podcast-characters', { name, characters }) : undefined;
};

/** A text of which apps show so many characters. */
export function shorter(most: number): ValueRule {
  return (text, name) => {
    const characters = [...text.trim()].length;
    return characters > most ? fault('feed-podcast-cut', { name, characters, most }) : undefined;
  };
}

/** A description of a show or an episode, with or without HTML (P1, P6, P19). */
export const longText: ValueRule = (value, name) => {
  const bytes = Buffer.byteLength(value.trim());
  return bytes > TEXT_LIMIT ? fault('feed-podcast-long', { name, bytes }) : undefined;
};

/** Apple takes `true` and `false` (P1); what it took once is still understood by many. */
export const explicit: ValueRule = (text, name) => {
  const value = text.trim();
  if (/^(?:true|false)$/.test(value)) return undefined;
  const meant = /^(?:yes|explicit|true)$/i.test(value) ? 'true' : 'false';
  const isOld = /^(?:yes|no|clean|explicit|true|false)$/i.test(value);
  return isOld
    ? fault('feed-podcast-old-word', { name, value, meant })
    : fault('feed-value', { name, value, expected: '"true" or "false"' });
};

/** A switch that only `Yes` turns on (P3, P7). */
export const onlyYes: ValueRule = (text, name) =>
  text.trim() === 'Yes' ? undefined : fault('feed-podcast-switch', { name, value: text.trim() });

/** Artwork says by its ending what it is (P4). */
export const artwork: ValueRule = (text, name) => {
  const value = text.trim();
  if (isInsecure(value)) return fault('feed-podcast-insecure', { name, value });
  return /^(?:|jpe?g|png)$/.test(endingOf(value))
    ? undefined
    : fault('feed-podcast-artwork-type', { name, value });
};
