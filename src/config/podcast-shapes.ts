import { MEDIUMS } from '../podcasts/mediums.ts';
import { SHOW_TAGS } from '../podcasts/tags.ts';
import { LINK, PEOPLE, type Shape, TEXT, WEB_ADDRESS } from './shape.ts';
import { tagShapes } from './tag-shapes.ts';

const YES_OR_NO: Shape = { type: 'boolean', expected: 'true or false' };

/** Names of categories are checked against Apple's list later, where the nearest one can be named. */
const CATEGORY: Shape = { ...TEXT, expected: 'a category such as "Society & Culture > Documentary"' };

const FUNDING: Shape = {
  type: 'object',
  properties: {
    url: { ...WEB_ADDRESS, description: 'Where people can support the show.' },
    text: {
      type: 'string',
      pattern: '^(?=.{0,128}$)\\s*\\S',
      expected: 'text of at most 128 characters',
      description: 'The text of the button in apps.',
    },
  },
  required: ['url', 'text'],
  additionalProperties: false,
  expected: '{ url: https://…, text: Support the show }',
};

const OWNER: Shape = {
  anyOf: [
    { type: 'string', pattern: '[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+', expected: '"Name <mail>"' },
    {
      type: 'object',
      properties: {
        name: { ...TEXT, description: 'The name of the owner.' },
        email: {
          type: 'string',
          pattern: '^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+$',
          expected: 'an email address',
          description: 'Directories send email there to verify that the show is yours. It is public.',
        },
      },
      required: ['email'],
      additionalProperties: false,
    },
  ],
  expected: '"Name <mail>"',
  examples: ['Ada Pier <ada@example.com>'],
};

const LICENSE: Shape = {
  type: 'object',
  properties: {
    name: { ...TEXT, description: 'Name of the license.' },
    url: { ...WEB_ADDRESS, description: 'Where its text is.' },
  },
  required: ['name'],
  additionalProperties: false,
  expected: '{ name: …, url: https://… }',
};

const FREQUENCY: Shape = {
  type: 'object',
  properties: {
    text: { ...TEXT, description: 'In words.' },
    rrule: {
      type: 'string',
      pattern: 'FREQ=(?:SECOND|MINUTE|HOUR|DAI|WEEK|MONTH|YEAR)LY',
      expected: 'a rule such as FREQ=WEEKLY;BYDAY=FR',
      description: 'Recurrence rule (RFC 5545 §3.3.10), such as FREQ=WEEKLY;BYDAY=FR.',
    },
    complete: { ...YES_OR_NO, description: 'Whether there will be no more episodes.' },
  },
  required: ['text'],
  additionalProperties: false,
  expected: '{ text: Every Friday, rrule: FREQ=WEEKLY;BYDAY=FR }',
};

/** What makes a feed a show (P1 to P4, P10, P11). */
export const PODCAST: Shape = {
  type: 'object',
  properties: {
    author: {
      ...TEXT,
      description:
        'Who makes the show, as apps display it. Default: the authors of the site, else the owner.',
    },
    owner: {
      ...OWNER,
      description: 'The owner, for directories that verify that the show is yours. Public.',
    },
    image: {
      ...LINK,
      description: 'Square artwork, 1400 to 3000 pixels, JPEG or PNG. Default: "image" of the site.',
    },
    category: {
      anyOf: [CATEGORY, { type: 'array', items: CATEGORY, minItems: 1 }],
      expected: 'a category, or a list of categories',
      description:
        'Category from Apple’s list, with ">" before a subcategory. Most apps use only the first one.',
      examples: ['Society & Culture > Documentary'],
    },
    explicit: {
      ...YES_OR_NO,
      description: 'Whether the show is not suitable for children.',
      examples: [false],
    },
    type: {
      enum: ['episodic', 'serial'],
      expected: 'episodic or serial',
      description: 'serial: apps play the oldest episode first, and every episode needs a number.',
    },
    complete: { ...YES_OR_NO, description: 'Whether there will be no more episodes.' },
    block: { ...YES_OR_NO, description: 'Whether directories should hide the show.' },
    newFeedUrl: { ...WEB_ADDRESS, description: 'The new URL of the feed after a move.' },
    guid: {
      type: 'string',
      pattern: '^(?!0{8}-0)[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
      expected: 'a UUID, which a build without "guid" makes for you',
      description: 'The ID of the show. A build without one tells you what to write. Never change it.',
    },
    medium: {
      enum: MEDIUMS,
      expected: `one of ${MEDIUMS.join(', ')}`,
      description: 'What the show consists of.',
    },
    locked: { ...YES_OR_NO, description: 'Whether other hosts must not import the show.' },
    funding: {
      anyOf: [FUNDING, { type: 'array', items: FUNDING, minItems: 1 }],
      expected: '{ url, text }, or a list of these',
      description: 'Where people can support the show.',
    },
    hosts: { ...PEOPLE, description: 'Who presents the episodes, unless an episode has its own hosts.' },
    license: {
      anyOf: [TEXT, LICENSE],
      expected: 'a name, or { name, url }',
      description: 'SPDX name of the license, such as cc-by-4.0, or the name and URL of your own license.',
      examples: ['cc-by-4.0'],
    },
    frequency: {
      anyOf: [TEXT, FREQUENCY],
      expected: 'words, or { text, rrule, complete }',
      description: 'How often episodes appear, in words, with a rule for programs.',
      examples: ['Every Friday', { text: 'Every Friday', rrule: 'FREQ=WEEKLY;BYDAY=FR' }],
    },
    ...tagShapes(SHOW_TAGS),
  },
  additionalProperties: false,
  description: 'Makes the feed a show, for podcast directories.',
  expected: 'a show such as { category: Technology, explicit: false }',
  examples: [{ category: 'Technology', explicit: false, image: '/artwork.jpg' }],
};

/** Where audio files are that articles name alone. */
export const AUDIO: Shape = {
  ...LINK,
  description:
    'Where the audio of episodes is, if articles contain only file names: the URL of the folder, or a URL with ":file" for the name.',
  examples: ['https://cdn.example.com/show/', 'https://cdn.example.com/:file.mp3'],
};
