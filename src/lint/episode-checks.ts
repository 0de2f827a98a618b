import { attributeOf, childElements, textOf, type XmlElement } from '../documents/xml-element.ts';
import type { Problem } from '../model/index.ts';
import { isTooSmall, judgeAudioType } from '../podcasts/audio-types.ts';
import { type ProblemCode, type ProblemDetails, problem } from '../problems/problem.ts';
import { isRssCore, nameOf } from './names.ts';
import { type Fault, fault, type Inspection } from './rules.ts';
import { placeOf } from './walk.ts';

/** What the channel says about all episodes. */
export interface ShowFacts {
  readonly title: string;
  readonly isSerial: boolean;
  /** Whether most items are episodes, so that the others are meant to be some. */
  readonly isWhole: boolean;
}

/** Whether an enclosure is what players of podcasts play. */
export function isPlayable(enclosure: XmlElement): boolean {
  return /^(?:audio|video)\//i.test(attributeOf(enclosure, 'type') ?? '');
}

/** What directories make of an item of a podcast (P5 to P7, P14, P15). */
export function inspectEpisode(
  item: XmlElement,
  { title: show, isSerial, isWhole }: ShowFacts,
  inspection: Inspection,
): readonly Problem[] {
  const find = (name: string) => childElements(item).find((child) => nameOf(child, isRssCore) === name);
  const say = <Code extends ProblemCode>(
    element: XmlElement,
    code: Code,
    details: ProblemDetails<Code>,
  ): Problem => problem(code, placeOf(element, inspection), details);
  const file = find('enclosure');
  if (!file) return isWhole ? [say(item, 'feed-episode-without-audio', {})] : [];
  if (!isPlayable(file)) return [];
  const title = find('title');
  const type = (textOf(find('itunes:episodeType') ?? EMPTY).trim() || 'full').toLowerCase();
  const duration = find('itunes:duration');
  const isUntold = !find('description') && !find('itunes:summary') && !find('content:encoded');
  const part = find('itunes:title') ? undefined : findForeignPart(textOf(title ?? EMPTY).trim(), show);
  return [
    ...(title ? [] : [say(item, 'feed-episode-untitled', {})]),
    ...(title && part !== undefined
      ? [say(title, 'feed-episode-title', { title: textOf(title).trim(), part })]
      : []),
    ...(isUntold ? [say(item, 'feed-episode-description', {})] : []),
    ...(duration && toSeconds(duration) !== 0 ? [] : [say(duration ?? item, 'feed-episode-duration', {})]),
    ...(isSerial && type === 'full' && !find('itunes:episode') ? [say(item, 'feed-episode-number', {})] : []),
    ...lateSoundbites(item, duration && toSeconds(duration)).map((each) =>
      say(each, 'feed-soundbite-late', {}),
    ),
    ...inspectFile(file, duration && toSeconds(duration)).map((found) => found(placeOf(file, inspection))),
  ];
}

const EMPTY: XmlElement = {
  uri: '',
  prefix: '',
  local: '',
  attributes: [],
  children: [],
  line: 1,
  column: 1,
};

/** Soundbites that end behind the end (P12); a second more is rounding. */
function lateSoundbites(item: XmlElement, seconds: number | undefined): readonly XmlElement[] {
  if (!seconds) return [];
  const bites = childElements(item).filter((child) => nameOf(child, isRssCore) === 'podcast:soundbite');
  return bites.filter((bite) => {
    const [start, length] = ['startTime', 'duration'].map((name) => Number(attributeOf(bite, name)));
    return (start ?? 0) + (length ?? 0) > seconds + 1;
  });
}

function inspectFile(file: XmlElement, seconds: number | undefined): readonly Fault[] {
  const [url = '', type = '', written = ''] = ['url', 'type', 'length'].map((name) =>
    attributeOf(file, name)?.trim(),
  );
  const length = /^\d{1,15}$/.test(written) ? Number(written) : undefined;
  return [
    ...(length === 0 ? [fault('feed-episode-length', {})] : []),
    ...(isTooSmall(length, seconds)
      ? [fault('feed-episode-small', { length: length ?? 0, seconds: seconds ?? 0 })]
      : []),
    ...inspectType(url, type.toLowerCase()),
  ];
}

function inspectType(url: string, type: string): readonly Fault[] {
  const judged = judgeAudioType(url, type);
  if (judged === 'format') return [fault('feed-episode-format', { type })];
  return judged ? [fault('feed-episode-type', { type, expected: judged.expected, url })] : [];
}

/** Whole seconds; undefined for anything that is not a duration, which is reported already. */
function toSeconds(duration: XmlElement): number | undefined {
  const text = textOf(duration).trim();
  if (!/^\d{1,7}(?::\d{1,2}){0,2}$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A number before a title, which the number of an episode is for. */
const NUMBER =
  /^(?:(?:episode|ep\.?|folge|épisode|episodio|episódio|aflevering|avsnitt|#)\s?#?\d{1,5}|s\d{1,3}\s?e\d{1,4})\b|^\d{1,4}(?=\s?[-–—:|]\s)/i;

/** The number or the name of the show in the title of an episode (P5). */
function findForeignPart(title: string, show: string): string | undefined {
  const number = NUMBER.exec(title)?.[0];
  if (number !== undefined && number !== title) return number;
  const isNamed = show.length > 3 && title.length > show.length && title.startsWith(show);
  return isNamed && /^\s?[-–—:|,#\d]/.test(title.slice(show.length)) ? show : undefined;
}

/** The elements whose key an earlier one has. @param say is given the line of that */
export function findRepeated(
  elements: readonly XmlElement[],
  keyOf: (element: XmlElement) => string | undefined,
  say: (element: XmlElement, key: string, line: number) => Problem,
): readonly Problem[] {
  const lines = new Map<string, number>();
  return elements.flatMap((element) => {
    const key = keyOf(element);
    if (key === undefined || key === '') return [];
    const line = lines.get(key);
    lines.set(key, line ?? element.line);
    return line === undefined ? [] : [say(element, key, line)];
  });
}
