import { atomLink } from './atom-rules.ts';
import { mailDate } from './dates.ts';
import { inspectChannel } from './rss-checks.ts';
import { inspectGuid, inspectItem } from './rss-item-checks.ts';
import type { ElementRule, ElementRules } from './rules.ts';
import { htmlText, plainText } from './text-rules.ts';
import { absoluteUrl, webUrl } from './urls.ts';
import {
  anything,
  height,
  hour,
  language,
  mailWithName,
  mimeType,
  nonNegativeInteger,
  notBlank,
  oneOf,
  positiveInteger,
  weekday,
  width,
} from './values.ts';

/** What is allowed where in RSS 0.91 to 2.0 (https://www.rssboard.org/rss-specification). */

const title: ElementRule = { value: notBlank, check: plainText };
const text: ElementRule = { value: anything };
const link: ElementRule = { value: absoluteUrl };
const date: ElementRule = { value: mailDate };
const person: ElementRule = { value: mailWithName };
const category: ElementRule = {
  isRepeatable: true,
  value: notBlank,
  check: plainText,
  attributes: { domain: {} },
};

const image: ElementRules = {
  url: { value: webUrl, required: 'Readers show no image of the feed.' },
  title: { ...title, required: 'Readers have no alternative text for the image.' },
  link: { ...link, required: 'The specification requires it.' },
  width: { value: width },
  height: { value: height },
  description: text,
};

const textInput: ElementRules = {
  title: { ...title, required: 'The specification requires it.' },
  description: { value: notBlank, required: 'The specification requires it.' },
  name: { value: notBlank, required: 'The specification requires it.' },
  link: { ...link, required: 'The specification requires it.' },
};

const player = 'Podcast players and download tools skip the file.';
const item: ElementRules = {
  title,
  link,
  description: { value: anything, check: htmlText },
  author: person,
  category,
  comments: link,
  enclosure: {
    isRepeatable: true,
    attributes: {
      url: { required: player, value: webUrl },
      length: { required: player, value: nonNegativeInteger },
      type: { required: player, value: mimeType },
    },
    children: {},
  },
  guid: {
    value: notBlank,
    attributes: { isPermaLink: { value: oneOf('true', 'false') } },
    check: inspectGuid,
  },
  pubDate: date,
  source: {
    value: anything,
    attributes: { url: { required: 'Nobody learns where it came from.', value: absoluteUrl } },
  },
  'content:encoded': { value: anything, check: htmlText },
};

const cloud: ElementRule = {
  children: {},
  attributes: Object.fromEntries(
    ['domain', 'path', 'registerProcedure', 'protocol'].map((name) => [
      name,
      {
        required: "Readers can't subscribe to changes.",
        value: name === 'registerProcedure' ? anything : notBlank,
      },
    ]),
  ),
};

const nobodyKnows = 'Readers show a feed without a name.';
const channel: ElementRules = {
  title: { ...title, required: nobodyKnows },
  link: { ...link, required: "Readers can't open the site or find its icon." },
  description: {
    value: anything,
    check: plainText,
    required: 'The specification requires it; strict readers reject the feed.',
  },
  language: { value: language },
  copyright: { value: anything, check: plainText },
  managingEditor: person,
  webMaster: person,
  pubDate: date,
  lastBuildDate: date,
  category,
  generator: text,
  docs: { value: absoluteUrl },
  cloud: {
    ...cloud,
    attributes: {
      ...cloud.attributes,
      port: { required: "Readers can't subscribe to changes.", value: positiveInteger },
    },
  },
  ttl: { value: positiveInteger },
  image: { children: image },
  rating: text,
  textInput: { children: textInput },
  skipHours: { children: { hour: { isRepeatable: true, value: hour } } },
  skipDays: { children: { day: { isRepeatable: true, value: weekday } } },
  item: { isRepeatable: true, children: item, check: inspectItem },
  'atom:link': atomLink,
};

/** The root of RSS 0.91 to 2.0. */
export const rss: ElementRule = {
  attributes: {
    version: {
      required: 'Strict readers reject the feed.',
      value: oneOf('0.91', '0.92', '0.93', '0.94', '2.0'),
    },
  },
  children: {
    channel: {
      required: 'Readers find no feed.',
      children: channel,
      check: inspectChannel,
    },
  },
};
