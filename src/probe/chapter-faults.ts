import { isMapping } from '../text/data.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a document of chapters (P13), in words that follow its name; undefined for nothing. */
export function findChapterFault(text: string): string | undefined {
  const document = parse(text);
  if (document === undefined) return 'is not JSON';
  const { version, chapters } = document;
  if (typeof version !== 'string') return 'has no "version"';
  if (!Array.isArray(chapters)) return 'has no "chapters"';
  let last = -1;
  for (const [index, chapter] of chapters.entries()) {
    const { startTime, endTime } = isMapping(chapter) ? chapter : {};
    if (typeof startTime !== 'number' || startTime < 0) return `has no "startTime" in chapter ${index + 1}`;
    if (startTime < last) return `has chapter ${index + 1} before the one that starts earlier`;
    if (typeof endTime === 'number' && endTime < startTime)
      return `ends chapter ${index + 1} before it starts`;
    last = startTime;
  }
  return undefined;
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
