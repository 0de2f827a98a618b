import { findCode } from './code.ts';

const READERS =
  '(?:(?:paid[ -])?(?:members?|subscribers?|patrons?|paid|premium)(?:[ -]?only|[ -]content)?|(?:kg-card-begin:\\s*|kg-)?paywall|private)';
/** Where a preview ends: what follows is for members or subscribers (Ghost, and plug-ins that do the same). */
const PREVIEW_END = new RegExp(
  `<!--\\s*(?:(?:start|begin)[ -:]?\\s*)?(?:${READERS}(?:[ -](?:start|begin|break))?|more[ -](?:paid|premium|private)|end[ -]of[ -](?:free[ -])?preview)\\s*-->`,
  'i',
);
/** Where what is not for everyone ends again. */
const GOES_ON = new RegExp(
  `<!--\\s*(?:/\\s*|end[ -:]?\\s*|kg-card-end:\\s*)(?:${READERS})\\s*-->|<!--\\s*${READERS}[ -](?:end|stop)\\s*-->`,
  'gi',
);

/** The end of the part of a body that everyone may read. */
export interface PreviewEnd {
  readonly offset: number;
  /** Where the rest begins that everyone may read again; the length of the text where there is none. */
  readonly resume: number;
  /** The mark as it is written. */
  readonly mark: string;
}

/** Finds the mark behind which a body is not for everyone; undefined where there is none. */
export function findPreviewEnd(text: string, markdown: boolean): PreviewEnd | undefined {
  const match = text.includes('<!--') ? PREVIEW_END.exec(text) : null;
  if (match === null) return undefined;
  const { index } = match;
  const isCode = markdown && findCode(text, true).some(({ start, end }) => start < index && index < end);
  if (isCode) return undefined;
  GOES_ON.lastIndex = index + match[0].length;
  const resume = GOES_ON.exec(text) === null ? text.length : GOES_ON.lastIndex;
  return { offset: index, resume, mark: match[0] };
}

/** The part of a body that everyone may read; its lines stay where they are. */
export function readPreview(text: string, { offset, resume }: PreviewEnd): string {
  const left = text.slice(offset, resume).replaceAll(/[^\n]/g, '');
  return resume === text.length ? text.slice(0, offset) : text.slice(0, offset) + left + text.slice(resume);
}
