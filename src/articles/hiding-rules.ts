import { isFeedOptIn, isFeedOptOut } from '../text/feed-opt-out.ts';
import { isMembershipField } from '../text/membership-meta.ts';
import {
  anyHides,
  hideHides,
  type Judge,
  judgeTier,
  labelHides,
  membershipHides,
  noHides,
  noOrNoneHides,
  onlyYesHides,
  PAID,
  placesHide,
  SURELY_UNPUBLISHED,
  statusHides,
  unsure,
  wordHides,
  yesHides,
  yesOrOnlyHides,
} from './hiding-values.ts';
import { judgeVisibility } from './judge-switch.ts';

/** What a key that may hide an article says. */
export interface Rule {
  readonly kind: 'draft' | 'hidden';
  readonly judge: Judge;
  /** What an article is whose value is unclear: a draft stops the build. */
  readonly ifUnclear?: 'hidden';
}

const isDraft = (judge: Judge): Rule => ({ kind: 'draft', judge });
const isDraftByWord = (judge: Judge): Rule => ({ kind: 'draft', judge, ifUnclear: 'hidden' });
const isHidden = (judge: Judge): Rule => ({ kind: 'hidden', judge });

/**
 * Every key that keeps an article out of the feeds, whatever generator, theme or plug-in it is for, by folded name:
 * lower case, without `-`, `_` and spaces.
 */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...names('draft isdraft wip', isDraft(yesHides)),
  ...names('drafted workinprogress', isDraft(onlyYesHides)),
  ...names(
    'unpublish notpublished donotpublish dontpublish nopublish ignorepublish saveasdraft',
    isDraft(onlyYesHides),
  ),
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
  ...names('embargo embargoed internal invisible noshow notshow dontshow donotshow', isHidden(onlyYesHides)),
  ...names('disabled disable inactive offline scheduled', isHidden(unsure(onlyYesHides))),
  ...names('expired deleted trash trashed removed withdrawn', isHidden(onlyYesHides)),
  ...names(
    'exclude excluded excludefrom ignore ignored skip skipped omit hidefrom hiddenfrom hidein hiddenin notin',
    isHidden(placesHide),
  ),
  ...names(
    'public ispublic listed islisted listable discoverable visible isvisible live islive online show showpage display render output build list listing ' +
      'article post dgpublish',
    isHidden(noHides),
  ),
  ...names('enabled enable active isactive', isHidden(unsure(noHides))),
  ...names(
    'status poststatus publishstatus publishstate publishingstate publicationstatus publicationstate articlestatus contentstatus workflowstatus reviewstatus ' +
      'editorialstatus',
    isDraftByWord(statusHides),
  ),
  ...names('tag tags category categories', isDraftByWord(labelHides)),
  ...names(
    'state stage phase lifecycle workflow workflowstate type kind layout posttype postformat',
    isDraft(wordHides(SURELY_UNPUBLISHED)),
  ),
  ...names('visibility postvisibility', isHidden(judgeVisibility)),
  ...names('pass pwd pw pwdhash encpwd encryptedcontent usesecret', isHidden(anyHides)),
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
  ...names('acl permission permissions restrict', isHidden(wordHides(PAID))),
  ...names('for', isHidden(unsure(wordHides(PAID)))),
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
const PASSWORD = /^(?!no)[a-z]*(?:passwords?|passwd|passphrase|passcode|passkey)(?:hash|sha256|md5)?$/;
/** `premium`, `isPaid`, `members_only`, `subscriberOnly`. */
const PAID_KEY =
  /^(?:is|has|for)?(?:paid|premium|paywall(?:ed)?|(?:members?|subscribers?|patrons?|supporters?|sponsors?)(?:only|content|post))(?:only|post|content)?$/;
const PAID_PEOPLE = /^(?:for)?(?:members?|subscribers?|patrons?|supporters?)$/;
/** `hiddenInList`, `exclude_from_posts`, `hideFromBlog`, and with no: `show_in_lists`. */
const OUT_OF_LISTS =
  /^(?:hide|hidden|exclude|excluded|omit|skip)(?:in|from)?(?:the)?(?:lists?|listings?|posts|blog|collections?|archives?|all)$|^no(?:tin)?(?:lists?|listing)$/;
const IN_LISTS =
  /^(?:(?:show|include|list|display)(?:in|to|on)|in)(?:the)?(?:lists?|listings?|posts|blog|collections?)$/;

function names(words: string, rule: Rule): readonly (readonly [string, Rule])[] {
  return words.split(' ').map((word) => [word, rule] as const);
}

/** The rule of a key by its folded name; those of mappings that mean nothing of their own are left out of it. */
export function findRule(folded: string): Rule | undefined {
  const name = folded.replaceAll('.', '');
  const own = RULES.get(folded) ?? RULES.get(name);
  if (own !== undefined) return own;
  if (isMembershipField(name)) return isHidden(membershipHides(name));
  if (isFeedOptOut(name)) return isHidden(yesHides);
  if (isFeedOptIn(name)) return isHidden(noOrNoneHides);
  // `passwords: { ann: … }` of MkDocs.
  if (PASSWORD.test(name) || folded.startsWith('passwords.')) return isHidden(anyHides);
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
