import type { ItemCard, Show } from '../model/index.ts';
import type { PageEpisode } from './site.ts';

/** An item as an episode of a show: what it has to be heard, and who speaks; its people replace those of the show (P12). */
export function pageEpisode({ attachments, episode }: ItemCard, show: Show): PageEpisode | undefined {
  const file = attachments.find(({ type }) => /^(?:audio|video)\//.test(type));
  if (!file || !episode) return undefined;
  const people = episode.people.length > 0 ? episode.people : show.people;
  return {
    url: file.url,
    isVideo: file.type.startsWith('video/'),
    ...(file.seconds === undefined ? {} : { seconds: file.seconds }),
    people: people.map(({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) })),
    chapters: episode.chapters.filter(({ isHidden }) => !isHidden),
    transcripts: episode.transcripts.map(({ url }) => url),
  };
}
