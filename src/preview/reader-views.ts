import type { Item } from '../model/index.ts';
import { type Html, html, linkable } from '../pages/html.ts';

/** How feed readers show an item. */
export const VIEWS = ['full', 'summary', 'untitled'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_NAMES: Readonly<Record<View, string>> = {
  full: 'Full text',
  summary: 'Summary',
  untitled: 'Without titles',
};

/** As long as services are that show the beginning of an item as a post. */
const POST_LENGTH = 300;

/** One item as one kind of reader shows it, as the body of a document of its own. */
export function writeView(item: Item, view: View, date: string): Html {
  if (view === 'full')
    return html`${writeHead(item, date)}${writeImage(item)}${{ html: item.content }}${writeFiles(item)}`;
  const summary = item.summary ?? item.lead;
  if (view === 'summary') return html`${writeHead(item, date)}<p>${summary}</p>`;
  const words = item.untitled ? item.lead : `${item.title} ${summary}`;
  const cut = [...words].slice(0, POST_LENGTH).join('');
  return html`<p>${cut}${cut.length < words.length ? '…' : ''} <a href="${linkable(item.url)}" dir="ltr">${item.url}</a></p>`;
}

function writeHead({ untitled, title, url, authors }: Item, date: string): Html {
  const names = authors.flatMap(({ name }) => name ?? []).join(', ');
  const heading = untitled ? undefined : html`<h1><a href="${linkable(url)}">${title}</a></h1>`;
  return html`${heading}<p class="meta">${[date, names].filter(Boolean).join(' · ')}</p>`;
}

/** Readers show the lead image above the text, unless the text has it. */
function writeImage({ image, content }: Item): Html | undefined {
  if (!image || content.includes(image.url.replaceAll('&', '&amp;'))) return undefined;
  return html`<p><img src="${linkable(image.url)}" alt="${image.alt ?? ''}"/></p>`;
}

function writeFiles({ attachments }: Item): readonly Html[] {
  return attachments.map(({ url }) => html`<p><a href="${linkable(url)}" dir="ltr">${url}</a></p>`);
}
