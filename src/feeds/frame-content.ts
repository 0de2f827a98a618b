import { directionOf } from '../formats/direction.ts';
import type { Article } from '../model/index.ts';
import { escapeAttribute, escapeText } from '../text/escape-html.ts';

/**
 * The text of an article with what its front matter says beside it: the page it is about, where it was written and the lead image
 * (R32) before it, corrections behind it. What the text itself shows is not repeated.
 * @param language of the site, for an article that says none
 */
export function frameContent(article: Article, html: string, language?: string): string {
  const { externalUrl, dateline, corrections = [] } = article;
  const parts = [
    externalUrl === undefined ? '' : writeLink(externalUrl, html),
    writeLeadImage(article, html),
    dateline === undefined || startsWith(html, dateline)
      ? ''
      : `<p><strong>${escapeText(dateline)}</strong></p>`,
    captionImage(article, html),
    ...corrections.map((text) => `<p><em>${escapeText(text)}</em></p>`),
  ];
  return direct(parts.filter((part) => part !== '').join('\n'), article.language ?? language);
}

/** Readers lay text out as their own language runs: without a direction the words around `English` change places. */
function direct(html: string, language = ''): string {
  if (html === '' || directionOf(language) === 'ltr') return html;
  return `<div dir="rtl">\n${html}\n</div>`;
}

/** The link of a link post is its point, and readers of RSS have no other place for it. */
function writeLink(url: string, html: string): string {
  const href = escapeAttribute(url);
  if (html.includes(`href="${href}"`)) return '';
  return `<p><a href="${href}">${escapeText(new URL(url).hostname.replace(/^www\./, ''))}</a></p>`;
}

function startsWith(html: string, words: string): boolean {
  return html
    .replace(/<[^>]*>/g, '')
    .trimStart()
    .startsWith(escapeText(words));
}

function writeLeadImage({ image, title }: Article, html: string): string {
  if (image === undefined || isShown(image.url, html)) return '';
  const element = `<img src="${escapeAttribute(image.url)}" alt="${escapeAttribute(image.alt ?? title)}">`;
  if (image.caption === undefined) return `<p>${element}</p>`;
  return `<figure>${element}<figcaption>${escapeText(image.caption)}</figcaption></figure>`;
}

/** The text with the caption of the lead image, where it shows that image, but not what the front matter says below it. */
function captionImage({ image }: Article, html: string): string {
  const caption = image?.caption === undefined ? '' : escapeText(image.caption);
  if (image === undefined || caption === '' || !isShown(image.url, html)) return html;
  if (html.replace(/<[^>]*>/g, '').includes(caption)) return html;
  const alone = [...html.matchAll(/<p>(<img src="[^"]*"[^>]*>)<\/p>/g)].find(([, tag = '']) =>
    isShown(image.url, tag),
  );
  if (alone === undefined) return `<p><em>${caption}</em></p>\n${html}`;
  const figure = `<figure>${alone[1]}<figcaption>${caption}</figcaption></figure>`;
  return html.slice(0, alone.index) + figure + html.slice(alone.index + alone[0].length);
}

/** Whether the text shows the same image: by its whole URL, or in another size that is known by its name. */
function isShown(url: string, html: string): boolean {
  const whole = foldSize(url);
  for (const [, source = '', rest = ''] of html.matchAll(/<img src="([^"]*)"([^>]*)>/g)) {
    const sizes = /\ssrcset="([^"]*)"/.exec(rest)?.[1]?.split(/,\s+/) ?? [];
    const candidates = [source, ...sizes.map((size) => size.trim().replace(/\s.*$/, ''))];
    if (candidates.some((each) => foldSize(each.replaceAll('&amp;', '&')) === whole)) return true;
  }
  return false;
}

/** What a query says of a size; for a file with the name of an image, all of the query. */
const SIZE_OF_QUERY =
  /^(?:w|h|width|height|q|quality|fit|crop|auto|fm|format|dpr|resize|scale|size|s|ar|ssl|strip)=/;
/** Sizes in the path, as Cloudinary (`/upload/w_400,h_200/`), Cloudflare (`/cdn-cgi/image/width=80/`) and Ghost (`/size/w600/`) write them. */
const SIZE_OF_PATH =
  /(?<=\/upload\/)(?:[a-z]{1,3}_[\w.:-]+(?:,[a-z]{1,3}_[\w.:-]+)*\/)+|\/cdn-cgi\/image\/(?:[a-z]+=[\w.-]+,?)+(?=\/)|\/size\/w\d+(?:h\d+)?(?=\/)/;

/**
 * An image URL without its scheme and what only says its size: `a-300x200.jpg` and `a-scaled.jpg` of WordPress, `a@2x.jpg`,
 * `?w=300`. `image?id=1` and `image?id=2` stay two images.
 */
function foldSize(url: string): string {
  const [, path = '', query = ''] = /^(?:https?:)?([^?#]*)(?:\?([^#]*))?/.exec(url) ?? [];
  const name = path.replace(SIZE_OF_PATH, '').replace(/(?:-\d{2,5}x\d{2,5}|-scaled|@\dx)(?=\.\w{2,5}$)/, '');
  if (/\.(?:avif|bmp|gif|jfif|jpe?g|png|svg|tiff?|webp)$/i.test(name)) return name;
  return `${name}?${query
    .split('&')
    .filter((part) => part !== '' && !SIZE_OF_QUERY.test(part))
    .join('&')}`;
}
