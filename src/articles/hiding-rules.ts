import { isFeedOptIn, isFeedOptOut } from '../text/feed-opt-out.ts';
import { foldName } from '../text/fold-name.ts';
import { judgeSwitch, judgeVisibility, type Verdict } from './judge-switch.ts';
import { toBoolean, toList, toText } from './values.ts';

/** What a value of a key means. */
type Judge = (value: unknown) => Verdict;

/** What a key that may hide an article says. */
export interface Rule {
  readonly kind: 'draft' | 'hidden';
  readonly judge: Judge;
}

/** `draft: true`: anything that is neither yes nor no is unclear. */
const yesHides: Judge = (value) => judgeSwitch(value);
/** `locked: true`: what is neither yes nor no means something else. */
const onlyYesHides: Judge = (value) => (toBoolean(value) === true ? 'hides' : 'shows');
/** `members: only`, `auth: required`. */
const yesOrOnlyHides: Judge = (value) =>
  toBoolean(value) === true || /^(?:only|required|always)$/i.test(toText(value) ?? '') ? 'hides' : 'shows';
/** `published: false`, `visible: none`: anything else may be a date or a name, and hides nothing. */
const noHides: Judge = (value) =>
  toBoolean(value) === false || /^(?:none|never|nobody|draft)$/i.test(toText(value) ?? '')
    ? 'hides'
    : 'shows';
/** `feed: none`: a name of a feed or a list of them hides nothing. */
const noOrNoneHides: Judge = (value) =>
  toBoolean(value) === false ||
  /^(?:none|never|excluded?|hide|hidden|skip|ignored?|disabled?|omit|no)$/i.test(toText(value) ?? '')
    ? 'hides'
    : 'shows';
/** Of keys that mean something else in as many themes, such as an app that costs something: a line says that they hid the article. */
const unsure =
  (judge: Judge): Judge =>
  (value) =>
    judge(value) === 'hides' ? 'unclear' : judge(value);
/** A password, whatever it is: the text is not for everyone. */
const anyHides: Judge = (value) =>
  toList(value).length === 0 || toBoolean(value) === false || value === '' ? 'shows' : 'hides';
/** `exclude: [feed]`, `hide_from: rss`, `skip: true`; other lists name other places. */
const placesHide: Judge = (value) =>
  toBoolean(value) === true || toList(value).some((place) => isFeedOptIn(foldName(toText(place) ?? '')))
    ? 'hides'
    : 'shows';
/** `hide: [navigation, toc]` of a theme says what of the page is hidden, not the page. */
const hideHides: Judge = (value) =>
  Array.isArray(value) && value.every((part) => PARTS.test(toText(part) ?? ''))
    ? 'shows'
    : placesHide(value) === 'hides'
      ? 'hides'
      : judgeSwitch(value);

const PARTS =
  /^(?:navigation|nav|toc|footer|header|feedback|path|tags?|title|date|meta|author|sidebar|comments?|share|image|cover|hero|search|sitemap)$/i;

const wordHides =
  (pattern: RegExp): Judge =>
  (value) =>
    toList(value).some((word) => pattern.test((toText(word) ?? '').replaceAll('_', ' '))) ? 'hides' : 'shows';

const isDraft = (judge: Judge): Rule => ({ kind: 'draft', judge });
const isHidden = (judge: Judge): Rule => ({ kind: 'hidden', judge });

const UNPUBLISHED =
  /\b(?:drafts?|private|hidden|unlisted|unpublished|not[ -]published|embargoed)\b|^(?:auto-draft|pending|trash|deleted|withdrawn|password|wip|skip|inactive|(?:in|for|needs|ready for)[ -]review)$/i;
/** Keys that many themes use for something else, too. */
const SURELY_UNPUBLISHED = /^(?:draft|private|hidden|unlisted|unpublished|wip)$/i;
const PAID =
  /^(?:paid|members?|subscribers?|patrons?|supporters?|premium|pro|vip|private|tiers|only[ -]paid|founding|restricted|login|logged[ -]?in|registered|required|staff|team|internal|employees)(?:[ -]?only)?$/i;

