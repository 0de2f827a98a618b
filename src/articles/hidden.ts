import type { FrontMatter } from './front-matter.ts';
import { isMapping, toBoolean, toList, toText } from './values.ts';

/** Why an article is in no feed. `kind` is what `list` counts it as. */
export interface Hidden {
  readonly kind: 'draft' | 'hidden';
  /** The key that says so, dots between the names of mappings. */
  readonly key: string;
  readonly value: unknown;
  /** The value does not say clearly whether the article is hidden. */
  readonly unclear?: boolean;
}

type Verdict = 'hides' | 'shows' | 'unclear';
/** What a value of a key means. */
type Judge = (value: unknown) => Verdict;

interface Rule {
  readonly kind: Hidden['kind'];
  readonly judge: Judge;
}

/** `draft: true`: anything that is neither yes nor no is unclear. */
const yesHides: Judge = (value) => judgeSwitch(value, true);
/** `published: false`: anything else may be a date or a name, and hides nothing. */
const noHides: Judge = (value) => (toBoolean(value) === false ? 'hides' : 'shows');
/** `feed: none`: a name of a feed or a list of them hides nothing. */
const noOrNoneHides: Judge = (value) =>
  toBoolean(value) === false || /^(?:none|never|exclude|hide)$/i.test(toText(value) ?? '')
    ? 'hides'
    : 'shows';
/** A password, whatever it is: the text is not for everyone. */
const anyHides: Judge = (value) =>
  toList(value).length === 0 || toBoolean(value) === false || value === '' ? 'shows' : 'hides';

const wordHides =
  (pattern: RegExp): Judge =>
  (value) =>
    toList(value).some((word) => pattern.test(toText(word) ?? '')) ? 'hides' : 'shows';

const isDraft = (judge: Judge): Rule => ({ kind: 'draft', judge });
const isHidden = (judge: Judge): Rule => ({ kind: 'hidden', judge });

/**
 * Every key that keeps an article out of the feeds, whatever generator, theme or plug-in it is for, by folded name:
 * lower case, without `-`, `_` and spaces.
 */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...names('draft isdraft wip', isDraft(yesHides)),
  ...names('published publish ispublished permalink', isDraft(noHides)),
  ...names(
    'hidden hide private unlisted secret ishidden isprivate unpublished eleventyexcludefromcollections headless',
    isHidden(yesHides),
  ),
  ...names('embargoed noindexfeed confidential internal', isHidden(yesHides)),
  ...names('public ispublic listed visible live show showpage render dgpublish', isHidden(noHides)),
  [
    'status',
    isDraft(
      wordHides(
        /^(?:draft|auto-draft|private|pending|trash|hidden|unlisted|unpublished|deleted|withdrawn|embargoed|password|wip)$/i,
      ),
    ),
  ],
  ['poststatus', isDraft(wordHides(/^(?:draft|auto-draft|private|pending|trash)$/i))],
  ...names('visibility postvisibility', isHidden(judgeVisibility)),
  ...names('password passwd postpassword passphrase passwordhash', isHidden(anyHides)),
  ...names('encrypt encrypted protected passwordprotected', isHidden(yesHides)),
  ...names(
    'paid paidonly premium paywall paywalled membersonly memberonly subscribersonly patronsonly',
    isHidden(yesHides),
  ),
  ...names(
    'access audience',
    isHidden(
      wordHides(
        /^(?:paid|members?|subscribers?|patrons?|premium|private|tiers|only_paid|founding)(?:[ _-]?only)?$/i,
      ),
    ),
  ),
  ['build.list', isHidden(wordHides(/^(?:never|local|false|no)$/i))],
  ['build.render', isHidden(wordHides(/^(?:never|false|no)$/i))],
]);

const FEED = '(?:feeds?|rss|rssfeeds?|atom|atomfeeds?|jsonfeeds?|syndication)';
const AWAY =
  '(?:hide|hidden|exclude|excluded|omit|omitted|skip|skipped|disable|disabled|ignore|ignored|no|dis|without|block)';
