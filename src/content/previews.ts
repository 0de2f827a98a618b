import { foldName } from '../text/fold-name.ts';
import { findCode } from './code.ts';
import { followRanges } from './code-range.ts';
import { followMarks } from './follow-marks.ts';
import { hidesByName } from './hiding-names.ts';

const READERS =
  '(?:(?:ghost:)?(?:paid[ -])?(?:members?|subscribers?|patrons?|paid|premium)(?:[ -]?only|[ -]content)?|(?:kg-card-begin:\\s*|kg-)?(?:paywall|subscribe-wall)|private)';
/** Where a preview ends: what follows is for members or subscribers (Ghost, Substack, and plug-ins that do the same). */
const PREVIEW_END = new RegExp(
  `^(?:(?:start|begin)[ -:]?\\s*)?(?:${READERS}(?:[ :-]+(?:start|begin|break))?|more[ -](?:paid|premium|private|members?|subscribers?)|end[ -]of[ -](?:free[ -])?preview)$|^wp:jetpack/paywall\\b`,
  'i',
);
/** Where what is not for everyone ends again. */
const GOES_ON = new RegExp(
  `^(?:/\\s*|end[ -:]?\\s*|kg-card-end:\\s*)(?:${READERS})$|^${READERS}[ :-]+(?:end|stop)$`,
  'i',
);
/** A block that Ghost shows to some readers alone. */
const GATED = /^kg-gated-block:begin\b(?!.*\bnonMember:true)/i;
/** Words that set a region off, and others that tools write into comments of their own. */
const EDGE = /(?:^|[ :_-]+)(?:start|begin|end|stop)(?=$|[ :_-]+)/gi;
const NO_REGION = /^(?:ignored?|noop|todo|fixme|locked?|protect|restrict|comment)$/;
const COMMENT = /<!--([^<>]{1,200}?)-->|<div class="(paywall)-jump"[^<>]{0,200}>/g;

/** A part of a body that is not for everyone. */
export interface PreviewEnd {
  readonly offset: number;
  /** Where the rest begins that everyone may read again; the length of the text where there is none. */
  readonly resume: number;
  /** The mark as it is written. */
  readonly mark: string;
}

/** A comment of HTML, or the mark of Substack, by what it begins and ends. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** What it begins, if anything: up to the end of the same name. */
  readonly begins: string | undefined;
  /** Without an end, all that follows is left out. */
  readonly mayStayOpen: boolean;
  readonly ends: readonly string[];
}

/** Finds the parts of a body that comments set apart from what is for everyone, in order. */
export function findPreviewEnds(text: string, markdown: boolean): readonly PreviewEnd[] {
  if (!text.includes('<!--') && !text.includes('paywall-jump')) return [];
  const all = [...text.matchAll(COMMENT)].map(({ 0: whole, 1: comment, 2: jump = '', index }) =>
    readMark((comment ?? jump).trim(), index, index + whole.length),
  );
  if (!all.some(({ begins }) => begins !== undefined)) return [];
  const isCode = followRanges(
    markdown ? findCode(text, true).filter(({ start }) => text[start] !== '<') : [],
  );
  const marks = all.filter(({ start }) => !isCode(start));
  const findClosing = followMarks(marks.flatMap((mark, at) => mark.ends.map((name) => [name, at] as const)));
  const ends: PreviewEnd[] = [];
  for (let at = 0; at < marks.length; at++) {
    const { begins, mayStayOpen, start, end } = marks[at] as Mark;
    if (begins === undefined) continue;
    const last = findClosing(begins, at) ?? (mayStayOpen ? marks.length : undefined);
    if (last === undefined) continue;
    ends.push({ offset: start, resume: marks[last]?.end ?? text.length, mark: text.slice(start, end) });
    at = last;
  }
  return ends;
}

function readMark(label: string, start: number, end: number): Mark {
  const region = nameRegion(label);
  const isReaders = PREVIEW_END.test(label);
  const isGated = GATED.test(label);
  return {
    start,
    end,
    begins: isReaders ? READERS : isGated ? 'gated' : region?.isBegin ? region.name : undefined,
    mayStayOpen: isReaders || isGated,
    ends: [
      ...(GOES_ON.test(label) ? [READERS] : []),
      ...(/^kg-gated-block:end/i.test(label) ? ['gated'] : []),
      ...(region?.isEnd ? [region.name] : []),
    ],
  };
}

/** `<!-- private -->`, `<!-- no-rss:start -->`, `<!-- /draft -->`: the name of a region that is hidden, and which end of it this is. */
function nameRegion(
  label: string,
): { readonly name: string; readonly isBegin: boolean; readonly isEnd: boolean } | undefined {
  const [first = ''] = label.split(/\s+\{|\s+\w+=/);
  const isEnd = /^\/|(?:^|[ :_-])(?:end|stop)(?:$|[ :_-])/i.test(first);
  const name = first
    .replace(/^\/\s*/, '')
    .replace(EDGE, ' ')
    .trim();
  const [plain = ''] = /^[\w :_/-]{2,60}$/.exec(name) ?? [];
  const isBlock =
    /^wp:(?:(?:[\w-]+\/)?premium-content\/(?:container|subscriber-view|logged-in-view|paid-block)|pmpro\/membership)$/i.test(
      plain,
    );
  const folded = foldName(plain.replaceAll(/[:/ ]/g, '-'));
  if (!isBlock && (plain === '' || NO_REGION.test(folded) || !hidesByName(folded))) return undefined;
  return { name: folded, isBegin: !isEnd, isEnd };
}

/** The parts of a body that everyone may read; its lines stay where they are. */
export function readPreview(text: string, ends: readonly PreviewEnd[]): string {
  let read = '';
  let position = 0;
  for (const { offset, resume } of ends) {
    const isLast = resume === text.length;
    const left = isLast ? '' : text.slice(offset, resume).replaceAll(/[^\n]/g, '');
    read += text.slice(position, offset) + left;
    position = resume;
  }
  return read + text.slice(position);
}
