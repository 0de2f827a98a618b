import { isFeedOptIn } from '../text/feed-opt-out.ts';
import { foldName } from '../text/fold-name.ts';
import { isForMembers } from '../text/membership-meta.ts';
import { judgeSwitch, type Verdict } from './judge-switch.ts';
import { toBoolean, toList, toText } from './values.ts';

/** What a value of a key means. */
export type Judge = (value: unknown) => Verdict;

/** `draft: true`: anything that is neither yes nor no is unclear. */
export const yesHides: Judge = (value) => judgeSwitch(value);
/** `locked: true`: what is neither yes nor no means something else. */
export const onlyYesHides: Judge = (value) => (toBoolean(value) === true ? 'hides' : 'shows');
/** `members: only`, `auth: required`. */
export const yesOrOnlyHides: Judge = (value) =>
  toBoolean(value) === true || /^(?:only|required|always)$/i.test(toText(value) ?? '') ? 'hides' : 'shows';
/** `published: false`, `visible: none`: anything else may be a date or a name, and hides nothing. */
export const noHides: Judge = (value) =>
  toBoolean(value) === false ||
  /^(?:none|never|nobody|draft|excluded?|hide|hidden)$/i.test(toText(value) ?? '')
    ? 'hides'
    : 'shows';
/** `feed: none`: a name of a feed or a list of them hides nothing. */
export const noOrNoneHides: Judge = (value) =>
  toBoolean(value) === false ||
  /^(?:none|never|excluded?|hide|hidden|skip|ignored?|disabled?|omit|no)$/i.test(toText(value) ?? '')
    ? 'hides'
    : 'shows';
/** Of keys that mean something else in as many themes, such as an app that costs something: a line says that they hid the article. */
export const unsure =
  (judge: Judge): Judge =>
  (value) =>
    judge(value) === 'hides' ? 'unclear' : judge(value);
/** A password, whatever it is: the text is not for everyone. */
export const anyHides: Judge = (value) =>
  toList(value).length === 0 || toBoolean(value) === false || value === '' ? 'shows' : 'hides';
/** `exclude: [feed]`, `hide_from: rss`, `skip: true`; other lists name other places. */
export const placesHide: Judge = (value) =>
  toBoolean(value) === true || toList(value).some((place) => isFeedOptIn(foldName(toText(place) ?? '')))
    ? 'hides'
    : 'shows';
/** `hide: [navigation, toc]` of a theme says what of the page is hidden, not the page. */
export const hideHides: Judge = (value) =>
  Array.isArray(value) && value.every((part) => PARTS.test(toText(part) ?? ''))
    ? 'shows'
    : placesHide(value) === 'hides'
      ? 'hides'
      : judgeSwitch(value);

const PARTS =
  /^(?:navigation|nav|toc|footer|header|feedback|path|tags?|title|date|meta|author|sidebar|comments?|share|image|cover|hero|search|sitemap)$/i;

export const wordHides =
  (pattern: RegExp): Judge =>
  (value) =>
    toList(value).some((word) => pattern.test((toText(word) ?? '').replaceAll('_', ' '))) ? 'hides' : 'shows';

/** `status: archived`: no one reads it in some systems, and everyone in others. */
export const statusHides: Judge = (value) =>
  wordHides(UNPUBLISHED)(value) === 'hides' || wordHides(DRAFT_ELSEWHERE)(value) === 'hides'
    ? 'hides'
    : unsure(wordHides(NOT_YET))(value);
/** `tags: [draft]`: what an article is, or what it is about. */
export const labelHides: Judge = (value) =>
  unsure(wordHides(DRAFT_LABEL))(toList(value).flatMap((each) => (toText(each) ?? '').split(/\s*,\s*/)));

const UNPUBLISHED =
  /\b(?:drafts?|private|hidden|unlisted|unpublished|not[ -]published|embargoed)\b|^(?:auto-draft|pending|trash|deleted|withdrawn|password|wip|skip|inactive|(?:in|for|needs|ready for)[ -]review)$/i;
/** The word for a draft in the languages of other writers. */
const DRAFT_ELSEWHERE =
  /^(?:entw[uü]rf|brouillon|borrador|bozza|rascunho|concept|koncept|utkast|kladde|udkast|luonnos|szkic|taslak|черновик|чернетка|草稿|草案|下書き|下书き|初稿|非公開|未公開|未发布|私密|隐藏|초안|비공개)$/i;
/** What is not published yet, or no longer, in the systems of newsrooms; pages of projects say so of what they are about. */
const NOT_YET =
  /^(?:archived?|scheduled|future|idea|planned|to[ -]?do|not[ -]started|backlog|queued?|disabled|on[ -]hold)$/i;
/** A label of drafts (Nikola), also with the mark of hashtags and of internal tags. */
const DRAFT_LABEL =
  /^(?:(?:#|status\/|#status\/)?(?:drafts?|unpublished|unlisted|do[ -]not[ -]publish)|#(?:private|hidden|secret))$/i;
/** Keys that many themes use for something else, too. */
export const SURELY_UNPUBLISHED = /^(?:draft|private|hidden|unlisted|unpublished|wip)$/i;
export const PAID =
  /^(?:paid|members?|subscribers?|patrons?|supporters?|premium|pro|vip|private|tiers|only[ -]paid|founding|restricted|login|logged[ -]?in|registered|required|staff|team|internal|employees)(?:[ -]?only)?$/i;

/** A custom field of WordPress, which may be a list of one. */
export function membershipHides(name: string): Judge {
  return (value) =>
    toList(value).some((each) => isForMembers(name, toText(each) ?? '')) ? 'hides' : 'shows';
}

/** `tiers: [gold]`: only for some readers, unless it means everyone. */
export function judgeTier(value: unknown): Verdict {
  const words = toList(value).flatMap((each) => toText(each) ?? []);
  if (words.length === 0 || words.some((word) => /^(?:free|public|all|everyone|none|false|0)$/i.test(word)))
    return 'shows';
  return words.some((word) => PAID.test(word)) ? 'hides' : 'unclear';
}
