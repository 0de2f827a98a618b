/** Tags that captions and arguments hold. */
export const INLINE_TAG =
  /(<\/?(?:a|abbr|b|br|center|cite|code|del|div|em|font|i|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|u)\b[^<>]*>)/gi;

/** Arguments and attributes that shape a page. */
const NO_TEXT: ReadonlySet<string> = new Set(
  'class classname style id key keys ref refs href src url icon sizes font-family fontfamily'.split(' '),
);
/** Those whose only use is to be read: two words are enough there. */
const TEXT: ReadonlySet<string> = new Set(
  'title caption heading subtitle description summary text quote content body'.split(' '),
);
/** What `text` may be beside text: how it looks, or where it is. */
const LOOK =
  /^(?:true|false|none|auto|left|right|cent(?:er|re)|justify|start|end|top|bottom|middle|small|large|bold|dark|light|white|black|muted|(?:prim|second)ary)$/i;
const WORDS = /\p{L}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}/u;
/** A few letters of a script without spaces say as much. */
const LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5,}/u;
/** What is a program, a style or markup of a page. */
const CODE = /[<>{}]|[\w-]=["'\w]|;$|(?:^|;)\s*[a-z-]+\s*:[^;]*;/;

/** Whether an argument or attribute says something to a reader: a sentence or the like. What is shorter may as well be a class or a name. */
export function isSentence(name: string | undefined, value: string): boolean {
  if (name !== undefined && NO_TEXT.has(name)) return false;
  const text = value.replace(INLINE_TAG, '');
  const isLong = LETTERS.test(text) || (WORDS.test(text) && text.includes(' '));
  const isTitle = name !== undefined && TEXT.has(name) && /\p{L}{2}[^\p{L} ]* \P{L}*\p{L}{2}/u.test(text);
  // `<Badge text="new" />`
  const isText = name === 'text' && /\p{L}{2}/u.test(text) && !LOOK.test(text.trim());
  return (isLong || isTitle || isText) && !CODE.test(text);
}

/** The name of a file that browsers show as an image. */
export const IMAGE_FILE = /.\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** The image files that an argument or attribute names: one, or several as a list of any form. */
export function listImageFiles(value: string): readonly string[] {
  if (isImageUrl(value) && !/[,;]/.test(value)) return [value];
  const parts = value.split(/[\s,;"'[\]]+/).filter((part) => part !== '');
  if (parts.length <= MOST_IMAGES && parts.every(isImageUrl)) return parts;
  return isImageUrl(value) ? [value] : [];
}

function isImageUrl(value: string): boolean {
  return !/[\s<>"']/.test(value) && value.split(/[?#]/).some((part) => IMAGE_FILE.test(part));
}

/** More images are not a list that anyone wrote. */
export const MOST_IMAGES = 200;

/** Files that a page loads, and nobody opens. */
export const LOADED_FILE = /\.(?:m?js|css|json|xml|csv|ya?ml|toml|woff2?|ttf|wasm)(?:[?#]|$)/i;