/** `hiddenInRss`, `excludeFromFeed`, `no_feed`, `feed_exclude`. */
const FEED_OPT_OUT = new RegExp(`^(?:${AWAY}(?:in|from|of|for)?(?:the|main|site)?${FEED}|${FEED}${AWAY})$`);
/** `feed: false`, `in_rss`, `includeInFeed`, `show_in_rss`, `syndicate`. */
const FEED_OPT_IN = new RegExp(
  `^(?:(?:include|show|list|publish|add|display|generate|enable)?(?:in|to)?(?:the|main)?${FEED}|${FEED}enabled?|syndicate)$`,
);

/** Mappings whose keys mean the same as at the top: Hugo's `params`, Zola's `extra`, and one that is called after feeds. */
const NESTED: ReadonlySet<string> = new Set([
  'params',
  'extra',
  'build',
  'feed',
  'rss',
  'wordpress',
  'ghost',
]);

function names(words: string, rule: Rule): readonly (readonly [string, Rule])[] {
  return words.split(' ').map((word) => [word, rule] as const);
}

/** The rules that keys were found to have: the same few keys come again in every article. */
const known = new Map<string, Rule | undefined>();
/** A stranger's articles may have any number of names. */
const MOST_KNOWN = 10_000;

function ruleOf(key: string): Rule | undefined {
  if (!known.has(key)) {
    if (known.size > MOST_KNOWN) known.clear();
    known.set(key, findRule(key.toLowerCase().replaceAll(/[-_ ]/g, '')));
  }
  return known.get(key);
}

function findRule(folded: string): Rule | undefined {
  const own = RULES.get(folded) ?? RULES.get(folded.replace(/^(?:params|extra|wordpress|ghost)\./, ''));
  if (own !== undefined) return own;
  const name = folded.replace(/^(?:params|extra)\./, '').replace('.', '');
  if (FEED_OPT_OUT.test(name)) return isHidden(yesHides);
  return FEED_OPT_IN.test(name) ? isHidden(noOrNoneHides) : undefined;
}

/** The first key that keeps an article out of the feeds; one that does so clearly before one that may. */
export function findHidden(data: FrontMatter): Hidden | undefined {
  let unclear: Hidden | undefined;
  for (const [key, value] of switchesOf(data)) {
    const rule = ruleOf(key);
    const verdict = rule?.judge(value) ?? 'shows';
    if (rule === undefined || verdict === 'shows') continue;
    if (verdict === 'hides') return { kind: rule.kind, key, value };
    unclear ??= { kind: rule.kind, key, value, unclear: true };
  }
  return unclear;
}

/** The keys of front matter that may hide an article, those of the mappings too. */
function* switchesOf(data: FrontMatter): Generator<readonly [string, unknown]> {
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (!isMapping(value)) yield [key, value];
    else {
      const parent = key.replace(/^_/, '').toLowerCase();
      if (!NESTED.has(parent)) continue;
      for (const inner of Object.keys(value)) yield [`${parent}.${inner}`, value[inner]];
    }
  }
}

/** Ghost, WordPress and others name who may see it: whoever is not known may be few. */
function judgeVisibility(value: unknown): Verdict {
  const word = (toText(value) ?? '').toLowerCase();
  if (/^(?:|public|visible|everyone|all|open|default|true|yes)$/.test(word)) return 'shows';
  return /^(?:private|hidden|unlisted|members|paid|tiers|password|none|false|no|direct)$/.test(word)
    ? 'hides'
    : 'unclear';
}

function judgeSwitch(value: unknown, hiding: boolean): Verdict {
  if (value === null || value === undefined || value === '') return 'shows';
  const meant = toBoolean(value);
  if (meant === undefined) return toList(value).length === 0 ? 'shows' : 'unclear';
  return meant === hiding ? 'hides' : 'shows';
}
