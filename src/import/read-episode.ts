import type { Extension } from '../formats/feed.ts';

/** What podcast apps know of an episode: the element, and the key of an article. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['itunes:season', 'season'],
  ['itunes:episode', 'episode'],
  ['itunes:episodeType', 'episode_type'],
  ['itunes:explicit', 'explicit'],
]);

/** What an item says as an episode, as keys of its article. Duration and size are those of its file. */
export function readEpisode(extensions: readonly Extension[] = []): Readonly<Record<string, string>> {
  const said = extensions.flatMap(({ name, objects }) => {
    const { _text: text } = (objects ?? {}) as { readonly _text?: unknown };
    const key = KEYS.get(name);
    return key === undefined || typeof text !== 'string' || text.trim() === '' ? [] : [[key, text.trim()]];
  });
  return Object.fromEntries(said);
}
