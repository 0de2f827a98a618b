import type { Attachment, Item, PlannedFeed, Problem, Show } from '../model/index.ts';
import { problem } from '../problems/problem.ts';

type Carried = Pick<Item, 'file' | 'episode' | 'attachments'>;

/** A feed, and what its current documents carry. */
export interface CarriedFeed {
  readonly feed: PlannedFeed;
  readonly items: readonly Carried[];
}

/** What directories miss in the episodes of shows (P5, P7, P14). */
export function verifyShows(feeds: readonly CarriedFeed[]): readonly Problem[] {
  return feeds.flatMap(({ feed: { show }, items }) =>
    show ? [...items.flatMap((item) => verifyEpisode(item, show)), ...findRepeated(items)] : [],
  );
}

function verifyEpisode(item: Carried, show: Show): readonly Problem[] {
  const { file, episode } = item;
  const audio = audioOf(item);
  if (!audio || !episode) return [problem('episode-without-audio', { file }, {})];
  const needsNumber = show.type === 'serial' && (episode.type ?? 'full') === 'full';
  return [
    ...(audio.seconds === undefined ? [problem('episode-without-duration', { file }, {})] : []),
    ...(needsNumber && episode.number === undefined ? [problem('episode-without-number', { file }, {})] : []),
  ];
}

function audioOf({ attachments }: Carried): Attachment | undefined {
  return attachments.find(({ type }) => /^(?:audio|video)\//.test(type));
}

/** Directories take a file that they know for the episode that they know (P5). */
function findRepeated(items: readonly Carried[]): readonly Problem[] {
  const files = new Map<string, string>();
  return items.flatMap((item) => {
    const url = audioOf(item)?.url;
    if (url === undefined) return [];
    const other = files.get(url);
    files.set(url, other ?? item.file);
    return other === undefined
      ? []
      : [problem('episode-repeated-audio', { file: item.file }, { url, other })];
  });
}
