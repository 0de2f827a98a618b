import { escapeText } from '../../text/escape-html.ts';
import { readArguments } from './arguments.ts';
import type { Expander, Replacement } from './expander.ts';
import { findNext, LONGEST_TAG } from './expander.ts';
import { noteHidden, noteRemoved } from './findings.ts';
import { readMeaning } from './meanings.ts';

/** Shortcodes that only count as such with attributes, an end, or alone on a line: `[video](x)` is a link. */
export const SHORTCODES =
  'caption|wp_caption|gallery|playlist|embed|youtube|vimeo|gist|audio|video|tweet|instagram|googlemaps|contact-form|contact-form-7|soundcloud|dailymotion|more';

/** Shortcodes whose content is for some readers only. */
export const PRIVATE =
  'members?[_-]?only|subscribers?[_-]?only|private|hidden|hide|secret|restrict|ifmember|password|protected|paywall|premium|is_?logged_?in|' +
  'logged_?in|membership|passster|content_protector|ppwp|restrict_content|rcp_[\\w-]+|mepr-[\\w-]+|pms-[\\w-]+|wpmem_[\\w-]+|' +
  'swpm[_-][\\w-]+|um_loggedin|wlm_[\\w-]+|s2If|memberful|wcm_restrict|ihc-hide-content|arm_restrict_content|armif|' +
  'groups_member|groups_can|private_content';

/** Leaves out `[private]…[/private]` and the like; without an end it is not a shortcode. */
export function readPrivate(expander: Expander, start: number, match: string): Replacement | undefined {
  const name = match.slice(1);
  const closing = `[/${name}]`;
  const close = findNext(expander, closing, start);
  if (close < 0) return undefined;
  noteHidden(expander, `[${name}]`, start);
  return { text: '', end: close + closing.length };
}

/** Reads `[caption …]…[/caption]`, `[embed]…[/embed]`, `[youtube …]` and the like of WordPress. */
export function readWordPress(expander: Expander, start: number): Replacement | undefined {
  const { text } = expander;
  const close = findNext(expander, ']', start);
  if (close < 0 || close - start > LONGEST_TAG || '([:'.includes(text[close + 1] || '.')) return undefined;
  const inner = text.slice(start + 1, close);
  const end = close + 1;
  if (inner.startsWith('/')) return { text: '', end };
  // Doubled brackets are how WordPress writes about a shortcode.
  if (expander.context.preset === 'wordpress' && text[start - 1] === '[' && text[end] === ']')
    return { text: inner, end };
  const name = /^[\w-]+/.exec(inner)?.[0] ?? '';
  const options = inner.slice(name.length).replace(/\/$/, '').trim();
  const ending = findNext(expander, `[/${name}]`, end);
  const paired = ending >= 0 && ending - end < LONGEST_TAG;
  if (text[start - 1] === ']' || !(paired || isShortcode(expander, options, start, end))) return undefined;
  if (paired && (name === 'caption' || name === 'wp_caption')) {
    const figure = writeCaption(expander, text.slice(end, ending), options);
    return { text: figure, end: ending + name.length + 3 };
  }
  if (paired && name === 'embed') {
    return {
      text: writeEmbed(expander, text.slice(end, ending).trim(), start),
      end: ending + name.length + 3,
    };
  }
  return { text: writeShortcode(expander, name, options, start), end };
}

/** `[gallery]` or `[embed play]` may as well be a link of Markdown: attributes, a URL or a line of its own decide. */
function isShortcode(expander: Expander, options: string, start: number, end: number): boolean {
  if (expander.context.preset === 'wordpress') return true;
  return options === '' ? isAlone(expander.text, start, end) : /=|^https?:/.test(options);
}

function isAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
    /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 20))
  );
}

function writeShortcode(expander: Expander, name: string, options: string, start: number): string {
  const args = readArguments(options.replace(/^=/, ''));
  const meaning = readMeaning(name, args, expander, start);
  if (meaning !== undefined) return meaning;
  if (name !== 'more') noteRemoved(expander, `[${name}]`, start);
  return name === 'more' ? '<!-- more -->' : '';
}

/** The image comes first, perhaps in a link; the rest is the caption, unless an attribute is. */
function writeCaption(expander: Expander, content: string, options: string): string {
  const caption = readArguments(options).named.get('caption');
  const html = /^\s*(?:<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>)/i.exec(content);
  const markdown = /^\s*(?:\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|!\[[^\]]*\]\([^)]*\))/.exec(content);
  const image = (html ?? markdown)?.[0] ?? '';
  const text = (caption === undefined ? content.slice(image.length) : escapeText(caption)).trim();
  const gap = markdown !== null && expander.context.markdown ? '\n\n' : '';
  const words = text === '' ? '' : `<figcaption>${gap}${text}${gap}</figcaption>`;
  return `<figure>${gap}${image.trim()}${gap}${words}</figure>`;
}

function writeEmbed(expander: Expander, url: string, start: number): string {
  const player = /youtu\.?be/.test(url) ? 'youtube' : 'iframe';
  if (player === 'youtube' || !/^https?:\/\//.test(url)) {
    return readMeaning(player, { named: new Map([['url', url]]), positional: [] }, expander, start) ?? '';
  }
  return `<a href="${escapeText(url).replace(/"/g, '&quot;')}">${escapeText(url)}</a>`;
}
