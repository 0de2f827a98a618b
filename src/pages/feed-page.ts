import { directionOf } from '../formats/direction.ts';
import { FORMAT_NAMES } from '../formats/format-names.ts';
import { createDateWriter } from './dates.ts';
import { writeFrame, writeSiteLine } from './frame.ts';
import { type Html, html, linkable } from './html.ts';
import { inLanguage } from './in-language.ts';
import type { Words } from './page-words.ts';
import { READERS, subscribeLink } from './readers.ts';
import { SHOW_STYLE, writeApps, writeArtwork, writeDuration, writeEpisode } from './show-parts.ts';
import { chooseShowWords } from './show-words.ts';
import type { PageFeed, PageItem, PageSite } from './site.ts';
import { chooseWords } from './words.ts';

/**
 * The page of a feed for people (R55): what a feed is, the URL to copy, readers to add it to, and the latest articles. It works
 * without script; all texts are escaped, and only http, https and mailto are linked (R70).
 */
export function writeFeedPage(site: PageSite, feed: PageFeed): string {
  const { language, words } = chooseWords(feed.language ?? site.language);
  const own = feed.language ?? site.language;
  const writeDate = createDateWriter(site.timeZone, words);
  const content = html`<header>
${writeArtwork(feed.show)}${writeSiteLine(site)}
<h1${inLanguage(own, language)}>${feed.title}</h1>
${feed.description === undefined ? undefined : html`<p class="lead"${inLanguage(own, language)}>${feed.description}</p>\n`}</header>
<main class="columns">
${subscription(feed, words, language)}<section aria-labelledby="latest">
<h2 id="latest">${feed.show ? chooseShowWords(language).episodes : words.latest}</h2>
<ul role="list" class="items">
${feed.items.map((item) => article(item, item.language ?? own, language, writeDate))}</ul>
</section>
</main>
<footer><p><a href="${site.index}">${words.feeds}</a></p></footer>
`;
  return writeFrame({
    site,
    language,
    title: `${feed.title} – ${words.subscribe}`,
    description: feed.description ?? words.what,
    url: feed.url,
    feeds: [feed],
    content,
    withScript: true,
    ...(feed.show ? { media: listMedia(feed), extraStyle: SHOW_STYLE } : {}),
  });
}

function subscription(feed: PageFeed, words: Words, language: string): Html {
  const { documents } = feed;
  const [first, ...others] = documents;
  if (!first) return html``;
  return html`<section class="card" aria-labelledby="subscribe">
<h2 id="subscribe">${words.subscribe}</h2>
<p class="about">${words.what}</p>
<p class="about">${words.how}</p>
${address(first.format, words.address, first.url, words)}<p id="status" class="status" role="status"></p>
${feed.show ? writeApps(feed, chooseShowWords(language)) : undefined}<h3>${words.readers}</h3>
<ul role="list" class="readers">
${READERS.map((reader) => html`<li><a href="${subscribeLink(reader, documents)}" rel="nofollow noreferrer">${reader.name}</a></li>\n`)}</ul>
${others.length === 0 ? undefined : otherFormats(others, words)}</section>
`;
}

function otherFormats(documents: PageFeed['documents'], words: Words): Html {
  const addresses = documents.map(({ format, url }) => address(format, FORMAT_NAMES[format], url, words));
  return html`<details>
<summary>${words.formats}</summary>
${addresses}</details>
`;
}

/** A field that people can select without script; the button appears when it works. */
function address(format: string, label: string, url: string, { copy, copied }: Words): Html {
  const id = `address-${format}`;
  return html`<div class="address"><label id="label-${format}" for="${id}">${label}</label>
<div class="field"><input id="${id}" type="text" value="${url}" dir="ltr" spellcheck="false" readonly="readonly"/>
<button id="copy-${format}" type="button" hidden="hidden" aria-labelledby="copy-${format} label-${format}" data-copies="${id}" data-label="${copy}" data-done="${copied}">${copy}</button></div></div>
`;
}

type WriteDate = ReturnType<typeof createDateWriter>;

function article(item: PageItem, own: string | undefined, language: string, writeDate: WriteDate): Html {
  const { text, machine } = writeDate(item.published);
  const url = linkable(item.url);
  const title = url === undefined ? html`${item.title}` : html`<a href="${url}">${item.title}</a>`;
  // The day is in the words of the page, whatever the article is in.
  const inPageLanguage =
    own === language ? undefined : html` lang="${language}" dir="${directionOf(language)}"`;
  return html`<li${inLanguage(own, language)}>
<h3>${title}</h3>
<p class="date"><time datetime="${machine}"${inPageLanguage}>${text}</time>${writeDuration(item)}</p>
${item.summary === undefined ? undefined : html`<p>${item.summary}</p>\n`}${writeEpisode(item, language)}</li>
`;
}

/** What the page of a show loads: its artwork, and audio once they are played. */
function listMedia({ show, items }: PageFeed): {
  readonly image?: string;
  readonly audio: readonly string[];
} {
  const image = show?.image === undefined ? undefined : linkable(show.image);
  return {
    ...(image === undefined ? {} : { image }),
    audio: items.flatMap(({ episode }) => episode?.url ?? []),
  };
}
