/** Names of what an article with audio says as an episode of a podcast (P17), in order of priority. */
export const EPISODE_ALIASES = {
  audio: [
    'audio',
    'podcast',
    'podcast_file',
    'podcast_url',
    'podcast_audio',
    'audio_url',
    'audio_file',
    'audio_link',
    'mp3',
    'mp3_url',
    'mp3_file',
    'm4a',
    'enclosure_url',
    'episode_url',
    'episode_file',
    'media_url',
    'media_file',
    'file',
    'extra.audio',
    'extra.podcast_file',
    'extra.enclosure',
  ],
  duration: [
    'duration',
    'podcast_duration',
    'audio_duration',
    'episode_duration',
    'itunes_duration',
    'duration_in_seconds',
    'playtime',
    'running_time',
    'extra.duration',
  ],
  bytes: [
    'bytes',
    'podcast_bytes',
    'audio_bytes',
    'podcast_length',
    'podcast_size',
    'audio_length',
    'audio_size',
    'enclosure_length',
    'file_size',
    'size_in_bytes',
    'length',
    'extra.bytes',
  ],
  mimeType: ['mime_type', 'media_type', 'audio_type', 'podcast_type', 'enclosure_type'],
  episode: ['episode', 'episode_number', 'podcast_episode', 'itunes_episode', 'extra.episode'],
  season: ['season', 'season_number', 'podcast_season', 'itunes_season', 'extra.season'],
  episodeType: ['episode_type', 'podcast_episode_type', 'itunes_episode_type', 'extra.episode_type'],
  explicit: ['explicit', 'podcast_explicit', 'itunes_explicit', 'extra.explicit'],
  artwork: ['artwork', 'podcast_image', 'episode_image', 'itunes_image', 'extra.artwork'],
  hosts: ['hosts', 'host', 'extra.hosts'],
  guests: ['guests', 'guest', 'extra.guests'],
  people: ['people', 'persons', 'crew'],
  transcripts: ['transcripts', 'transcript', 'podcast_transcript', 'extra.transcript'],
  chapters: ['chapters', 'podcast_chapters', 'extra.chapters'],
  soundbites: ['soundbites', 'soundbite'],
} as const satisfies Record<string, readonly string[]>;

/** Mappings in which the facts of an episode may stand: Hugo's, Zola's, and what people call them. */
const PARENTS = ['params', 'extra', 'podcast', 'itunes'] as const;

/** What only a mapping of an episode has under these names. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  artwork: ['podcast.image', 'itunes.image'],
  episodeType: ['itunes.type'],
  episode: ['podcast.number'],
};

/** The names of a fact of an episode in those mappings; none for other facts. The file of `podcast` is the mapping itself. */
export function nestEpisodeKeys(fact: string): readonly string[] {
  const names = Object.entries(EPISODE_ALIASES).find(([name]) => name === fact)?.[1] ?? [];
  const parents = fact === 'audio' ? PARENTS.slice(0, 2) : PARENTS;
  const nested = parents.flatMap((parent) =>
    names.flatMap((name) => (name.includes('.') ? [] : [`${parent}.${name}`])),
  );
  return [...(INSIDE[fact] ?? []), ...nested].filter((name) => !names.some((known) => known === name));
}
