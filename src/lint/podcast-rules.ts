import { TRANSCRIPT_TYPES } from '../podcasts/audio-types.ts';
import { MEDIUMS } from '../podcasts/mediums.ts';
import { mailDate } from './dates.ts';
import { artwork, category, explicit, longText, onlyYes, shorter, shortText } from './podcast-values.ts';
import { type AttributeRule, all, type ElementRule, type ElementRules, type ValueRule } from './rules.ts';
import { IGNORED, TABLED } from './tag-rules.ts';
import { absoluteUrl, webUrl } from './urls.ts';
import {
  anything,
  duration,
  language,
  mail,
  mimeType,
  mustBe,
  nonNegativeInteger,
  notBlank,
  oneOf,
  positiveInteger,
} from './values.ts';

const hurt = 'Apple Podcasts rejects the feed.';
const inner: ElementRule = {
  isRepeatable: true,
  attributes: { text: { required: hurt, value: category } },
};
const number: ElementRule = { value: positiveInteger };
const line: ElementRule = { value: shortText };

/** Apple's elements for podcasts (P1 to P8). */
export const ITUNES: ElementRules = {
  'itunes:image': {
    attributes: { href: { required: 'Podcast players show no image.', value: all(webUrl, artwork) } },
  },
  'itunes:category': { ...inner, children: { 'itunes:category': inner } },
  'itunes:explicit': { value: explicit },
  'itunes:author': line,
  'itunes:title': line,
  'itunes:subtitle': line,
  'itunes:summary': { value: longText },
  'itunes:block': { value: onlyYes },
  'itunes:complete': { value: onlyYes },
  'itunes:duration': { value: duration },
  'itunes:episode': number,
  'itunes:season': number,
  'itunes:episodeType': { value: oneOf('full', 'trailer', 'bonus', 'Full', 'Trailer', 'Bonus') },
  'itunes:type': { value: oneOf('episodic', 'serial', 'Episodic', 'Serial') },
  'itunes:new-feed-url': { value: webUrl },
  'itunes:owner': {
    children: { 'itunes:name': { value: anything }, 'itunes:email': { value: mail } },
  },
};

const needed = (value: ValueRule): AttributeRule => ({ required: IGNORED, value });
const uuid = mustBe(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, 'a UUID');
const decimal = mustBe(/^\d{1,9}(?:\.\d{1,9})?$/, 'a number, 0 or more');
const yesOrNo = oneOf('yes', 'no');
const medium = oneOf(...MEDIUMS, 'mixed', ...MEDIUMS.map((name) => `${name}L`));
const transcriptType = oneOf(...TRANSCRIPT_TYPES);
/** Apps cut what is longer. */
const most = (characters: number): ValueRule => all(notBlank, shorter(characters));
const chaptersType = oneOf('application/json+chapters', 'application/json');

/** Elements of the podcast namespace (P10 to P12). Those that are not here may be anything. */
export const PODCAST: ElementRules = {
  ...TABLED,
  'podcast:guid': { value: uuid },
  'podcast:medium': { value: medium },
  'podcast:locked': { value: yesOrNo, attributes: { owner: { value: mail } } },
  'podcast:funding': { value: shorter(128), isRepeatable: true, attributes: { url: needed(webUrl) } },
  'podcast:license': { value: notBlank, attributes: { url: { value: webUrl } } },
  'podcast:block': { value: yesOrNo, isRepeatable: true, attributes: { id: { value: notBlank } } },
  'podcast:trailer': {
    value: notBlank,
    isRepeatable: true,
    attributes: {
      url: needed(webUrl),
      pubdate: needed(mailDate),
      length: { value: nonNegativeInteger },
      type: { value: mimeType },
      season: { value: positiveInteger },
    },
  },
  'podcast:transcript': {
    isRepeatable: true,
    attributes: {
      url: needed(webUrl),
      type: needed(transcriptType),
      language: { value: language },
      rel: { value: oneOf('captions') },
    },
  },
  'podcast:chapters': { attributes: { url: needed(webUrl), type: needed(chaptersType) } },
  'podcast:season': { value: positiveInteger, attributes: { name: { value: most(128) } } },
  'podcast:episode': { value: decimal, attributes: { display: { value: most(32) } } },
  'podcast:person': {
    value: most(128),
    isRepeatable: true,
    attributes: {
      role: { value: anything },
      group: { value: anything },
      img: { value: webUrl },
      href: { value: absoluteUrl },
    },
  },
  'podcast:soundbite': {
    value: shorter(128),
    isRepeatable: true,
    attributes: { startTime: needed(decimal), duration: needed(decimal) },
  },
};
