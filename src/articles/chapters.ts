import type { Chapter, Episode } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { toTime } from './duration.ts';
import type { EpisodeSource } from './episode-source.ts';
import { firstText, toMediaUrl } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { isMapping, toBoolean, toText } from './values.ts';

/**
 * Reads chapters: the URL of a document of chapters, or a list of `{ start, title }`, of `00:12 Title`, or a mapping of times to
 * titles (P13); else the document next to the audio, else those of the file itself.
 * @param beside the URL of a document that was found by its name
 */
export function readChapters(
  source: EpisodeSource,
  beside: string | undefined,
): Pick<Episode, 'chapters' | 'chaptersUrl'> {
  const { data, base, audio, placeOf, report } = source;
  const found = findFact(data, 'chapters');
  if (!found && beside !== undefined) return { chapters: [], chaptersUrl: beside };
  if (!found) return { chapters: audio?.chapters ?? [] };
  const text = toText(found.value);
  if (text !== undefined) {
    const url = toMediaUrl(text, base);
    if (url !== undefined) return { chapters: [], chaptersUrl: url };
    report(problem('bad-media-url', placeOf(found.key), { key: found.key, value: text }));
    return { chapters: [] };
  }
  const entries = listEntries(found.value);
  const read = entries.map((entry) => readChapter(entry, source));
  const chapters = read.flatMap((chapter) => chapter ?? []);
  const wrong = entries[read.indexOf(undefined)];
  if (wrong !== undefined) {
    const value = isMapping(wrong) ? (toText(wrong.title) ?? '') : (toText(wrong) ?? '');
    report(problem('bad-chapter', placeOf(found.key), { value }));
  }
  judgeTimes(chapters, found.key, source);
  return { chapters: chapters.toSorted((a, b) => a.start - b.start) };
}

/** Chapters that are in another order than they are heard, and those behind the end (P13). */
function judgeTimes(
  written: readonly Chapter[],
  key: string,
  { seconds, placeOf, report }: EpisodeSource,
): void {
  for (const [index, { start, title = '' }] of written.entries()) {
    const last = written[index - 1]?.start;
    const say = (reason: string) => report(problem('chapter-time', placeOf(key), { title, reason }));
    if (seconds !== undefined && start > seconds)
      say(`starts after the end of the episode, which has ${seconds} seconds`);
    else if (last === start) say('starts together with the one before');
    else if (last !== undefined && start < last) say('starts earlier than the one before');
  }
}

/** A list, a mapping of times to titles, or a whole document of chapters. */
function listEntries(value: unknown): readonly unknown[] {
  if (!isMapping(value)) return value as readonly unknown[];
  if (Array.isArray(value.chapters)) return value.chapters;
  return Object.entries(value).map(([start, title]) => ({ start, title }));
}

function readChapter(entry: unknown, { base }: EpisodeSource): Chapter | undefined {
  const line = /^([\d:.]+)\s+(?:[-–—]\s+)?(.+)$/.exec(toText(entry) ?? '');
  const fields = isMapping(entry) ? entry : line ? { start: line[1], title: line[2] } : {};
  const start = toTime(fields.start ?? fields.startTime ?? fields.time ?? fields.timestamp);
  if (start === undefined) return undefined;
  const title = firstText(fields, ['title', 'name', 'label']);
  const link = (keys: readonly string[]) => {
    const text = firstText(fields, keys);
    return text === undefined ? undefined : toMediaUrl(text, base);
  };
  const [end, url, image] = [
    toTime(fields.end ?? fields.endTime),
    link(['url', 'href']),
    link(['img', 'image']),
  ];
  return {
    start,
    ...(end === undefined ? {} : { end }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { image }),
    ...(toBoolean(fields.toc) === false ? { isHidden: true } : {}),
  };
}
