import { escapeText } from '../../text/escape-html.ts';
import type { Piece } from '../site-templates/run.ts';
import { readInline } from './inline.ts';

/** How the pieces that a template shows become a part of a text. */
interface Joining {
  /** What stands in the shortcode, its own tags read. */
  readonly inner: string;
  /** Whether other shortcodes stood in that. */
  readonly hasTags: boolean;
  /** What the template shows is Markdown, as all around it. */
  readonly isMarkdown: boolean;
  /** The white space with which each line begins there. */
  readonly lineStart: string;
}

/** A tag, with the quotes in it; a comment; and a script, of which no one reads anything. */
const TAG = /(<!--[\s\S]*?-->|<script\b[\s\S]*?<\/script\s*>|<\/?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>)/gi;
/** What readers see besides words. */
const SEEN = /<(?:img|picture|video|audio|iframe|svg|math|embed|object|hr|br|input)\b/i;
const BLOCKS = /\n[ \t]*\n|^[ \t]*(?:[-*+>#|~`<]|\d+[.)][ \t]|\{\{)/m;

/** Whether a text shows media, or leads somewhere. */
export function showsMedia(html: string): boolean {
  return SEEN.test(html) || /<a\s/i.test(html);
}

/** Whether there is something to read, or nothing is lost if there is not. @param given what the article gave to the template */
export function showsAnything(pieces: readonly Piece[], given: string): boolean {
  const html = pieces.filter((piece) => typeof piece === 'string').join('');
  const shown = html.replace(TAG, (tag) => (SEEN.test(tag) ? 'x' : ''));
  if (pieces.some((piece) => typeof piece !== 'string') || /[\p{L}\p{N}\p{S}]/u.test(shown)) return true;
  return given.trim() === '' && !/<script\b/i.test(html);
}

/**
 * The pieces as one text in Markdown. HTML becomes one line, in which nothing is Markdown; what stands in the shortcode stays
 * Markdown where the template renders it.
 */
export function joinPieces(pieces: readonly Piece[], joining: Joining): string {
  const { inner, hasTags, isMarkdown, lineStart } = joining;
  const isInline = !BLOCKS.test(inner.trim());
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') return isMarkdown ? piece : freeze(piece);
    if (isMarkdown && piece.inner === 'html') return inner;
    if (piece.inner === 'text') return freeze(escapeText(inner));
    if (piece.inner !== 'html')
      return isInline && piece.inner === 'markdown'
        ? readInline(inner.trim())
        : `\n\n${inner}\n\n${lineStart}`;
    return hasTags && BLOCKS.test(inner) ? `\n\n${inner}\n\n${lineStart}` : freeze(inner);
  });
  return isMarkdown ? written.join('') : written.join('').trim();
}

/** HTML on one line, without what Markdown would read in its text. */
export function freeze(html: string): string {
  let isCode = false;
  return html
    .split(TAG)
    .map((part, at) => {
      if (at % 2 === 0) return freezeText(part, isCode);
      if (/^<(?:!|script)/i.test(part)) return '';
      if (/^<\/?pre\b/i.test(part)) isCode = part[1] !== '/';
      return part.replace(/\s*\n\s*/g, ' ');
    })
    .join('');
}

function freezeText(text: string, isCode: boolean): string {
  const line = isCode ? text.replaceAll('\n', '&#10;') : text.replace(/\s*\n\s*/g, ' ');
  return line.replace(/&#?\w{1,30};|[\\`*_~[\]{}$^=|!#:@"'.+-]/g, (sign) =>
    sign.length > 1 ? sign : `&#${sign.charCodeAt(0)};`,
  );
}
