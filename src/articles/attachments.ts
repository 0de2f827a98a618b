import type { Attachment, AudioFacts, Place, Problem } from '../model/index.ts';
import { problem } from '../problems/problem.ts';
import { FILE_KEYS, isNamedAudio, locateAudio } from './audio-files.ts';
import { toSeconds } from './duration.ts';
import type { MeasuredAudio } from './episode-source.ts';
import type { FrontMatter } from './front-matter.ts';
import { judgeAudio } from './judge-audio.ts';
import { findOtherContainer, measureAudio } from './measure-audio.ts';
import { firstText, isLocal, type MediaContext, toMediaUrl, toNumber } from './media.ts';
import { readType } from './media-type.ts';
import { type Found, findFact } from './names-of-facts.ts';
import { reportUnused } from './unused-audio.ts';
import { isMapping, toList, toText } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where the values of one key come from, and where problems with them go. */
interface Context extends MediaContext {
  readonly key: string;
  /** Whether the key is one of the audio of episodes. */
  readonly isAudio: boolean;
  readonly placeOf: (key: string) => Place;
  readonly report: (found: Problem) => void;
  /** Called with what an audio file contains. */
  readonly note: (audio: MeasuredAudio) => void;
}

/**
 * Reads the files of an article (R24, R33), those of a podcast too (P17); what can't be used is left out with a warning, and so is
 * audio under an unknown key.
 */
export function readAttachments(
  data: FrontMatter,
  base: MediaContext,
  placeOf: (key: string) => Place,
  report: (found: Problem) => void,
): { readonly attachments: readonly Attachment[]; readonly audio?: MeasuredAudio } {
  const attachments: Attachment[] = [];
  const measured: MeasuredAudio[] = [];
  const audio = findAudio(data, base.audio);
  for (const found of [findFact(data, 'attachments'), audio]) {
    if (!found) continue;
    const note = (audio: MeasuredAudio) => void measured.push(audio);
    const context = { ...base, key: found.key, isAudio: found === audio, placeOf, report, note };
    for (const value of toList(found.value)) {
      const attachment = readAttachment(isMapping(value) ? value : fromText(value), context, data);
      if (attachment && !attachments.some(({ url }) => url === attachment.url)) attachments.push(attachment);
    }
  }
  if (!attachments.some(isEpisodeFile)) reportUnused(data, placeOf, report);
  const [first] = measured;
  return { attachments, ...(first ? { audio: first } : {}) };
}

/** Whether a file is what podcast players play. */
export function isEpisodeFile({ type }: Attachment): boolean {
  return /^(?:audio|video)\//.test(type);
}

function findAudio(data: FrontMatter, audio: string | undefined): Found | undefined {
  const found = findFact(data, 'audio');
  const text = found && toText(found.value);
  return found && isNamedAudio(found.key, text === undefined ? undefined : locateAudio(text, audio))
    ? found
    : undefined;
}

/** WordPress keeps `URL length type` in one text, with more behind them, of which the duration is one. */
function fromText(value: unknown): Fields {
  const text = toText(value) ?? '';
  const [url, length, type] = text.split(' ');
  if (!/^\d+$/.test(length ?? '')) return { url: text === '' ? undefined : text };
  const duration = /"duration";s:\d+:"([\d:]+)"/.exec(text)?.[1];
  return { url, length, type, duration };
}

