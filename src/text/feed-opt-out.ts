const FEED = '(?:feeds?|rss|rssfeeds?|atom|atomfeeds?|jsonfeeds?|xmlfeeds?|syndication|syndicate)';
const AWAY =
  '(?:hide|hidden|exclude|excluded|omit|omitted|skip|skipped|disable|disabled|ignore|ignored|no|not|non|dont|donot|dis|without|block|remove|removed|optout|off)';
const OPT_OUT = new RegExp(`^(?:${AWAY}(?:in|from|of|for)?(?:the|main|site)?${FEED}|${FEED}${AWAY})$`);
const OPT_IN = new RegExp(
  `^(?:(?:include|included|allow|allowed|show|shown|list|listed|visible|output|publish|published|add|display|generate|enable|is)?(?:in|to|for)?(?:the|main|site)?${FEED}|${FEED}(?:enabled?|include|included|show|publish|published)|syndicated?)$`,
);

/** Whether a folded name says that something stays out of feeds: `hiddeninrss`, `excludefromfeed`, `nofeed`, `feedexclude`. */
export function isFeedOptOut(folded: string): boolean {
  return mayNameFeeds(folded) && OPT_OUT.test(folded);
}

/** Whether a folded name says that something is in feeds, so that its "no" keeps it out: `feed`, `inrss`, `includeinfeed`. */
export function isFeedOptIn(folded: string): boolean {
  return mayNameFeeds(folded) && OPT_IN.test(folded);
}

/** Nearly no name does; to make the two long expressions ready takes as long as an article. */
function mayNameFeeds(folded: string): boolean {
  return /feed|rss|atom|syndicat/.test(folded);
}
