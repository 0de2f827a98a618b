import type { ElementNode } from '../tree.ts';
import { readProperty } from '../tree.ts';
import type { Cleaning } from './cleaning.ts';
import { parseWebUrl } from './urls.ts';

/** What a reader gets in place of a frame: a link, with an image where the player has one for certain. */
export interface PlayerLink {
  readonly url: string;
  readonly label: string;
  readonly image?: string;
}

type ReadPlayer = (url: URL) => PlayerLink | undefined;

/** Known players by host name without `www.` (R25). */
const PLAYERS: ReadonlyMap<string, ReadPlayer> = new Map(
  Object.entries<ReadPlayer>({
    'youtube.com': readYouTube,
    'm.youtube.com': readYouTube,
    'youtube-nocookie.com': readYouTube,
    'youtu.be': readYouTube,
    'player.vimeo.com': readVimeo,
    'vimeo.com': readVimeo,
    'open.spotify.com': (url) => ({
      url: keepPath(url, url.pathname.replace('/embed', '')),
      label: 'Spotify',
    }),
    'w.soundcloud.com': readSoundCloud,
    'bandcamp.com': (url) => ({ url: url.href, label: 'Bandcamp' }),
    'codepen.io': (url) => ({
      url: keepPath(url, url.pathname.replace('/embed/', '/pen/')),
      label: 'CodePen',
    }),
    'player.twitch.tv': readTwitch,
    'dailymotion.com': (url) => ({
      url: keepPath(url, url.pathname.replace('/embed', '')),
      label: 'Video on Dailymotion',
    }),
  }),
);

/** The link that stands for a frame, or undefined when its URL is not a web page. */
export function readPlayer(
  element: ElementNode,
  cleaning: Cleaning,
): { link: PlayerLink; known: boolean } | undefined {
  const source =
    readProperty(element, 'dataSrc') ?? readProperty(element, 'src') ?? readProperty(element, 'data');
  const url = source === undefined ? undefined : parseWebUrl(source, cleaning.addresses.url);
  if (url === undefined) return undefined;
  const link = PLAYERS.get(url.hostname.replace(/^www\./, ''))?.(url);
  const title = readProperty(element, 'title')?.trim();
  if (link !== undefined)
    return { link: title === undefined ? link : { ...link, label: title }, known: true };
  return { link: { url: url.href, label: title ?? url.hostname }, known: false };
}

function readYouTube(url: URL): PlayerLink | undefined {
  const path = /^\/(?:embed|v|shorts|live)\/([\w-]{11})(?:\/|$)/.exec(url.pathname)?.[1];
  const short = url.hostname === 'youtu.be' ? /^\/([\w-]{11})$/.exec(url.pathname)?.[1] : undefined;
  const id = path ?? short ?? /^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0];
  const list = /^[\w-]+$/.exec(url.searchParams.get('list') ?? '')?.[0];
  if (id !== undefined && id !== 'videoseries') {
    return {
      url: `https://www.youtube.com/watch?v=${id}`,
      label: 'Video on YouTube',
      image: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
    };
  }
  return list === undefined
    ? { url: url.href, label: 'Video on YouTube' }
    : { url: `https://www.youtube.com/playlist?list=${list}`, label: 'Playlist on YouTube' };
}

function readVimeo(url: URL): PlayerLink {
  const id = /^\/(?:video\/)?(\d+)/.exec(url.pathname)?.[1];
  return { url: id === undefined ? url.href : `https://vimeo.com/${id}`, label: 'Video on Vimeo' };
}

function readSoundCloud(url: URL): PlayerLink {
  const track = parseWebUrl(url.searchParams.get('url') ?? '', url.href);
  return { url: track?.hostname.endsWith('soundcloud.com') ? track.href : url.href, label: 'SoundCloud' };
}

function readTwitch(url: URL): PlayerLink {
  const video = /^v?(\d+)$/.exec(url.searchParams.get('video') ?? '')?.[1];
  const channel = /^\w+$/.exec(url.searchParams.get('channel') ?? '')?.[0];
  const path = video === undefined ? channel : `videos/${video}`;
  return { url: path === undefined ? url.href : `https://www.twitch.tv/${path}`, label: 'Video on Twitch' };
}

function keepPath(url: URL, path: string): string {
  return `${url.origin}${path}`;
}
