import { FORMAT_NAMES, FORMAT_TYPES } from '../formats/format-names.ts';
import { writeFrame, writeSiteLine } from './frame.ts';
import { type Html, html } from './html.ts';
import { inLanguage } from './in-language.ts';
import type { PageFeed, PageSite } from './site.ts';
import { chooseWords } from './words.ts';

/** The page of all feeds of a site for people, the default feed first. */
export function writeIndexPage(site: PageSite, feeds: readonly PageFeed[]): string {
  const { language, words } = chooseWords(site.language);
  const main = feeds.filter(({ isTopic }) => !isTopic);
  const topics = feeds.filter(({ isTopic }) => isTopic);
  const content = html`<header>
${writeSiteLine(site)}
<h1>${words.feeds}</h1>
<p class="lead">${words.choose}</p>
</header>
<main>
${listCards('feeds', main, site, language)}${listCards('feeds topics', topics, site, language)}${site.opml === undefined ? undefined : html`<p class="more"><a href="${site.opml}" type="text/x-opml">${words.list}</a></p>\n`}</main>
<footer><p>${words.what}</p></footer>
`;
  return writeFrame({
    site,
    language,
    title: `${words.feeds} – ${site.title}`,
    description: words.choose,
    url: site.index,
    feeds: main,
    content,
    withScript: false,
  });
}

/** Feeds by topic may be many, so they have a list of their own. */
function listCards(
  look: string,
  feeds: readonly PageFeed[],
  site: PageSite,
  language: string,
): Html | undefined {
  if (feeds.length === 0) return undefined;
  return html`<ul role="list" class="${look}">
${feeds.map((feed) => card(feed, feed.language ?? site.language, language))}</ul>
`;
}

function card(
  { title, description, url, documents }: PageFeed,
  own: string | undefined,
  language: string,
): Html {
  const links = documents.map(
    ({ format, url }) =>
      html`<a href="${url}" type="${FORMAT_TYPES[format]}" aria-label="${FORMAT_NAMES[format]}: ${title}">${FORMAT_NAMES[format]}</a>\n`,
  );
  return html`<li class="card"${inLanguage(own, language)}>
<h2><a href="${url}">${title}</a></h2>
${description === undefined ? undefined : html`<p>${description}</p>\n`}<p class="formats">
${links}</p>
</li>
`;
}
