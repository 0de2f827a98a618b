import { fixedPrefix } from './permalink.ts';
import type { PermalinkFacts } from './permalink-facts.ts';

/** Docusaurus takes the URL from the slug, with a slash at its end, else from the path, never from the date in the front matter. */
export function placeSlug(
  { preset, ownSlug }: PermalinkFacts,
  permalink: string,
  slug: string | undefined,
): string {
  if (preset !== 'docusaurus' || !permalink.includes(':year')) return permalink;
  const isFolder = permalink.endsWith('/') || slug?.endsWith('/');
  return `${fixedPrefix(permalink)}${ownSlug === undefined ? ':path' : ':slug'}${isFolder ? '/' : ''}`;
}

/** An address without the slash at its end, where the site has none (`trailingSlash: false`). */
export function endAddress(address: string, { slugs }: PermalinkFacts): string {
  return slugs?.includes('no-end-slash') && address.endsWith('/') ? address.slice(0, -1) || '/' : address;
}
