import { fault, type ValueRule } from './rules.ts';

/** Text of any kind. */
export const anything: ValueRule = () => undefined;

/** Something that is seen. */
export const notBlank: ValueRule = (value, name) =>
  value.trim() === '' ? fault('feed-value-empty', { name }) : undefined;

/** What a pattern describes. @param expected as messages say it */
export const mustBe =
  (pattern: RegExp, expected: string): ValueRule =>
  (text, name) => {
    const value = text.trim();
    return pattern.test(value) ? undefined : fault('feed-value', { name, value, expected });
  };

export const nonNegativeInteger = mustBe(/^\+?\d{1,15}$/, 'a whole number, 0 or more');
export const positiveInteger = mustBe(/^\+?0{0,9}[1-9]\d{0,14}$/, 'a whole number above 0');
export const mimeType = mustBe(
  /^[A-Za-z\d!#$&^_.+-]+\/[A-Za-z\d!#$&^_.+-]+(?:\s*;\s*[A-Za-z\d!#$&^_.+-]+=(?:[^\s";]+|"[^"]*"))*\s*;?$/,
  'a media type such as audio/mpeg',
);
export const hour = mustBe(/^(?:0?\d|1\d|2[0-4])$/, 'an hour, 0 to 23');
export const weekday = mustBe(
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/,
  'a day of the week, such as Monday',
);
/** RSS 2.0 §image. */
export const width = mustBe(/^0*(?:[1-9]\d?|1[0-3]\d|14[0-4])$/, 'a whole number from 1 to 144');
export const height = mustBe(/^0*(?:[1-9]\d?|[1-3]\d\d|400)$/, 'a whole number from 1 to 400');
export const duration = mustBe(
  /^(?:\d{1,7}|(?:\d{1,3}:)?[0-5]?\d:[0-5]\d)$/,
  'whole seconds, or hours:minutes:seconds',
);

/** One of a few words. */
export function oneOf(...words: readonly string[]): ValueRule {
  const expected = words.map((word) => `"${word}"`).join(' or ');
  return (text, name) => {
    const value = text.trim();
    return words.includes(value) ? undefined : fault('feed-value', { name, value, expected });
  };
}

/** A language tag (RFC 5646) of a language that exists. */
export const language: ValueRule = (text, name) => {
  const value = text.trim();
  const isTag = /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8})*$|^[xi]-[A-Za-z\d-]+$/i.test(value);
  return isTag && isKnown(value) ? undefined : fault('feed-language', { name, value });
};

function isKnown(tag: string): boolean {
  const [language = ''] = tag.split('-');
  if (language.length < 2 || /^(?:und|mis|mul|zxx)$/i.test(language)) return true;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(language) !== undefined;
}

/** Longer than any mailbox; the pattern would go through the text once for each of its characters. */
const MAIL_LIMIT = 500;
const ADDRESS = /[^\s@<>()",:;]+@[^\s@<>()",:;]+/;

/** RSS 2.0: `mail@example.org (Name)`. */
export const mailWithName: ValueRule = (text, name) => {
  const value = text.trim();
  if (/^mailto:[^\s@]+(?:@|%40)[^\s@]+$/i.test(value.slice(0, MAIL_LIMIT))) return undefined;
  const address = ADDRESS.exec(value.slice(0, MAIL_LIMIT))?.[0];
  if (address === undefined || /mailto:/i.test(value)) return fault('feed-mail', { name, value });
  return /^[^\s@<>()",:;]+@[^\s@<>()",:;]+ \(.+\)$/.test(value)
    ? undefined
    : fault('feed-mail-form', { name, value, address });
};

/** An email address alone. */
export const mail: ValueRule = (text, name) => {
  const value = text.trim();
  return /^[^\s@<>()",:;]+@[^\s@<>()",:;.]+(?:\.[^\s@<>()",:;.]+)*$/.test(value)
    ? undefined
    : fault('feed-mail', { name, value });
};
