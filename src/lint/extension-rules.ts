import { PODCAST_CATEGORY_NAMES } from '../podcasts/categories.ts';
import { anyAddress, webAddress } from './addresses.ts';
import { w3cDate } from './dates.ts';
import { type ElementRule, type ElementRules, fault, type ValueRule } from './rules.ts';
import { anything, duration, language, mail, nonNegativeInteger, oneOf, positiveInteger } from './values.ts';

/** Apple's list is case-sensitive (R51). */
const category: ValueRule = (value, name) =>
  PODCAST_CATEGORY_NAMES.has(value) ? undefined : fault('feed-podcast-category', { name, value });
const hurt = 'Apple Podcasts refuses the feed.';
const inner: ElementRule = {
  isRepeatable: true,
  attributes: { text: { required: hurt, value: category } },
};
const number: ElementRule = { value: positiveInteger };
const yes = oneOf('true', 'false', 'yes', 'no', 'Yes', 'No', 'clean', 'explicit');

/** Elements of well-known extensions, wherever they stand. */
export const EXTENSIONS: ElementRules = {
  'dc:date': { value: w3cDate, isRepeatable: true },
  'dc:language': { value: language },
  'sy:updatePeriod': { value: oneOf('hourly', 'daily', 'weekly', 'monthly', 'yearly') },
  'sy:updateFrequency': { value: positiveInteger },
  'sy:updateBase': { value: w3cDate },
  'slash:comments': { value: nonNegativeInteger },
  'wfw:commentRss': { value: anyAddress },
  'itunes:image': {
    attributes: { href: { required: 'Podcast players show no image.', value: webAddress } },
  },
  'itunes:category': { ...inner, children: { 'itunes:category': inner } },
  'itunes:explicit': { value: yes },
  'itunes:block': { value: anything },
  'itunes:complete': { value: anything },
  'itunes:duration': { value: duration },
  'itunes:episode': number,
  'itunes:season': number,
  'itunes:episodeType': { value: oneOf('full', 'trailer', 'bonus', 'Full', 'Trailer', 'Bonus') },
  'itunes:type': { value: oneOf('episodic', 'serial', 'Episodic', 'Serial') },
  'itunes:new-feed-url': { value: webAddress },
  'itunes:owner': {
    children: { 'itunes:name': { value: anything }, 'itunes:email': { value: mail } },
  },
};
