import type { Preset, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { findFact } from './names-of-facts.ts';
import type { PathFacts } from './path-facts.ts';
import type { Source } from './read.ts';
import type { ResolveContext } from './resolve-context.ts';
import { readTypedHtml } from './typed-html.ts';
import { findTypos } from './typo.ts';
import { toText } from './values.ts';

/** The title of an article; what stands for one where a format needs it, when the article is a note without one. */
export interface FoundTitle {
  readonly title: string;
  readonly isNote?: true;
  readonly problems: readonly Problem[];
}

/** A name without letters, such as a date. */
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*$/u;
/** A name that a program made: a UUID, or a hash. */
const HASH = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-f]*\d)[\da-f]{16,64})$/i;

/** A title that VitePress reads as Markdown; with a tag in it, it stays as it is, so that nothing of `Vec<T>` is lost. */
const MARKUP = /^[^<#]*(?:[*_`[&\\]|:\w+:)[^<#]*$/;

/** Whether a name says nothing to a reader: that of a note that nobody named. */
const isNameless = (slug: string) => NUMBER.test(slug) || HASH.test(slug.slice(slug.lastIndexOf('/') + 1));

/**
 * The title of the front matter, else of the body, else of the file name; with Jekyll, whose posts get theirs from it, of the file name first.
 * @returns undefined if the title has to come from the body and no `titleOf` is given; problems alone if the body can't be read
 */
export function readTitle(
  source: Source,
  path: PathFacts,
  { config, vault, titleOf }: ResolveContext,
): FoundTitle | { readonly problems: readonly Problem[] } | undefined {
  const { preset, notes } = config;
  const own = toText(findFact(source.data, 'title')?.value);
  const isMarked = preset === 'vitepress' && own !== undefined && MARKUP.test(own);
  if (isMarked) return titleOf && { title: titleOf(source, own).title?.title ?? own, problems: [] };
  if (own !== undefined) return { title: readTypedHtml(own, preset), problems: [] };
  // The name of a note is its title, unchanged; that of a daily note is a date.
  if (vault && source.data.title === undefined && !notes && !path.isIndex && !isNameless(path.slug))
    return { title: nameOf(source.relative), problems: [] };
  if (!titleOf) return undefined;
  const body = titleOf(source);
  if (body.problems.length > 0) return body;
  const named = titleFromSlug(path.slug, preset);
  if (body.title === undefined && (notes || isEmpty(source.data.title) || isNameless(path.slug)))
    return { title: body.words ?? named, isNote: true, problems: [] };
  const byName = { title: named, from: 'file name' };
  // A post without front matter is published by GitHub Pages alone, which takes titles from headings.
  const isNamed =
    preset === 'jekyll' && path.date !== undefined && source.block && source.data.title === undefined;
  const found = isNamed ? byName : (body.title ?? byName);
  // Plain text has no other place for its title than its first line, and of a misspelt key "misspelt-key" tells.
  const isPlain = source.format === 'text' && found.from !== 'file name';
  // Where the tool itself takes titles from names or headings, nothing is wrong.
  const isUsual =
    isNamed || ((preset === 'vitepress' || preset === 'docusaurus') && body.title !== undefined);
  const isExpected = isPlain || isUsual || findTypos(source.data).some(({ nearest }) => nearest === 'title');
  const missing = problem('missing-title', { file: source.file }, found);
  return { title: found.title, problems: isExpected ? [] : [missing] };
}

/** The name of a file without its folders and extension. */
function nameOf(relative: string): string {
  return relative.slice(relative.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** `title: ""` means no title. */
function isEmpty(title: unknown): boolean {
  return title !== undefined && toText(title) === undefined;
}

/** A title for the URL of an article without one. */
export function titleFromSlug(slug: string, preset: Preset | undefined): string {
  const name = toText(slug.split('/').at(-1)) ?? '';
  if (preset === 'jekyll' && name !== '') return name.split('-').filter(Boolean).map(capitalise).join(' ');
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** As Ruby does: the rest of the word in lower case. */
function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
