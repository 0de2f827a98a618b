import { findCode } from './code.ts';

/** Where a preview ends: what follows is for members or subscribers (Ghost, and plug-ins that do the same). */
const PREVIEW_END =
  /<!--\s*(?:members[ -]only|subscribers[ -]only|paid[ -]only|paywall|private|kg-paywall|end[ -]of[ -]preview)\s*-->/i;

/** The end of the part of a body that everyone may read. */
export interface PreviewEnd {
  readonly offset: number;
  /** The mark as it is written. */
  readonly mark: string;
}

/** Finds the mark behind which a body is not for everyone; undefined where there is none. */
export function findPreviewEnd(text: string, markdown: boolean): PreviewEnd | undefined {
  const match = text.includes('<!--') ? PREVIEW_END.exec(text) : null;
  if (match === null) return undefined;
  const { index } = match;
  const isCode = markdown && findCode(text, true).some(({ start, end }) => start < index && index < end);
  return isCode ? undefined : { offset: index, mark: match[0] };
}
