import { readWhole } from '../files/read.ts';
import type { Transcript } from '../model/index.ts';
import type { EpisodeSource } from './episode-source.ts';
import { toMediaUrl } from './media.ts';

/** Endings of transcripts next to the audio, those with times first (P12). */
const ENDINGS: readonly (readonly [ending: string, type: string])[] = [
  ['vtt', 'text/vtt'],
  ['srt', 'application/x-subrip'],
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['txt', 'text/plain'],
];

const LARGEST = 20_000_000;

/** What is next to a local audio file under its name: transcripts, or a document of chapters. */
export interface FoundBeside {
  readonly transcripts: readonly Transcript[];
  readonly chaptersUrl?: string;
}

/** Finds transcripts by the name of the audio file: `crane.vtt` beside `crane.mp3`. */
export function findBeside({ audio, base, path }: EpisodeSource): FoundBeside {
  if (!audio) return { transcripts: [] };
  const found = ENDINGS.flatMap(([ending, type]) => {
    const written = audio.written.replace(/\.\w+$/, `.${ending}`);
    const file = base.fileOf(written);
    const url = toMediaUrl(written, base);
    if (!file || url === undefined || file.path === path || file.bytes === 0) return [];
    return [{ url, type, kind: ending === 'json' ? kindOf(file.path, file.bytes) : 'transcript' }];
  });
  const chapters = found.find(({ kind }) => kind === 'chapters');
  return {
    transcripts: found.flatMap(({ url, type, kind }) => (kind === 'transcript' ? [{ url, type }] : [])),
    ...(chapters ? { chaptersUrl: chapters.url } : {}),
  };
}

/** JSON beside audio is a transcript with segments, or chapters. */
function kindOf(path: string, bytes: number): 'transcript' | 'chapters' | undefined {
  if (bytes > LARGEST) return undefined;
  try {
    const value: unknown = JSON.parse(
      readWhole(path, { maximum: LARGEST, inside: 'anywhere' }).toString('utf8'),
    );
    const fields = typeof value === 'object' && value !== null ? value : {};
    return 'segments' in fields ? 'transcript' : 'chapters' in fields ? 'chapters' : undefined;
  } catch {
    return undefined;
  }
}