/**
 * Every key that keeps an article out of the feeds, whatever generator, theme or plug-in it is for, by folded name:
 * lower case, without `-`, `_` and spaces.
 */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...names('draft isdraft wip', isDraft(yesHides)),
  ...names('drafted workinprogress', isDraft(onlyYesHides)),
  ...names('unpublish notpublished donotpublish dontpublish nopublish', isDraft(onlyYesHides)),
  ...names(
    'published publish ispublished published? publishable permalink released ready approved',
    isDraft(noHides),
  ),
  ...names('hide hidden', isHidden(hideHides)),
  ...names(
    'private unlisted secret ishidden isprivate isunlisted unpublished eleventyexcludefromcollections headless noindexfeed confidential ' +
      'hiddenpost hidepost notpublic nonpublic internalonly',
    isHidden(yesHides),
  ),
  ...names('embargo embargoed internal invisible noshow', isHidden(onlyYesHides)),
  ...names('disabled disable inactive', isHidden(unsure(onlyYesHides))),
  ...names('expired deleted trashed removed withdrawn', isHidden(onlyYesHides)),
  ...names(
    'exclude excluded excludefrom ignore ignored skip skipped omit hidefrom hiddenfrom hidein hiddenin notin',
    isHidden(placesHide),
  ),
  ...names(
    'public ispublic listed islisted visible isvisible live islive online show showpage display render output build list listing ' +
      'article post dgpublish',
    isHidden(noHides),
  ),
  ...names('enabled enable active isactive', isHidden(unsure(noHides))),
  ...names(
    'status poststatus publishstatus publishstate publishingstate publicationstatus publicationstate articlestatus contentstatus workflowstatus reviewstatus ' +
      'editorialstatus',
    isDraft(wordHides(UNPUBLISHED)),
  ),
  ...names(
    'state stage phase lifecycle workflow workflowstate type kind layout posttype postformat',
    isDraft(wordHides(SURELY_UNPUBLISHED)),
  ),
  ...names('visibility postvisibility', isHidden(judgeVisibility)),
  ...names('pass pwd pw pwdhash encpwd encryptedcontent', isHidden(anyHides)),
  ...names(
    'encrypt encrypted isencrypted encryptcontent encryption protected isprotected protectedcontent passwordprotected ' +
      'ispasswordprotected passwordprotect protect',
    isHidden(yesHides),
  ),
  ...names(
    'lock locked islocked auth authenticated requiresauth requireauth authrequired login loggedinonly requireslogin requirelogin ' +
      'loginrequired purchaserequired licenserequired',
    isHidden(yesOrOnlyHides),
  ),
  ...names(
    'emailonly newsletteronly vip viponly patreononly internaluse internaluseonly staffonly friendsonly familyonly nda redacted ' +
      'privatepost secretpost',
    isHidden(onlyYesHides),
  ),
  ...names('acl permission permissions', isHidden(wordHides(PAID))),
  ...names('requires', isHidden(wordHides(/member|subscri|login|password|paid/i))),
  ...names('eleventyexcludefromfeed', isHidden(yesHides)),
  ...names('showonsite', isHidden(noHides)),
  ...names('gated restricted isrestricted exclusive', isHidden(onlyYesHides)),
  ...names(
    'requiressubscription requiresmembership subscriptionrequired membershiprequired',
    isHidden(onlyYesHides),
  ),
  ...names('free isfree', isHidden(noHides)),
  ...names(
    'access accesslevel audience membership subscription plan level contenttier restrictedto restrictto onlyfor visibleto',
    isHidden(wordHides(PAID)),
  ),
  ...names('tier tiers', isHidden(judgeTier)),
  ['build.list', isHidden(wordHides(/^(?:never|local|false|no)$/i))],
  ['build.render', isHidden(wordHides(/^(?:never|link|false|no)$/i))],
]);

/** `post_password`, `passwordHash`, `enc_password`. */
const PASSWORD = /^(?!no)[a-z]*(?:password|passwd|passphrase|passcode|passkey)(?:hash|sha256|md5)?$/;
/** `premium`, `isPaid`, `members_only`, `subscriberOnly`. */
const PAID_KEY =
  /^(?:is|has|for)?(?:paid|premium|paywall(?:ed)?|(?:members?|subscribers?|patrons?|supporters?|sponsors?)(?:only|content|post))(?:only|post|content)?$/;
const PAID_PEOPLE = /^(?:for)?(?:members?|subscribers?|patrons?|supporters?)$/;
/** `hiddenInList`, `exclude_from_posts`, `hideFromBlog`, and with no: `show_in_lists`. */
const OUT_OF_LISTS =
  /^(?:hide|hidden|exclude|excluded|omit|skip)(?:in|from)?(?:the)?(?:lists?|listings?|posts|blog|collections?|all)$/;
const IN_LISTS =
  /^(?:(?:show|include|list|display)(?:in|to)|in)(?:the)?(?:lists?|listings?|posts|blog|collections?)$/;

function names(words: string, rule: Rule): readonly (readonly [string, Rule])[] {
  return words.split(' ').map((word) => [word, rule] as const);
}

/** The rule of a key by its folded name; those of mappings that mean nothing of their own are left out of it. */
export function findRule(folded: string): Rule | undefined {
  const name = folded.replaceAll('.', '');
  const own = RULES.get(folded) ?? RULES.get(name);
  if (own !== undefined) return own;
  if (isFeedOptOut(name)) return isHidden(yesHides);
  if (isFeedOptIn(name)) return isHidden(noOrNoneHides);
  if (PASSWORD.test(name)) return isHidden(anyHides);
  if (/^(?:is)?paid$/.test(name)) return isHidden(unsure(yesHides));
  if (PAID_KEY.test(name)) return isHidden(yesHides);
  if (PAID_PEOPLE.test(name)) return isHidden(yesOrOnlyHides);
  if (OUT_OF_LISTS.test(name)) return isHidden(onlyYesHides);
  if (IN_LISTS.test(name)) return isHidden(noHides);
  const [, about, scale] = VALUE_OF.exec(folded) ?? [];
  return about === undefined && scale === undefined ? undefined : findRule(about ?? scale ?? '');
}

/** The key of a mapping that says what the mapping itself would: `paywall: { enabled: true }`, `visibility: { level: private }`. */
const VALUE_OF =
  /^(.+)\.(?:enabled?|active|value|required)$|^(?:.+\.)?(?=visibility|access|audience|membership|status)([a-z]+)\.(?:level|state|status|mode|type)$/;

/** `tiers: [gold]`: only for some readers, unless it means everyone. */
function judgeTier(value: unknown): Verdict {
  const words = toList(value).flatMap((each) => toText(each) ?? []);
  if (words.length === 0 || words.some((word) => /^(?:free|public|all|everyone|none|false|0)$/i.test(word)))
    return 'shows';
  return words.some((word) => PAID.test(word)) ? 'hides' : 'unclear';
}
