import { toHtml } from 'hast-util-to-html';
import { parseMarkdown } from '../content/markdown.ts';
import { asText, type Fields } from '../documents/read-json-feed.ts';
import { isMapping, toList } from '../text/data.ts';
import { escapeAttribute, escapeText } from '../text/escape-html.ts';

/** Where the part of a post begins that only members read, as Ghost marks it. */
export const PAYWALL = '<!--members-only-->';

/**
 * The HTML of a card of Ghost's editors.
 * @param fields what the editor keeps of it; texts named `caption`, `content`, `html` and the like are HTML
 * @returns undefined for a card that is unknown; empty for one that the page of a post doesn't show, such as a sign-up form
 */
export function renderCard(type: string, fields: Fields): string | undefined {
  return CARDS.get(type)?.(fields);
}

/** Whether only some readers see a card: members, or those of the newsletter. */
export function isForMembers({ visibility }: Fields): boolean {
  if (!isMapping(visibility)) return false;
  const { web, showOnWeb, emailOnly } = visibility;
  return (isMapping(web) && web.nonMember === false) || showOnWeb === false || emailOnly === true;
}

type Render = (fields: Fields) => string;

const text = (value: unknown): string => escapeText(asText(value) ?? '');
const html = (value: unknown): string => asText(value) ?? '';
const attribute = (value: unknown): string => escapeAttribute(asText(value) ?? '');

/** An element, or nothing where it would be empty. */
function wrap(tag: string, inner: string): string {
  return inner.trim() === '' ? '' : `<${tag}>${inner}</${tag}>`;
}

function figure(inner: string, caption: unknown): string {
  return wrap('figure', inner === '' ? '' : inner + wrap('figcaption', html(caption)));
}

function link(url: unknown, inner: string): string {
  return html(url) === '' || inner === '' ? inner : `<a href="${attribute(url)}">${inner}</a>`;
}

function image({ src, alt, title, width, height, href }: Fields): string {
  if (html(src) === '') return '';
  const sizes = Number(width) > 0 && Number(height) > 0 ? { width, height } : {};
  const more = Object.entries({ title, ...sizes }).flatMap(([name, value]) =>
    html(value) === '' && typeof value !== 'number' ? [] : ` ${name}="${attribute(value)}"`,
  );
  return link(href, `<img src="${attribute(src)}" alt="${attribute(alt)}"${more.join('')}>`);
}

function button(url: unknown, label: unknown): string {
  return html(url) === '' ? '' : wrap('p', link(url, text(label) || attribute(url)));
}

function showCode({ code, language, caption }: Fields): string {
  const of = html(language) === '' ? '' : ` class="language-${attribute(language)}"`;
  const shown = html(code) === '' ? '' : `<pre><code${of}>${text(code)}</code></pre>`;
  return html(caption) === '' ? shown : figure(shown, caption);
}

/** Details are in the card, or in its `metadata` in older posts. */
function showBookmark({ metadata, ...fields }: Fields): string {
  const { url, title, description, author, publisher, caption } = {
    ...(isMapping(metadata) ? metadata : {}),
    ...fields,
  };
  if (html(url) === '') return '';
  const source = [author, publisher].map(text).filter(Boolean).join(', ');
  const lines = [link(url, text(title) || attribute(url)), text(description), source].filter(Boolean);
  return figure(wrap('p', lines.join('<br>')), caption);
}

function showFile({ src, fileTitle, fileName, fileCaption }: Fields): string {
  const name = text(fileTitle) || text(fileName) || attribute(src);
  return html(src) === '' ? '' : wrap('p', link(src, name)) + wrap('p', text(fileCaption));
}

function showProduct(fields: Fields): string {
  const { productImageSrc: src, productImageWidth: width, productImageHeight: height } = fields;
  return [
    image({ src, width, height }),
    wrap('h4', html(fields.productTitle)),
    html(fields.productDescription),
    fields.productButtonEnabled === true ? button(fields.productUrl, fields.productButton) : '',
  ].join('');
}

function showHeader(fields: Fields): string {
  return [
    wrap('h2', html(fields.header)),
    wrap('p', html(fields.subheader)),
    fields.buttonEnabled === true ? button(fields.buttonUrl, fields.buttonText) : '',
  ].join('');
}

function showMarkdown({ markdown }: Fields): string {
  return toHtml(parseMarkdown(html(markdown)) as Parameters<typeof toHtml>[0]);
}

function showGallery({ images, caption }: Fields): string {
  return figure(toList(images).filter(isMapping).map(image).join(''), caption);
}

const nothing: Render = () => '';

/** By the names of the editor of today and of the one before. */
const CARDS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['audio', ({ src }) => (html(src) === '' ? '' : `<audio controls src="${attribute(src)}"></audio>`)],
  [
    'before-after',
    ({ beforeImage, afterImage, ...rest }) => showGallery({ images: [beforeImage, afterImage], ...rest }),
  ],
  ['bookmark', showBookmark],
  ['button', ({ buttonUrl, buttonText }) => button(buttonUrl, buttonText)],
  [
    'call-to-action',
    (fields) =>
      image({ src: fields.imageUrl }) +
      html(fields.textValue) +
      (fields.showButton === true ? button(fields.buttonUrl, fields.buttonText) : ''),
  ],
  [
    'callout',
    ({ calloutEmoji, calloutText }) =>
      wrap('blockquote', wrap('p', [text(calloutEmoji), html(calloutText)].filter(Boolean).join(' '))),
  ],
  ['card-markdown', showMarkdown],
  ['code', showCode],
  ['codeblock', showCode],
  ['email', nothing],
  ['email-cta', nothing],
  ['embed', ({ html: embedded, url, caption }) => figure(html(embedded) || button(url, url), caption)],
  ['file', showFile],
  ['gallery', showGallery],
  ['header', showHeader],
  ['horizontalrule', () => '<hr>'],
  ['hr', () => '<hr>'],
  ['html', ({ html: written }) => html(written)],
  ['image', (fields) => figure(image(fields), fields.caption)],
  ['markdown', showMarkdown],
  ['paywall', () => PAYWALL],
  ['product', showProduct],
  ['signup', nothing],
  ['toggle', ({ heading, content }) => wrap('h4', html(heading)) + html(content)],
  ['transistor', nothing],
  [
    'video',
    ({ src, caption }) =>
      figure(html(src) === '' ? '' : `<video controls src="${attribute(src)}"></video>`, caption),
  ],
]);
