import { isFeedOptOut } from '../text/feed-opt-out.ts';
import { foldName } from '../text/fold-name.ts';

/**
 * Names of shortcodes, tags, containers and components that keep what is in them out of the page, or for some readers, by folded name:
 * the one table of them.
 */
const NAMES: ReadonlySet<string> = new Set(
  // For no one.
  (
    'comment mdcomment htmlcomment remark notetoself authornote editornote hidden hide hiddentext secret draft drafts todo fixme ' +
    'ignore ignored noop private internal internalonly unpublish unpublished contenthidden dev ifdev devonly development ' +
    'developmentonly ifdevelopment staging stagingonly wip unreleased editoronly ' +
    'adminonly staffonly ' +
    // For those who cannot see the page alone.
    'visuallyhidden sronly screenreader screenreaderonly webonly siteonly onlyweb ' +
    // For those who know a password.
    'encrypt encrypted encryptor hugoencrypt hugoencryptor fixitencryptor password passwordprotected passwordprotect protect protected ' +
    'pwprotect locked lock ' +
    // For those who belong to something, or pay.
    'member members memberonly membersonly membercontent subscriber subscribers subscriberonly subscribersonly subscribercontent ' +
    'patronsonly supportersonly sponsorsonly paid paidonly paidcontent paywall paywalled premium premiumonly premiumcontent ' +
    'gated gatedcontent restricted restrict loggedin loggedinonly isloggedin'
  ).split(' '),
);

/** Whether the name of a shortcode, tag, container or component says that the page hides what is in it, or a feed must. */
export function hidesByName(name: string): boolean {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .split(/\.|--/)
    .some((part) => isHiding(foldName(part)));
}

/** What is added to a name, and says nothing of it: `paywall-content`. */
const ADDED = /(?:content|section|area|wrapper|container)$/;
/** A name that ends so, and notes that are said to be for some: `spoiler-hidden`, `private-note`. */
const MADE =
  /.(?:hidden|private|unpublished)$|^(?:hidden|private|secret|internal|draft)(?:notes?|text|part|comments?|remarks?|info)$/;

/** Words before a name that say for whom its text is: `if-premium`, `for-members`, `only-subscribers`. */
const CONDITION = /^(?:if|is|for|only|when)/;

function isHiding(name: string): boolean {
  const plain = name.replace(ADDED, '');
  const parts = [plain, plain.replace(CONDITION, '')];
  return (
    NAMES.has(name) ||
    parts.some((part) => part !== 'comment' && NAMES.has(part)) ||
    isFeedOptOut(name) ||
    MADE.test(name)
  );
}

/** Names that say for sure that what they hold is a comment: nothing need be said of it. */
export function isCommentName(name: string): boolean {
  return /^(?:.*\/)?(?:md|html)?-?comment$/i.test(name);
}
