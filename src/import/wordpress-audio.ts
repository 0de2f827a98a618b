import { toSeconds } from '../articles/duration.ts';
import { present } from '../documents/published-feed.ts';
import type { Post, PostFile } from './post.ts';

/** The values that an item has for a key of its meta data. */
type ListMeta = (key: string) => readonly string[];

/**
 * The audio of a post, and what its plug-in says of the episode: enclosures of WordPress, to which PowerPress adds a line, or the keys of
 * Seriously Simple Podcasting.
 */
export function readAudio(listMeta: ListMeta): Pick<Post, 'attachments' | 'episode'> {
  const enclosures = listMeta('enclosure');
  if (enclosures.length > 0)
    return { attachments: enclosures.flatMap(readEnclosure), episode: readPowerPress(enclosures[0] ?? '') };
  const [file] = listMeta('audio_file');
  return file === undefined ? {} : readSimple(file, (key) => listMeta(key)[0]);
}

/** URL, size and type stand in lines; the fourth is a serialized table of PHP. */
function readEnclosure(written: string): readonly PostFile[] {
  const [url = '', size, type, table = ''] = written.split('\n').map((line) => line.trim());
  return describeFile(url, size, readSerialized(table).get('duration'), type);
}

function readPowerPress(written: string): NonNullable<Post['episode']> {
  const table = readSerialized(written.split('\n')[3] ?? '');
  const explicit = table.get('explicit');
  return present({
    season: table.get('season'),
    episode: table.get('episode_no'),
    episode_type: table.get('episode_type'),
    explicit: explicit === '1' ? 'yes' : explicit === '2' ? 'no' : undefined,
  });
}

function readSimple(url: string, get: (key: string) => string | undefined): ReturnType<typeof readAudio> {
  return {
    attachments: describeFile(url, get('filesize_raw'), get('duration')),
    episode: present({
      season: get('itunes_season_number'),
      episode: get('itunes_episode_number'),
      episode_type: get('itunes_episode_type'),
      explicit: get('explicit') === 'on' ? 'yes' : undefined,
    }),
  };
}

function describeFile(
  url: string,
  size: string | undefined,
  duration: string | undefined,
  type?: string,
): readonly PostFile[] {
  if (!/^https?:\/\//.test(url)) return [];
  const said = { type, length: Number(size) || undefined, duration: toSeconds(duration) };
  return [{ url, ...present(said) }];
}

/** The strings of a table that PHP serialized: `s:8:"duration";s:8:"00:29:24";`. */
function readSerialized(table: string): ReadonlyMap<string, string> {
  const pairs = table.matchAll(/s:\d{1,3}:"(\w{1,40})";(?:s:\d{1,4}:"([^"]{0,200})"|i:(\d{1,9}));/g);
  return new Map([...pairs].map(([, key = '', text, number]) => [key, text ?? number ?? '']));
}
