import { foldName } from '../text/fold-name.ts';
import { findCode } from './code.ts';
import { hidesByName } from './hiding-names.ts';

const READERS =
  '(?:(?:ghost:)?(?:paid[ -])?(?:members?|subscribers?|patrons?|paid|premium)(?:[ -]?only|[ -]content)?|(?:kg-card-begin:\\s*|kg-)?(?:paywall|subscribe-wall)|private)';
/** Where a preview ends: what follows is for members or subscribers (Ghost, and plug-ins that do the same). */
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
const COMMENT = /<!--\s*([^<>]{1,200}?)\s*-->/g;

/** A part of a body that is not for everyone. */
export interface PreviewEnd {
  readonly offset: number;
  /** Where the rest begins that everyone may read again; the length of the text where there is none. */
  readonly resume: number;
  /** The mark as it is written. */
  readonly mark: string;
}

/** A comment of HTML with what it says. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Finds the parts of a body that comments set apart from what is for everyone, in order. */
export function findPreviewEnds(text: string, markdown: boolean): readonly PreviewEnd[] {
  if (!text.includes('<!--')) return [];
  const all = [...text.matchAll(COMMENT)].map(({ 0: whole, 1: label = '', index }) => ({
    start: index,
    end: index + whole.length,
    label,
  }));
  const isBegin = ({ label }: Mark) =>
    PREVIEW_END.test(label) || GATED.test(label) || nameRegion(label)?.isBegin === true;
  if (!all.some(isBegin)) return [];
  const code = markdown ? findCode(text, true) : [];
  const marks = all.filter(({ start }) => !code.some((range) => range.start < start && start < range.end));
  const ends: PreviewEnd[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] as Mark;
    const last = isBegin(mark) ? findEnd(mark, marks, at) : undefined;
    if (last === undefined) continue;
    const resume = marks[last]?.end ?? text.length;
    ends.push({ offset: mark.start, resume, mark: text.slice(mark.start, mark.end) });
    at = last;
  }
  return ends;
}

/** Which mark ends what a mark begins: none, so that all that follows is left out; undefined where nothing begins after all. */
function findEnd({ label }: Mark, marks: readonly Mark[], at: number): number | undefined {
  const name = nameRegion(label)?.name;
  const isReaders = PREVIEW_END.test(label);
  const isEnd = (other: Mark): boolean => {
    if (GATED.test(label)) return /^kg-gated-block:end/i.test(other.label);
    if (isReaders && GOES_ON.test(other.label)) return true;
    const region = nameRegion(other.label);
    return name !== undefined && region?.name === name && region.isEnd;
  };
  const found = marks.findIndex((other, index) => index > at && isEnd(other));
  if (found >= 0) return found;
  return isReaders || GATED.test(label) ? marks.length : undefined;
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
  const isBlock = /^wp:[\w-]+\/premium-content\/(?:container|logged-in-view)$/i.test(plain);
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