function readAttachment(fields: Fields, context: Context, data: FrontMatter): Attachment | undefined {
  const { key, placeOf, report, fileOf, audio, isAudio, hasShow } = context;
  const written = firstText(fields, FILE_KEYS);
  if (written === undefined) return undefined;
  const text = fileOf(written) ? written : locateAudio(written, isAudio ? audio : undefined);
  const url = toMediaUrl(text, context);
  if (url === undefined) {
    report(problem('bad-media-url', placeOf(key), { key, value: text }));
    return undefined;
  }
  const published = context.findFile(text, url);
  if (published === undefined)
    report(problem('file-not-on-site', placeOf(key), { written: text, outcome: undefined }));
  const type = readType(fields, url, data);
  if (type === undefined) {
    report(problem('unknown-type', placeOf(key), { key, value: text }));
    return undefined;
  }
  // What the article says of its episode next to the file counts for files that players play, and says nothing itself.
  const isEpisode = /^(?:audio|video)\//.test(type);
  const bytes = readBytes(fields, text, isEpisode ? data : {}, context);
  const seconds = isEpisode ? readSeconds(fields, text, data, context) : undefined;
  const title = toText(fields.title);
  if (bytes === undefined && !isLocal(text))
    report(problem('unknown-length', placeOf(key), { key, value: text }));
  const attachment: Attachment = {
    url: published ?? url,
    type,
    ...(bytes ? { bytes } : {}),
    ...(seconds ? { seconds } : {}),
    ...(title === undefined ? {} : { title }),
  };
  return isEpisode && hasShow
    ? judgeAudio(attachment, { key, written: text, isLocal: fileOf(text) !== undefined, placeOf, report })
    : attachment;
}

/** The size of the file where it is at hand, else what the article says of it (P14). */
function readBytes(fields: Fields, text: string, data: FrontMatter, context: Context): number | undefined {
  const { key, placeOf, report, isAudio } = context;
  const beside = findBytes(data, text);
  const own = [fields.length, fields.size, fields.bytes, fields.size_in_bytes];
  // A 0 says nothing, and what is next to it may know more.
  const written = [...own, beside?.value].map(toNumber).find((bytes) => bytes !== undefined);
  const real = context.fileOf(text)?.bytes;
  if (real === undefined && written === undefined && isLocal(text)) {
    const outcome = 'its size is unknown';
    const details = { key, value: text };
    report(
      isAudio
        ? problem('audio-not-found', placeOf(key), details)
        : problem('file-not-found', placeOf(key), { ...details, outcome }),
    );
  }
  const said = toText(beside?.value);
  if (beside && written === undefined && said !== undefined && said !== '0' && toSeconds(said) === undefined)
    report(problem('bad-bytes', placeOf(beside.key), { key: beside.key, value: said }));
  if (real !== undefined && written !== undefined && real !== written)
    report(problem('wrong-length', placeOf(beside?.key ?? key), { value: text, written, real }));
  return real ?? written;
}

/** `filesize: { mp3: 1234, ogg: 2345 }` has a size for each format. */
function findBytes(data: FrontMatter, text: string): Found | undefined {
  const found = findFact(data, 'bytes');
  const ending = /\.(\w+)(?:[?#]|$)/.exec(text)?.[1]?.toLowerCase() ?? '';
  return found && isMapping(found.value) ? { ...found, value: found.value[ending] } : found;
}

/** The duration of the file where it is at hand, else what the article says of it (P14). */
function readSeconds(fields: Fields, text: string, data: FrontMatter, context: Context): number | undefined {
  const { key, placeOf, report } = context;
  const own = fields.duration ?? fields.seconds ?? fields.duration_in_seconds;
  const beside = findFact(data, 'duration');
  const seconds = toSeconds(own) ?? toSeconds(beside?.value) ?? toSeconds(clockOf(data.length));
  if (own === undefined && beside && seconds === undefined)
    report(problem('bad-duration', placeOf(beside.key), { key: beside.key, value: beside.value }));
  const real = measure(text, context)?.seconds;
  if (real !== undefined && seconds !== undefined && Math.abs(real - seconds) > 2)
    report(problem('wrong-duration', placeOf(beside?.key ?? key), { value: text, written: seconds, real }));
  return real ?? seconds;
}

function measure(text: string, { key, fileOf, placeOf, report, note }: Context): AudioFacts | undefined {
  const file = fileOf(text);
  if (!file) return undefined;
  const audio = measureAudio(file.path);
  note({ ...audio, written: text });
  const container = findOtherContainer(file.path, audio);
  if (container !== undefined) report(problem('wrong-extension', placeOf(key), { value: text, container }));
  return audio;
}

/** A `length` of `31:07` or `31 min` is a time, not a number of bytes. */
function clockOf(value: unknown): unknown {
  return /\D/.test(toText(value) ?? '') ? value : undefined;
}
