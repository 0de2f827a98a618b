import type { Place, Problem, SoundFacts } from '../model/index.ts';
import type { FrontMatter } from './front-matter.ts';
import type { MediaContext } from './media.ts';
import type { Directory } from './people.ts';

/** Where an episode is read from, and where problems with it go. */
export interface EpisodeSource {
  readonly data: FrontMatter;
  readonly base: MediaContext;
  readonly people: Directory;
  /** What its local file says of itself. */
  readonly sound: SoundFacts | undefined;
  readonly placeOf: (key: string) => Place;
  readonly report: (found: Problem) => void;
}
