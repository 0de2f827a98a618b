import { w3cDate } from './dates.ts';
import { ITUNES, PODCAST } from './podcast-rules.ts';
import type { ElementRules } from './rules.ts';
import { anyUrl } from './urls.ts';
import { language, nonNegativeInteger, oneOf, positiveInteger } from './values.ts';

/** Elements of well-known extensions, wherever they stand. */
export const EXTENSIONS: ElementRules = {
  'dc:date': { value: w3cDate, isRepeatable: true },
  'dc:language': { value: language },
  'sy:updatePeriod': { value: oneOf('hourly', 'daily', 'weekly', 'monthly', 'yearly') },
  'sy:updateFrequency': { value: positiveInteger },
  'sy:updateBase': { value: w3cDate },
  'slash:comments': { value: nonNegativeInteger },
  'wfw:commentRss': { value: anyUrl },
  ...ITUNES,
  ...PODCAST,
};
