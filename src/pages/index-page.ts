import { FORMAT_NAMES, FORMAT_TYPES } from '../formats/format-names.ts';
import { writeFrame, writeSiteLine } from './frame.ts';
import { type Html, html } from './html.ts';
import type { PageFeed, PageSite } from './site.ts';
import { chooseWords, directionOf } from './words.ts';

/** The page of all feeds of a site for people, the default feed first. */
export function writeIndexPage(site: PageSite, feeds: readonly PageFeed[]): string {
  const { language, words } = chooseWords(site.language);
  const content = html`<header>
${writeSiteLine(site)}
<h1>${words.feeds}</h1>
<p class="lead">${words.choose}</p>
</header>
<main>
<ul role="list" class="feeds">
${feeds.map((feed) => card(feed, feed.language ?? site.language ?? language, language))}</ul>
${site.opml === undefined ? undefined : html`<p class="more"><a href="${site.opml}" type="text/x-opml">${words.list}</a></p>\n`}</main>
<footer><p>${words.what}</p></footer>
`;
  return writeFrame({
    site,
    language,
    title: `${words.feeds} – ${site.title}`,
    description: words.choose,
    url: site.index,
    feeds,
    content,
    withScript: false,
  });
}

function card({ title, description, url, documents }: PageFeed, own: string, language: string): Html {
  const inLanguage = own === language ? html` dir="auto"` : html` lang="${own}" dir="${directionOf(own)}"`;
  const links = documents.map(
    ({ format, url }) =>
      html`<a href="${url}" type="${FORMAT_TYPES[format]}" aria-label="${FORMAT_NAMES[format]}: ${title}">${FORMAT_NAMES[format]}</a>\n`,
  );
  return html`<li class="card">
<h2${inLanguage}><a href="${url}">${title}</a></h2>
${description === undefined ? undefined : html`<p${inLanguage}>${description}</p>\n`}<p class="formats">
${links}</p>
</li>
`;
}
