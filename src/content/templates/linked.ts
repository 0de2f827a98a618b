import { escapeAttribute, escapeText } from '../../text/escape-html.ts';
import { LOADED_FILE } from '../sentences.ts';
import { type Arguments, listSentences, pickArgument } from './arguments.ts';
import { readInline } from './inline.ts';

const URL_LIKE = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)[^\s<>"'{}]+$/;
const LABELS: readonly string[] = ['text', 'title', 'label', 'name', 'content'];

/** The URL that a construct of an unknown name leads to. */
export function findUrl(args: Arguments): string | undefined {
  const named = pickArgument(args, ['href', 'url', 'link', 'to']);
  if (named !== undefined) return URL_LIKE.test(named) ? named : undefined;
  return args.named.size === 0 ? args.positional.find((value) => URL_LIKE.test(value)) : undefined;
}

/** Names of what loads something, and shows nothing. */
const LOADS =
  /script|style|css|analytic|track|pixel|font|cdn|asset|comment|import|fetch|data|preload|schema|meta|seo/i;

/**
 * The link to the page of which a construct of an unknown name shows a preview: `{% previewExternal "https://…" %}`. What it says of
 * that page nobody knows, so the URL is its text, and other sentences stand behind it.
 * @param hasEnd whether it has an end tag: then it does something to the text inside
 */
export function readTarget(name: string, args: Arguments, hasEnd = () => false): string | undefined {
  if (LOADS.test(name)) return undefined;
  // People write spaces into URLs of players.
  const named = ['href', 'url', 'link', 'to', 'src', 'id'].map((each) =>
    args.named.get(each)?.trim().replaceAll(' ', '%20'),
  );
  const url = [...named, ...args.positional]
    .find((value) => value !== undefined && /^https?:\/\//.test(value) && URL_LIKE.test(value))
    // The tag would print it into HTML.
    ?.replaceAll('&amp;', '&');
  if (url === undefined || LOADED_FILE.test(url) || hasEnd()) return undefined;
  return [`${openLink(url)}${escapeText(url)}</a>`, ...listSentences(args).map(readInline)].join(' ');
}

/** The link that a construct of an unknown name shows, with the other sentences in its arguments: `{{< button "/x" "Read on" >}}`. */
export function readLink(args: Arguments): string | undefined {
  const url = findUrl(args);
  const own =
    args.named.size === 0
      ? args.positional.find((value) => value !== url && /\p{L}/u.test(value))
      : undefined;
  const label = pickArgument(args, LABELS) ?? own;
  if (url === undefined || label === undefined || URL_LIKE.test(label)) return undefined;
  const others = listSentences(args).filter((sentence) => sentence !== label.trim());
  return [`${openLink(url)}${readInline(label)}</a>`, ...others.map(readInline)].join(' ');
}

export function openLink(url: string): string {
  return `<a href="${escapeAttribute(url)}">`;
}
