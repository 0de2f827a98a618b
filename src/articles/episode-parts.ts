import type { Soundbite, Transcript } from '../model/index.ts';
import { TRANSCRIPT_TYPES } from '../podcasts/audio-types.ts';
import { problem } from '../problems/problem.ts';
import { typeOfName } from '../text/type-of-name.ts';
import { toTime } from './duration.ts';
import type { EpisodeSource } from './episode-source.ts';
import { firstText, toMediaUrl } from './media.ts';
import { findFact } from './names-of-facts.ts';
import { isMapping, toList, toText } from './values.ts';

/** Types of transcripts, which tables of types do not have or have otherwise (P12). */
const TYPES: Readonly<Record<string, string>> = {
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  json: 'application/json',
};
const TAKEN: ReadonlySet<string> = new Set(TRANSCRIPT_TYPES);

/** Reads the transcripts that an article names; what apps do not read is left out with a warning (P12). */
export function readTranscripts(source: EpisodeSource): readonly Transcript[] {
  const found = findFact(source.data, 'transcripts');
  return toList(found?.value).flatMap((each) => readTranscript(each, found?.key ?? '', source));
}

function readTranscript(
  value: unknown,
  key: string,
  { base, placeOf, report }: EpisodeSource,
): readonly Transcript[] {
  const fields = isMapping(value) ? value : { url: value };
  const text = firstText(fields, ['url', 'src', 'href', 'file', 'path']);
  if (text === undefined) return [];
  const url = toMediaUrl(text, base);
  if (url === undefined) {
    report(problem('bad-media-url', placeOf(key), { key, value: text }));
    return [];
  }
  const { pathname } = new URL(url);
  const type = toText(fields.type) ?? typeOfName(pathname, TYPES);
  if (type === undefined || !TAKEN.has(type)) {
    report(problem('bad-transcript', placeOf(key), { value: text, type }));
    return [];
  }
  const language = toText(fields.language);
  const isCaptions = toText(fields.rel) === 'captions';
  return [
    { url, type, ...(language === undefined ? {} : { language }), ...(isCaptions ? { isCaptions } : {}) },
  ];
}

/** Reads soundbites: `{ start, duration, title }`, or `end` instead of the duration; one that cannot be played is left out. */
export function readSoundbites({ data, seconds, placeOf, report }: EpisodeSource): readonly Soundbite[] {
  const found = findFact(data, 'soundbites');
  return toList(found?.value).flatMap((value) => {
    const say = (reason: string) => report(problem('bad-soundbite', placeOf(found?.key ?? ''), { reason }));
    const fields = isMapping(value) ? value : {};
    const start = toTime(fields.start ?? fields.startTime) ?? 0;
    const end = toTime(fields.end ?? fields.endTime);
    const duration = toTime(fields.duration) ?? (end === undefined ? 0 : end - start);
    const title = toText(fields.title);
    if (duration <= 0) say('has no duration');
    else if (seconds !== undefined && start + duration > seconds + 1)
      say(`ends after ${start + duration} seconds, but the episode has ${seconds}`);
    else return [{ start, duration, ...(title === undefined ? {} : { title }) }];
    return [];
  });
}
