import type { PlannedDocument } from '../model/index.ts';
import { type Html, html, linkable } from './html.ts';
import { chooseShowWords, type ShowWords } from './show-words.ts';
import type { PageFeed, PageItem, PageShow } from './site.ts';

/** What the page of a show has besides that of a feed; all of it works without script. */

/** An app, or a page that opens one, that takes a show by the URL of its feed. */
interface App {
  readonly name: string;
  readonly link: (feed: string) => string;
}

/** Those whose makers document such a link on the web. */
const APPS: readonly App[] = [
  {
    name: 'AntennaPod',
    link: (feed) => `https://antennapod.org/deeplink/subscribe?url=${encodeURIComponent(feed)}`,
  },
  { name: 'gpodder.net', link: (feed) => `https://gpodder.net/subscribe?url=${encodeURIComponent(feed)}` },
  {
    name: 'Subscribe on Android',
    link: (feed) => `https://www.subscribeonandroid.com/${feed.replace(/^https?:\/\//, '')}`,
  },
];

/** The style of these parts. */
export const SHOW_STYLE = `.artwork { float: inline-end; width: clamp(5rem, 22vw, 11rem); height: auto; margin: 0 0 1rem 1.5rem; border-radius: 14px; }
header::after { content: ""; display: block; clear: both; }
.items audio, .items video { display: block; width: 100%; margin-block-start: 0.75rem; }
.items video { aspect-ratio: 16 / 9; }
.items details { margin-block-start: 0.75rem; }
.items ol { margin: 0; padding: 0; list-style: none; }
.items ol time { display: inline-block; min-width: 4.5rem; color: var(--soft); font-variant-numeric: tabular-nums; }
`;

export function writeArtwork(show: PageShow | undefined): Html | undefined {
  const image = show?.image === undefined ? undefined : linkable(show.image);
  return image === undefined
    ? undefined
    : html`<img class="artwork" src="${image}" width="1400" height="1400" alt=""/>\n`;
}

/** Links that subscribe in an app, by the URL of the RSS document: no app reads another format. */
export function writeApps({ documents }: PageFeed, words: ShowWords): Html | undefined {
  const rss = findRss(documents);
  if (rss === undefined) return undefined;
  return html`<h3>${words.apps}</h3>
<ul role="list" class="readers">
${APPS.map(({ name, link }) => html`<li><a href="${link(rss)}" rel="nofollow noreferrer">${name}</a></li>\n`)}</ul>
`;
}

function findRss(documents: readonly PlannedDocument[]): string | undefined {
  return documents.find(({ format }) => format === 'rss')?.url;
}

/** The player of an episode, who speaks, its chapters and transcripts. */
export function writeEpisode({ episode, title }: PageItem, language: string): Html | undefined {
  if (!episode) return undefined;
  const words = chooseShowWords(language);
  const { url, isVideo, people, chapters, transcripts } = episode;
  const source = linkable(url);
  const player = isVideo
    ? html`<video controls="controls" preload="none" src="${source}" title="${title}"></video>\n`
    : html`<audio controls="controls" preload="none" src="${source}" title="${title}"></audio>\n`;
  return html`${people.length === 0 ? undefined : html`<p>${people.map(writePerson)}</p>\n`}${source === undefined ? undefined : player}${
    chapters.length === 0
      ? undefined
      : html`<details>
<summary>${words.chapters}</summary>
<ol role="list">
${chapters.map(({ start, title: name = '' }) => html`<li><time datetime="PT${String(Math.floor(start))}S">${writeClock(start)}</time> ${name}</li>\n`)}</ol>
</details>
`
  }${transcripts.length === 0 ? undefined : html`<p>${transcripts.map((link) => writeTranscript(link, words))}</p>\n`}`;
}

function writePerson({ name, url }: PageShowPerson, index: number): Html {
  const href = url === undefined ? undefined : linkable(url);
  const before = index === 0 ? '' : ', ';
  return href === undefined ? html`${before}${name}` : html`${before}<a href="${href}">${name}</a>`;
}

type PageShowPerson = NonNullable<PageItem['episode']>['people'][number];

function writeTranscript(url: string, { transcript }: ShowWords): Html {
  const ending = /\.(\w{2,4})$/.exec(new URL(url).pathname)?.[1];
  const name = ending === undefined ? transcript : `${transcript} (${ending.toUpperCase()})`;
  return html`<a href="${linkable(url)}">${name}</a> `;
}

/** `4:10`, `1:02:03`. */
export function writeClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The duration of an episode behind its day. */
export function writeDuration({ episode }: PageItem): Html | undefined {
  if (episode?.seconds === undefined) return undefined;
  return html` · <time datetime="PT${String(episode.seconds)}S">${writeClock(episode.seconds)}</time>`;
}
