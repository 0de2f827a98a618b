import { htmlToHast, markdownToHast } from 'satteri';
import type { RootNode } from './tree.ts';

/**
 * Parses Markdown (CommonMark, GFM, footnotes, heading attributes) with the HTML inside it to one tree.
 * @param notePrefix what the ids of footnotes begin with (`fn-1`, `fnref-1` follow)
 */
export function parseMarkdown(text: string, notePrefix = ''): RootNode {
  const features = {
    // Without a tag there is nothing to read again as HTML, which takes a third of the time.
    rawHtml: /<[a-z!?/]/i.test(text),
    frontmatter: false,
    headingAttributes: true,
    gfm: { footnotes: { clobberPrefix: notePrefix } },
  };
  return markdownToHast(text, { features, position: false }) as RootNode;
}

/** Parses a fragment of HTML by the rules of browsers; it never fails. */
export function parseHtml(text: string): RootNode {
  return htmlToHast(text, { fragment: true }) as RootNode;
}
