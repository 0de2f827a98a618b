import type { Contributor, Episode, Show } from '../model/index.ts';
import { EPISODE_TAGS, SHOW_TAGS } from '../podcasts/tags.ts';
import type { ReadyFeed, ReadyItem } from './checked-feed.ts';
import { formatMailDate } from './dates.ts';
import { writeTags } from './podcast-tags.ts';
import { emptyElement, lines, textElement } from './xml.ts';

/** Elements of the podcast namespace (https://podcastindex.org/namespace/1.0, P10 to P12), written only in a show. */

/** Elements of the channel. */
export function podcastChannel(feed: ReadyFeed): string {
  const { podcast: show } = feed;
  if (!show) return '';
  const { locked, owner, updateFrequency: often, license } = show;
  return lines([
    textElement('    ', 'podcast:guid', show.guid),
    textElement('    ', 'podcast:medium', show.medium),
    textElement('    ', 'podcast:locked', yesOrNo(locked), { owner: owner?.email }),
    lines(show.funding.map(({ url, text }) => textElement('    ', 'podcast:funding', text, { url }))),
    lines(show.people.map((who) => person('    ', who))),
    textElement('    ', 'podcast:license', license?.name, { url: license?.url }),
    textElement('    ', 'podcast:updateFrequency', often?.text, {
      complete: often?.isComplete ? 'true' : undefined,
      rrule: often?.rrule,
    }),
    writeTags('    ', SHOW_TAGS, show),
    feed.items.trailers,
  ]);
}

/** Where apps find the trailer without going through all episodes. */
export function writeTrailer({ title, published, attachments: [file], episode }: ReadyItem): string {
  if (!file || episode?.type !== 'trailer') return '';
  const { url, bytes: length, type } = file;
  const { season } = episode;
  return textElement('    ', 'podcast:trailer', title, {
    url,
    pubdate: published === undefined ? undefined : formatMailDate(published),
    length,
    type,
    season,
  });
}

/** Elements of an item. */
export function podcastItem({ episode }: ReadyItem): string {
  if (!episode) return '';
  return lines([
    // The schema of the namespace asks for a name; the number alone is in itunes:season.
    episode.seasonName === undefined
      ? ''
      : number('podcast:season', episode.season, { name: episode.seasonName }),
    number('podcast:episode', episode.number, { display: episode.display }),
    lines(episode.transcripts.map(transcript)),
    chapters(episode),
    lines(episode.soundbites.map(soundbite)),
    lines(episode.people.map((who) => person('      ', who))),
    writeTags('      ', EPISODE_TAGS, episode),
  ]);
}

function number(
  name: string,
  value: number | undefined,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  return textElement('      ', name, value === undefined ? undefined : String(value), attributes);
}

function transcript({ url, type, language, isCaptions }: Episode['transcripts'][number]): string {
  const rel = isCaptions ? 'captions' : undefined;
  return emptyElement('      ', 'podcast:transcript', { url, type, language, rel });
}

function chapters({ chaptersUrl: url }: Episode): string {
  const type = 'application/json+chapters';
  return url === undefined ? '' : emptyElement('      ', 'podcast:chapters', { url, type });
}

function soundbite({ start, duration, title = '' }: Episode['soundbites'][number]): string {
  return textElement('      ', 'podcast:soundbite', title, { startTime: start, duration });
}

/** Those of an episode replace those of the show (P12). */
function person(indent: string, { name, role, group, avatar: img, url: href }: Contributor): string {
  return textElement(indent, 'podcast:person', name, { role, group, img, href });
}

function yesOrNo(value: Show['locked']): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}
