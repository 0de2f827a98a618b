import { render } from '../content/render.ts';
import type { Rendered } from '../model/index.ts';
import { ABSOLUTE_URL, checkCall, required, TEXT } from './arguments.ts';

export interface CleanHtmlOptions {
  /** Absolute URL of the page: relative URLs start from it. */
  readonly url: string;
  /** The HTML as problems name it. @default 'html' */
  readonly file?: string;
}

/**
 * Cleans HTML that another program rendered, as a feed carries it: nothing that acts in a feed reader, absolute URLs, text legal in
 * XML. What looks like a template tag is text.
 * @returns as `renderArticle`; wrong options are problems, and the HTML is empty then
 */
export function cleanHtml(html: string, options: CleanHtmlOptions): Rendered {
  const wrong = checkCall('cleanHtml', { html }, options, {
    html: required(TEXT),
    url: required(ABSOLUTE_URL),
    file: TEXT,
  });
  if (wrong.length > 0) return { html: '', lead: '', problems: wrong };
  const { href } = new URL(options.url);
  const site = new URL('/', href).href;
  const { file = 'html' } = options;
  return render({ file, line: 1, format: 'html', text: html, url: href, site, title: '', isRendered: true });
}
