import type { AudioFacts, AudioQuestion } from '../model/index.ts';
import { createAsker } from '../threads/ask-thread.ts';

/** What an audio file says of itself (P14, P16): a regular file inside the site, or the beginning of one elsewhere. */
export const measureAudio = createAsker<AudioQuestion, AudioFacts>('#audio-worker');

/** Endings by the container that a file is, as far as both are certain. */
const ENDINGS: readonly (readonly [container: RegExp, endings: RegExp])[] = [
  [/^MPEG$/, /^(?:mp3|mpga|mp2)$/],
  [/^(?:M4A|M4B|M4V|mp4\d|isom|qt)/i, /^(?:m4[abvpr]|mp4|mov|3gp|aac)$/],
  [/^Ogg$/, /^(?:og[agv]|opus|spx)$/],
  [/^FLAC$/, /^flac$/],
  [/^WAVE/, /^wav$/],
];

/** The container that a file is, where its ending says another (P15); undefined if they agree or it is unknown. */
export function findOtherContainer(path: string, { container }: AudioFacts): string | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const own = ENDINGS.find(([name]) => container !== undefined && name.test(container));
  const isKnown = ENDINGS.some(([, endings]) => endings.test(ending));
  return own && isKnown && !own[1].test(ending) ? container : undefined;
}
