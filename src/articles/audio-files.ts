/** Endings of audio and videos, the enclosures of podcasts. */
export const AUDIO_OR_VIDEO = /\.(?:mp3|m4[abv]|mp4|mov|aac|og[ag]|opus|flac|wav)(?:[?#]|$)/i;

/** The full URL of a file of audio alone. */
export const AUDIO_URL = /^https?:\/\/\S+\.(?:mp3|m4[ab]|aac|og[ag]|opus|flac|wav)(?:[?#]\S*)?$/i;

/** Names of the file in a mapping; the first format is the one that every player plays. */
export const FILE_KEYS: readonly string[] = [
  'url',
  'src',
  'href',
  'file',
  'filename',
  'path',
  'link',
  'audio',
  'mp3',
  'm4a',
  'aac',
  'opus',
  'ogg',
];

/** Whether the name of a key says little of what its value is. */
const VAGUE = /(?:^|\.)(?:file|filename|src|recording|url)$/;

/** Whether a value is a file to listen to by its key or by its ending: `file` may name anything. */
export function isNamedAudio(key: string, text: string | undefined): boolean {
  return !VAGUE.test(key) || AUDIO_OR_VIDEO.test(text ?? '');
}

/**
 * Where the file of an episode is, by the setting `audio`: an article may name the file alone.
 * @param text as written
 * @param template a URL that the name is put behind, or in the place of `:file`
 */
export function locateAudio(text: string, template: string | undefined): string {
  if (template === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text)) return text;
  return template.includes(':file')
    ? template.replaceAll(':file', () => text)
    : template.replace(/\/*$/, '/') + text;
}
