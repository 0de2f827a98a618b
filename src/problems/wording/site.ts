import { quote } from './quote.ts';
import type { Wording } from './wording.ts';

/** Problems with the site that the tool of the site has built. */
export const siteWording = {
  'address-not-on-site': (d: {
    url: string;
    found: string | undefined;
    /** Whether "permalink" of an article is its URL only if it is a whole one. */
    isWhole: boolean;
  }): Wording => [
    'error',
    d.found === undefined
      ? `There is no page for ${quote(d.url)} in the built site.`
      : `There is no page for ${quote(d.url)} in the built site. Its page is ${quote(d.found)}.`,
    d.found === undefined
      ? 'If the article is new, build the site first. Otherwise correct "permalink", or leave the article out with "exclude".'
      : d.isWhole
        ? `Correct "permalink" in the configuration. If only a few articles are different, add the whole URL to each: "permalink: ${d.found}".`
        : 'Correct "permalink" in the article or in the configuration, so that the feed links to that page.',
  ],
  'site-not-built': (d: {
    folder: string;
    inner: string | undefined;
    /** Where the feeds go meanwhile, if that is another folder. */
    output: string | undefined;
  }): Wording => [
    'warning',
    d.inner === undefined
      ? `There is no "index.html" in ${quote(d.folder)}, so the site is not built yet: ${unchecked(d.output)}.`
      : `There is no "index.html" in ${quote(d.folder)}, but one in ${quote(d.inner)}: ${unchecked(d.output)}.`,
    d.inner === undefined
      ? 'Build the site first, then the feeds.'
      : `If that is the built site, write "built: ${d.inner}".`,
  ],
  'unread-permalink': (d: {
    key: string;
    value: string | undefined;
    /** Of the first of these articles. */
    url: string;
    count: number;
  }): Wording => [
    'warning',
    `${quote(d.key)} ${d.count === 1 ? '' : `of ${d.count} articles `}${d.value === undefined ? "comes from code, which feedwright doesn't run" : `is code, which feedwright doesn't run: ${quote(d.value)}`}. It assumes ${d.count === 1 ? 'the URL' : 'URLs such as'} ${quote(d.url)}.`,
    `Compare ${d.count === 1 ? 'that' : 'them'} with your site. If ${d.count === 1 ? 'it is' : 'they are'} wrong, write the URL as "${d.key}", or set "built" and build the site first: then the URL comes from the article's page.`,
  ],
  'missing-url-key': (d: { key: string; template: string }): Wording => [
    'error',
    `The article has no ${quote(d.key)}, which "permalink" needs: ${quote(d.template)}.`,
    `Add "${d.key}:" to the front matter. If a Hexo plugin adds it, build the site first.`,
  ],
  'file-not-on-site': (d: { written: string; outcome: string | undefined } | { count: number }): Wording => [
    'warning',
    'count' in d
      ? `The URLs of ${d.count} files are unknown until the site is built. This is the first.`
      : `The URL of ${quote(d.written)} is unknown: it is not on the built site under this name${d.outcome === undefined ? '' : `, so ${d.outcome}`}.`,
    'Build the site before the feeds, with its folder as "built". Then the URL comes from the page of the article.',
  ],
} as const;

function unchecked(output: string | undefined): string {
  return `URLs can't be checked${output === undefined ? '' : `, and the feeds go to ${quote(output)}`}`;
}
