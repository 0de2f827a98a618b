import type { AudioFacts, Place, Problem } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import type { MediaContext } from './media.ts';
import type { Directory } from './people.ts';

/** What a local audio file says of itself. */
export interface MeasuredAudio extends AudioFacts {
  /** The file as the article names it. */
  readonly written: string;
}

/** Where an episode is read from, and where problems with it go. */
export interface EpisodeSource {
  readonly data: FrontMatter;
  readonly base: MediaContext;
  readonly people: Directory;
  /** Absolute path of the article. */
  readonly path: string;
  /** What its local file says of itself. */
  readonly audio: MeasuredAudio | undefined;
  /** How long its file is. */
  readonly seconds: number | undefined;
  readonly placeOf: (key: string) => Place;
  readonly report: (found: Problem) => void;
}
