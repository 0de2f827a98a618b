import { PRESETS } from '../config/presets.ts';
import { render } from '../content/render.ts';
import type { BodyFormat, Preset, Rendered } from '../model/index.ts';
import { ABSOLUTE_URL, checkCall, oneOf, required, TEXT } from './arguments.ts';

export interface RenderArticleOptions {
  /** Absolute URL of the article: relative URLs in its body start from it. */
  readonly url: string;
  /** Home page of the site. @default the top of the host of `url` */
  readonly site?: string;
  /** Plain text. A first heading that repeats it is left out. */
  readonly title?: string;
  /** @default 'markdown' */
  readonly format?: BodyFormat;
  /** The generator that the body was written for. Without it, template tags that only one generator has are read. */
  readonly preset?: Preset;
  /** The name of the body in problems; the ending `.mdx` makes it MDX. @default 'article' */
  readonly file?: string;
}

const OPTIONS = {
  text: required(TEXT),
  url: required(ABSOLUTE_URL),
  site: ABSOLUTE_URL,
  title: TEXT,
  format: oneOf(['markdown', 'html', 'text']),
  preset: oneOf(Object.keys(PRESETS)),
  file: TEXT,
};

/**
 * Renders the body of an article for a feed: reads or removes template tags, turns Markdown into HTML, removes scripts, styles and
 * forms, makes URLs absolute and text legal in XML.
 * @returns the HTML, a plain beginning of the text, and problems with the line of the body. Nothing is thrown: wrong options are
 *   problems, and the HTML is empty then
 */
export function renderArticle(text: string, options: RenderArticleOptions): Rendered {
  const wrong = checkCall('renderArticle', { text }, options, OPTIONS);
  if (wrong.length > 0) return { html: '', lead: '', problems: wrong };
  const { url, title = '', format = 'markdown', preset, file = 'article' } = options;
  const { href } = new URL(url);
  const site = new URL(options.site ?? new URL('/', href)).href;
  const input = { file, line: 1, format, text, url: href, site, title };
  return render(preset === undefined ? input : { ...input, preset });
}
